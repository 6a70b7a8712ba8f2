package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runspaces that share one thread of the program's own, and wait for each other on it. */
@Timeout(30)
class LentThreadsInCirclesTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final ExecutorService one = ThreadChoice.threads(1);
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final List<Runspace> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(Runspace::close);
    one.shutdownNow();
  }

  private Runspace openOnTheThread(String name) {
    return kept(Runspaces.builder(name).threads(one).open());
  }

  private Runspace kept(Runspace runspace) {
    opened.add(runspace);
    return runspace;
  }

  @Test
  void aWaitForTheOtherLendsItTheThread() throws Exception {
    Runspace first = openOnTheThread("first");
    Runspace second = openOnTheThread("second");

    boolean same =
        first.invoke(
            a -> {
              Thread waits = Thread.currentThread();
              return second.invoke(b -> Thread.currentThread() == waits);
            },
            LONG);

    assertThat(same).isTrue();
  }

  @Test
  void soDoWaitsInsideEachOther() throws Exception {
    List<Runspace> chain = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      chain.add(openOnTheThread("link-" + i));
    }

    assertThat(depth(chain, 0)).isEqualTo(5);
  }

  private static int depth(List<Runspace> chain, int link) throws InterruptedException {
    return link == chain.size()
        ? 0
        : 1 + chain.get(link).invoke(context -> depth(chain, link + 1), LONG);
  }

  @Test
  void soDoesAWaitForSomebodyElseWhoWaitsForIt() throws Exception {
    Runspace first = openOnTheThread("first");
    Runspace second = openOnTheThread("second");
    Runspace between = kept(Runspaces.open("between"));

    int answer = first.invoke(a -> between.invoke(b -> second.invoke(c -> 42)), LONG);

    assertThat(answer).isEqualTo(42);
  }

  @Test
  void soDoesAWaitForAPoolOnTheThread() throws Exception {
    Runspace first = openOnTheThread("first");
    try (RunspacePool pool =
        Runspaces.pool("pool").maximum(2).members(member -> member.threads(one)).open()) {

      int answer = first.invoke(a -> pool.invoke(b -> 42), LONG);

      assertThat(answer).isEqualTo(42);
    }
  }

  @Test
  void alsoWhereTheRunspacesOfThePoolHaveToBeStartedUpBefore() throws Exception {
    Runspace first = openOnTheThread("first");
    try (RunspacePool pool =
        Runspaces.pool("pool")
            .maximum(1)
            .members(member -> member.threads(one).startup(context -> log.add("start-up")))
            .open()) {

      int answer = first.invoke(a -> pool.invoke(b -> 42), LONG);

      assertThat(answer).isEqualTo(42);
      assertThat(log).containsExactly("start-up");
    }
  }

  @Test
  void howeverMuchTheOtherHasToDoBefore() throws Exception {
    Runspace first = openOnTheThread("first");
    Runspace second = openOnTheThread("second");
    int before = 200;

    int done =
        first.invoke(
            a -> {
              for (int i = 0; i < before; i++) {
                second.begin(b -> log.add("before"));
              }
              return second.invoke(c -> log.size());
            },
            LONG);

    assertThat(done).isEqualTo(before);
  }

  /** Takes as long as it takes until a waiting thread is asked. */
  private static void nestOnAnotherThread() throws InterruptedException {
    ExecutorService another = ThreadChoice.threads(1);
    try (Runspace outer = Runspaces.builder("outer").threads(another).open();
        Runspace inner = Runspaces.builder("inner").threads(another).open()) {
      Object unused = outer.invoke(a -> inner.invoke(b -> "done"), LONG);
    } finally {
      another.shutdown();
    }
  }

  @Test
  void aThreadThatWaitsForSomethingElseIsLeftInPeace() throws Exception {
    Runspace first = openOnTheThread("first");
    Runspace second = openOnTheThread("second");
    var waits = new Gate();
    var goesOn = new Gate();
    Runspace elsewhere = kept(Runspaces.open("elsewhere"));
    Invocation<String> slow =
        elsewhere.begin(
            context -> {
              goesOn.pass();
              return "slow";
            });
    Invocation<Boolean> waiting =
        first.begin(
            context -> {
              waits.open();
              slow.await();
              return log.add("first");
            });
    waits.pass();
    Invocation<Boolean> queued =
        kept(Runspaces.open("third")).begin(context -> second.invoke(b -> log.add("second")));
    nestOnAnotherThread();
    boolean early = queued.state().isFinal();
    goesOn.open();
    waiting.await(LONG);
    queued.await(LONG);

    assertThat(early).isFalse();
    assertThat(log).containsExactly("first", "second");
  }

  @Test
  void aStopOfTheOneThatWaitsIsKeptForIt() throws Exception {
    Runspace first = openOnTheThread("first");
    Runspace second = openOnTheThread("second");
    var inside = new Gate();
    Invocation<Boolean> waiting =
        first.begin(
            a -> {
              Object unused =
                  second.invoke(
                      b -> {
                        inside.open();
                        while (!Thread.currentThread().isInterrupted()) {
                          Thread.onSpinWait();
                        }
                        return "interrupted for the other";
                      });
              return log.add(Thread.currentThread().isInterrupted());
            });
    inside.pass();
    waiting.stop();

    eventually(() -> assertThat(log).containsExactly(true));
  }
}
