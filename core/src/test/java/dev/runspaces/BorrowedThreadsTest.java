package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A runspace on threads of the program's own: it is a guest there. */
@Timeout(30)
class BorrowedThreadsTest {
  private final ExecutorService threads = ThreadChoice.threads(4);
  private final Runspace guest = Runspaces.builder("guest").threads(threads).open();
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final Gate started = new Gate();
  private final Gate gate = new Gate();
  private final LogTrap trap = LogTrap.on("dev.runspaces");

  @AfterEach
  void close() {
    gate.open();
    guest.close();
    threads.shutdownNow();
    trap.close();
    eventually(() -> assertThat(LiveThreads.startingWith("runspace-guest")).isEmpty());
  }

  @Test
  void keepsItsOrderHoweverManyThereAre() throws Exception {
    var expected = new ArrayList<Object>();
    for (int i = 0; i < 2_000; i++) {
      int number = i;
      expected.add(number);
      guest.begin(context -> log.add(number));
    }
    guest.invoke(context -> "after all");

    assertThat(log).isEqualTo(expected);
  }

  @Test
  void lendsThemToOthersInBetween() throws Exception {
    ExecutorService one = ThreadChoice.threads(1);
    try (Runspace restless = Runspaces.builder("restless").threads(one).open()) {
      restless.events().on("Tick", event -> restless.events().raise("Tick"));
      restless.events().raise("Tick");

      assertThat(one.submit(() -> "had its turn").get(10, TimeUnit.SECONDS))
          .isEqualTo("had its turn");
      restless.events().subscriptions().get(0).close();
    } finally {
      one.shutdown();
    }
  }

  @Test
  void leavesTheContextClassLoaderAsItWas() throws Exception {
    ExecutorService one = ThreadChoice.threads(1);
    ClassLoader mine = Thread.currentThread().getContextClassLoader();
    try (var ofTheThread = new URLClassLoader(new URL[0], mine);
        var ofAScript = new URLClassLoader(new URL[0], mine);
        Runspace runspace = Runspaces.builder("guest").threads(one).open()) {
      for (ClassLoader before : List.of(ofTheThread, mine)) {
        one.submit(() -> Thread.currentThread().setContextClassLoader(before)).get();
        runspace.invoke(
            Script.action(context -> Thread.currentThread().setContextClassLoader(ofAScript)));

        Future<ClassLoader> after =
            one.submit(() -> Thread.currentThread().getContextClassLoader());
        assertThat(after.get()).isSameAs(before);
      }
    } finally {
      one.shutdown();
    }
  }

  @Test
  void leavesTheInterruptFlagAsItWas() {
    var queue = new LinkedBlockingQueue<Runnable>();
    Runspace runspace = Runspaces.builder("guest").threads(queue::add).open();
    runspace.begin(context -> log.add(Thread.currentThread().isInterrupted()));

    Thread.currentThread().interrupt();
    queue.remove().run();
    assertThat(Thread.interrupted()).isTrue();

    runspace.begin(Script.action(context -> Thread.currentThread().interrupt()));
    queue.remove().run();
    assertThat(Thread.interrupted()).isFalse();
    assertThat(log).containsExactly(false);

    runspace.close(Duration.ZERO);
  }

  @Test
  void goesOnByItselfWhenTheyAreShutDown() throws Exception {
    guest.invoke(context -> log.add(Thread.currentThread().getName().startsWith("borrowed-")));
    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();

    guest.invoke(context -> "once");
    guest.invoke(context -> log.add(Thread.currentThread().getName()));

    assertThat(log).containsExactly(true, "runspace-guest");
    assertThat(trap.texts())
        .containsExactly(
            "runspace-guest goes on on threads of its own: the executor that it was given refuses");
    assertThat(trap.lines().get(0).thrown())
        .singleElement()
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void goesOnByItselfWhenTheyFailAndTellsNobodyWhoRaisesEvents() throws Exception {
    var failure = new IllegalStateException("out of order");
    var heard = new Heard<String>();
    try (Runspace runspace =
        Runspaces.builder("guest")
            .threads(
                turn -> {
                  throw failure;
                })
            .open()) {
      runspace.events().on(String.class, heard);
      runspace.events().post("accepted");

      assertThat(heard.awaitFirst()).isEqualTo("accepted");
    }
    assertThat(trap.texts())
        .containsExactly(
            "runspace-guest goes on on threads of its own: the executor that it was given fails");
    assertThat(trap.lines().get(0).thrown()).containsExactly(failure);
  }

  @Test
  void losesNothingThatWasInTheirQueue() throws Exception {
    ExecutorService one = ThreadChoice.threads(1);
    Future<?> busy =
        one.submit(
            () -> {
              started.open();
              gate.passInSpiteOfInterrupts();
            });
    started.pass();
    try (Runspace runspace = Runspaces.builder("guest").threads(one).open()) {
      runspace.events().on("Ready", event -> log.add("event"));
      runspace.begin(context -> log.add("script"));
      runspace.events().raise("Ready");

      assertThat(one.shutdownNow()).isNotEmpty();
      runspace.invoke(context -> log.add("after it"));

      assertThat(log).containsExactly("script", "event", "after it");
      assertThat(trap.texts())
          .containsExactly(
              "runspace-guest goes on on threads of its own: the executor that it was given was"
                  + " shut down");
    }
    gate.open();
    busy.get();
  }

  @Test
  void losesNothingWhileTheyAreShutDownAndNothingRunsTwice() throws Exception {
    for (int round = 0; round < 200; round++) {
      ExecutorService some = ThreadChoice.threads(2);
      List<Integer> ran = new CopyOnWriteArrayList<>();
      var expected = new ArrayList<Integer>();
      try (Runspace runspace = Runspaces.builder("guest").threads(some).open()) {
        for (int i = 0; i < 30; i++) {
          int number = i;
          expected.add(number);
          runspace.begin(context -> ran.add(number));
          if (i == 10 + round % 10) {
            some.shutdown();
          }
        }
        runspace.invoke(context -> "after all");
      }
      assertThat(ran).isEqualTo(expected);
    }
  }

  @Test
  void waitsEvenWhereAPoolHasNoMoreThreadsToMakeUpForIt() throws Exception {
    var small =
        new ForkJoinPool(
            1,
            ForkJoinPool.defaultForkJoinWorkerThreadFactory,
            null,
            true,
            0,
            1,
            1,
            null,
            10,
            TimeUnit.SECONDS);
    var answer = new CompletableFuture<String>();
    try (Runspace runspace = Runspaces.builder("guest").threads(small).open()) {
      Invocation<String> waiting =
          runspace.begin(
              context -> {
                started.open();
                return Runspaces.await(answer);
              });
      started.pass();
      answer.complete("answered");

      assertThat(waiting.await(Duration.ofSeconds(10))).isEqualTo("answered");
    } finally {
      small.shutdown();
    }
  }
}
