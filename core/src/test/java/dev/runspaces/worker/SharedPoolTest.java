package dev.runspaces.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Turns for the threads that all POOLED runspaces share. */
@Timeout(60)
class SharedPoolTest {
  private static final int TURNS = 20_000;

  /** Longer than a thread looks out, sometimes. */
  private static final int MOST_NANOS_BETWEEN = 60_000;

  @Test
  void areRunOnceEachHoweverLongAgoTheOneBeforeWas() throws InterruptedException {
    var runs = new AtomicIntegerArray(TURNS);
    var all = new CountDownLatch(TURNS);
    List<Thread> givers = new ArrayList<>();
    var next = new AtomicInteger();
    for (int giver = 0; giver < 2; giver++) {
      givers.add(
          new Thread(
              () -> {
                for (int turn = next.getAndIncrement();
                    turn < TURNS;
                    turn = next.getAndIncrement()) {
                  give(turn, runs, all);
                }
              }));
    }
    givers.forEach(Thread::start);

    assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
    for (Thread giver : givers) {
      giver.join();
    }
    for (int turn = 0; turn < TURNS; turn++) {
      assertThat(runs.get(turn)).isEqualTo(1);
    }
  }

  private static void give(int turn, AtomicIntegerArray runs, CountDownLatch all) {
    SharedPool.execute(
        () -> {
          runs.incrementAndGet(turn);
          all.countDown();
        });
    long until = System.nanoTime() + ThreadLocalRandom.current().nextInt(MOST_NANOS_BETWEEN);
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
  }

  @Test
  void areRunWhileTheOneThatGaveThemIsBusy() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    SharedPool.execute(
        () -> {
          SharedPool.execute(ended::countDown);
          begun.countDown();
          while (ended.getCount() > 0) {
            LockSupport.parkNanos(100_000);
          }
        });

    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
  }
}
