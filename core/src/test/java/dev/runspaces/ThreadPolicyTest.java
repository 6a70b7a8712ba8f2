package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static dev.runspaces.RunspaceState.CLOSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a runspace does, whichever threads its code runs on. */
@Timeout(30)
class ThreadPolicyTest {
  private static final String ALL = "dev.runspaces.ThreadChoice#available";

  private final int countBefore = Runspaces.count();
  private final List<Runspace> opened = new ArrayList<>();
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final Gate started = new Gate();
  private final Gate gate = new Gate();
  private final LogTrap trap = LogTrap.on("dev.runspaces");

  @AfterEach
  void nothingIsLeft() {
    gate.open();
    opened.forEach(Runspace::close);
    trap.close();
    assertThat(Runspaces.count()).isEqualTo(countBefore);
    eventually(() -> assertThat(LiveThreads.startingWith("runspace-policy")).isEmpty());
  }

  private Runspace open(ThreadChoice threads) {
    Runspace runspace = threads.open("policy");
    opened.add(runspace);
    return runspace;
  }

  /** Begins on a thread of its own, for where it is the caller that runs the script. */
  private Thread beginElsewhere(Runspace runspace, Script<?> script) throws InterruptedException {
    var caller = new Thread(() -> runspace.begin(script), "elsewhere");
    caller.setDaemon(true);
    caller.start();
    started.pass();
    return caller;
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void noCodeRunsAtTheSameTimeAsOther(ThreadChoice threads) throws Exception {
    Runspace runspace = open(threads);
    var inside = new OneAtATime();
    var runs = new AtomicInteger();
    Script<Void> piece =
        Script.action(
            context -> {
              inside.pass();
              runs.incrementAndGet();
            });
    runspace
        .events()
        .on(
            "Tick",
            event -> {
              inside.pass();
              runs.incrementAndGet();
              runspace.begin(piece);
            });
    var callers = new ArrayList<Thread>();
    for (int i = 0; i < 4; i++) {
      var caller =
          new Thread(
              () -> {
                for (int j = 0; j < 100; j++) {
                  runspace.begin(piece);
                  runspace.events().raise("Tick");
                  runspace.begin(Script.action(context -> context.runspace().invoke(piece)));
                }
              });
      callers.add(caller);
      caller.start();
    }
    for (Thread caller : callers) {
      caller.join();
    }

    // 3 times 400, and one more for each event.
    eventually(
        () -> {
          runspace.invoke(context -> "deliver where nobody else does");
          assertThat(runs).hasValue(1_600);
        });
    assertThat(inside.meeting()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void scriptsAndEventsKeepTheirOrder(ThreadChoice threads) throws Exception {
    Runspace runspace = open(threads);
    var expected = new ArrayList<Object>();
    runspace.events().on("Step", event -> log.add(event.arguments().get(0)));
    for (int i = 0; i < 300; i++) {
      int number = i;
      expected.add(number);
      if (i % 3 == 0) {
        runspace.events().raise("Step", number);
      } else {
        runspace.begin(context -> log.add(number));
      }
    }
    runspace.invoke(context -> "after all");

    assertThat(log).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void eventsAreDeliveredDuringAWaitInside(ThreadChoice threads) throws Exception {
    Runspace runspace = open(threads);
    var answered = new CompletableFuture<Object>();
    runspace.events().on("Answer", event -> answered.complete("from the handler"));

    Object answer =
        runspace.invoke(
            context -> {
              context.events().raise("Answer");
              return Runspaces.await(answered);
            });

    assertThat(answer).isEqualTo("from the handler");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aWaitInsideEndsWhenAnotherThreadBringsWhatItIsFor(ThreadChoice threads) throws Exception {
    Runspace runspace = open(threads);
    var answer = new CompletableFuture<Object>();
    var helper =
        new Thread(
            () -> {
              gate.passInSpiteOfInterrupts();
              answer.complete("from outside");
            });
    helper.start();

    Object answered =
        runspace.invoke(
            context -> {
              gate.open();
              return Runspaces.await(answer);
            });

    assertThat(answered).isEqualTo("from outside");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aScriptMayInvokeAnotherOfItsOwnRunspace(ThreadChoice threads) throws Exception {
    Runspace runspace = open(threads);

    int answer =
        runspace.invoke(
            context -> {
              runspace.begin(earlier -> log.add("earlier"));
              return runspace.invoke(inner -> runspace.invoke(innermost -> 40) + 1) + 1;
            });

    assertThat(answer).isEqualTo(42);
    eventually(() -> assertThat(log).containsExactly("earlier"));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aScriptMayAwaitWhatItHasBegun(ThreadChoice threads) throws Exception {
    Runspace runspace = open(threads);

    String answer =
        runspace.invoke(
            context -> {
              Invocation<String> inner = runspace.begin(later -> "awaited");
              return inner.await();
            });

    assertThat(answer).isEqualTo("awaited");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aHandlerMayInvokeAScript(ThreadChoice threads) throws Exception {
    Runspace runspace = open(threads);
    runspace.events().on("Ask", event -> log.add(runspace.invoke(context -> "answer")));
    runspace.events().raise("Ask");
    runspace.invoke(context -> "delivered");

    eventually(() -> assertThat(log).containsExactly("answer"));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aScriptThatAwaitsItselfIsRefused(ThreadChoice threads) throws Exception {
    Runspace runspace = open(threads);
    Script<Object> selfish = context -> runspace.invocations().get(0).await();

    assertThatThrownBy(() -> runspace.invoke(selfish))
        .hasRootCauseInstanceOf(InvalidInvocationStateException.class);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void theCurrentRunspaceIsTheOneWhoseCodeRuns(ThreadChoice threads) throws Exception {
    Runspace outer = open(threads);
    Runspace inner = open(threads);
    Runspace caller = Runspaces.current().orElse(null);

    outer.invoke(
        context -> {
          log.add(Runspaces.current().orElseThrow());
          log.add(inner.invoke(within -> Runspaces.current().orElseThrow()));
          return log.add(Runspaces.current().orElseThrow());
        });

    assertThat(log).containsExactly(outer, inner, outer);
    assertThat(Runspaces.current().orElse(null)).isSameAs(caller);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyPieceBeginsWithTheClassLoaderOfWhoMadeTheRunspace(ThreadChoice threads)
      throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (var ofTheOpener = new URLClassLoader(new URL[0], before);
        var ofAScript = new URLClassLoader(new URL[0], before)) {
      Thread.currentThread().setContextClassLoader(ofTheOpener);
      Runspace runspace = open(threads);
      Thread.currentThread().setContextClassLoader(before);
      runspace.events().on("Ask", event -> log.add(contextClassLoader()));

      runspace.invoke(
          context -> {
            Thread.currentThread().setContextClassLoader(ofAScript);
            context.events().raise("Ask");
            try {
              Runspaces.await(new CompletableFuture<>(), Duration.ofMillis(20));
            } catch (RuntimeException timeOut) {
              log.add(contextClassLoader());
            }
            return context.runspace().begin(next -> log.add(contextClassLoader()));
          });
      runspace.invoke(context -> "after all");

      assertThat(log).containsExactly(ofTheOpener, ofAScript, ofTheOpener);
      assertThat(contextClassLoader()).isSameAs(before);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static ClassLoader contextClassLoader() {
    return Thread.currentThread().getContextClassLoader();
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void anInterruptThatIsLeftOverDoesNotHitTheNextScript(ThreadChoice threads) throws Exception {
    Runspace runspace = open(threads);
    runspace.begin(
        Script.action(
            context -> {
              runspace.begin(next -> log.add(Thread.currentThread().isInterrupted()));
              Thread.currentThread().interrupt();
            }));
    // Where the caller's thread was lent, that thread has been interrupted.
    boolean unused = Thread.interrupted();
    runspace.invoke(context -> log.add(Thread.currentThread().isInterrupted()));

    eventually(() -> assertThat(log).containsExactly(false, false));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void anErrorFailsItsScriptOnly(ThreadChoice threads) throws Exception {
    Runspace runspace = open(threads);

    assertThatExceptionOfType(InvocationFailedException.class)
        .isThrownBy(() -> runspace.invoke(Script.action(context -> fail())))
        .withCauseInstanceOf(StackOverflowError.class);
    assertThat(runspace.<String>invoke(context -> "goes on")).isEqualTo("goes on");
  }

  private static void fail() {
    throw new StackOverflowError("of the test's own making");
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aStopInterruptsWhatBlocks(ThreadChoice threads) throws Exception {
    Runspace runspace = open(threads);
    beginElsewhere(
        runspace,
        Script.action(
            context -> {
              started.open();
              new Gate().pass();
            }));
    Invocation<?> blocked = runspace.invocations().get(0);

    blocked.stop();

    assertThatExceptionOfType(InvocationStoppedException.class)
        .isThrownBy(() -> blocked.await(Duration.ofSeconds(10)));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void closingDeliversWhatWasAccepted(ThreadChoice threads) {
    Runspace runspace = open(threads);
    runspace.events().on("Last", event -> log.add(event.arguments().get(0)));
    var expected = new ArrayList<Object>();
    for (int i = 0; i < 200; i++) {
      runspace.events().raise("Last", i);
      expected.add(i);
    }

    runspace.close();

    assertThat(log).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aScriptMayCloseItsOwnRunspace(ThreadChoice threads) {
    Runspace runspace = open(threads);
    runspace.begin(
        Script.action(
            context -> {
              runspace.close();
              log.add(runspace.state());
            }));

    eventually(() -> assertThat(runspace.state()).isEqualTo(CLOSED));
    assertThat(log).containsExactly(RunspaceState.CLOSING);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aHandlerMayCloseItsOwnRunspace(ThreadChoice threads) throws Exception {
    Runspace runspace = open(threads);
    runspace.events().on("Close", event -> runspace.close());
    runspace.events().raise("Close");
    assertThat(runspace.events().await("Never", Duration.ofSeconds(10))).isEmpty();

    eventually(() -> assertThat(runspace.state()).isEqualTo(CLOSED));
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aScriptThatDoesNotStopIsLeftBehind(ThreadChoice threads) throws Exception {
    Runspace runspace = open(threads);
    Thread caller =
        beginElsewhere(
            runspace,
            Script.action(
                context -> {
                  started.open();
                  gate.passInSpiteOfInterrupts();
                }));

    runspace.close(Duration.ofMillis(50));

    assertThat(runspace.state()).isEqualTo(CLOSED);
    assertThat(trap.texts()).singleElement().asString().contains("is left behind", "Gate.pass");
    gate.open();
    caller.join();
  }
}
