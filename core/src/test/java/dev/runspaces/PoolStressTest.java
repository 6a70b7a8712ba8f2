package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many threads at one pool. */
@Timeout(60)
class PoolStressTest {
  private static final int THREADS = 8;
  private static final ExecutorService CROWD = ThreadChoice.threads(THREADS);

  @AfterAll
  static void dismissTheCrowd() {
    CROWD.shutdownNow();
  }

  /** Has all of the crowd do something at once, and waits for it. */
  private static void crowd(CrowdMember member) throws Exception {
    var start = new Gate();
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int number = i;
      all.add(
          CROWD.submit(
              () -> {
                start.pass();
                member.act(number);
                return null;
              }));
    }
    start.open();
    for (Future<?> each : all) {
      each.get();
    }
  }

  private interface CrowdMember {
    void act(int number) throws Exception;
  }

  @ParameterizedTest
  @MethodSource("dev.runspaces.ThreadChoice#available")
  void whatManyBeginRunsOnceEach(ThreadChoice threads) throws Exception {
    int perThread = 500;
    var runs = new AtomicIntegerArray(THREADS * perThread);
    var running = new HighWaterMark();
    try (RunspacePool pool = Runspaces.pool("stress").maximum(3).members(threads::in).open()) {
      crowd(
          number -> {
            List<Invocation<?>> begun = new ArrayList<>();
            for (int i = 0; i < perThread; i++) {
              int sequence = number * perThread + i;
              begun.add(
                  pool.begin(
                      Script.action(
                          context -> {
                            running.enter();
                            runs.incrementAndGet(sequence);
                            running.leave();
                          })));
            }
            for (Invocation<?> each : begun) {
              each.await(Duration.ofSeconds(40));
            }
          });
      assertThat(pool.queued()).isZero();
      assertThat(pool.size()).isBetween(1, 3);
    }

    for (int i = 0; i < runs.length(); i++) {
      assertThat(runs.get(i)).isEqualTo(1);
    }
    assertThat(running.highest()).isLessThanOrEqualTo(3);
  }

  @RepeatedTest(50)
  void whatIsBegunWhileThePoolClosesEndsOnceAndNothingHangs() throws Exception {
    RunspacePool pool = Runspaces.pool("race").maximum(2).open();
    Queue<Invocation<?>> begun = new ConcurrentLinkedQueue<>();
    var ran = new AtomicInteger();
    crowd(
        number -> {
          if (number == 0) {
            pool.close();
            return;
          }
          try {
            while (true) {
              begun.add(pool.begin(context -> ran.incrementAndGet()));
            }
          } catch (InvalidRunspaceStateException closed) {
            // As it must be, sooner or later.
          }
        });

    assertThat(begun).allSatisfy(each -> assertThat(each.state().isFinal()).isTrue());
    assertThat(begun)
        .filteredOn(each -> each.state() == InvocationState.COMPLETED)
        .hasSize(ran.get());
    assertThat(begun).extracting(Invocation::state).doesNotContain(InvocationState.FAILED);
    assertThat(Runspaces.findAll("race*")).isEmpty();
  }

  @Test
  void whileItIsResizedStoppedAndRobbedEverythingEnds() throws Exception {
    try (RunspacePool pool =
        Runspaces.pool("churn").maximum(3).idleTimeout(Duration.ofMillis(1)).open()) {
      crowd(
          number -> {
            for (int i = 0; i < 200; i++) {
              Invocation<?> invocation = pool.begin(context -> pool.invoke(inner -> 1));
              switch ((number + i) % 8) {
                case 0 -> pool.resize(i % 2, 1 + i % 4);
                case 1, 2 -> invocation.stop();
                case 3 -> pool.runspace().children().stream().findAny().ifPresent(Runspace::close);
                default -> {}
              }
              try {
                invocation.await(Duration.ofSeconds(40));
              } catch (InvocationStoppedException | InvocationFailedException expected) {
                // Stopped itself, or its inner one was stopped with the runspace.
              }
            }
          });
      pool.resize(0, 3);

      assertThat((int) pool.invoke(context -> 1)).isEqualTo(1);
      assertThat(pool.queued()).isZero();
    }
    assertThat(Runspaces.findAll("churn*")).isEmpty();
  }

  @Test
  void aLongQueueIsNoProblem() throws Exception {
    var ran = new AtomicInteger();
    try (RunspacePool pool = Runspaces.pool("long").maximum(1).open()) {
      var gate = new Gate();
      pool.begin(Script.action(context -> gate.pass()));
      List<Invocation<?>> all = new ArrayList<>();
      for (int i = 0; i < 50_000; i++) {
        all.add(pool.begin(context -> ran.incrementAndGet()));
      }
      for (int i = 0; i < 25_000; i++) {
        all.get(i).stop();
      }
      gate.open();
      all.get(49_999).await();
    }

    assertThat(ran).hasValue(25_000);
  }
}
