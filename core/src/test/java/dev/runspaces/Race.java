package dev.runspaces;

import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Two calls at the same moment, again and again, each time on something new. */
final class Race {
  private static final ExecutorService OPPONENT = ThreadChoice.threads(1);

  private static final int SPINS_BEFORE_OTHERS_MAY_RUN = 1_000;

  /** How far apart the two are let go at most, in spins. */
  private static final int LEAD = 300;

  private Race() {}

  /** One time. */
  interface Heat {
    void one() throws Exception;

    void other() throws Exception;

    /** When both have returned: checks what came of it. */
    void finish() throws Exception;
  }

  static void run(int times, Callable<? extends Heat> start) throws Exception {
    Stress.repeat(
        seed -> {
          var random = new Random(seed);
          for (int i = 0; i < times; i++) {
            run(start.call(), random.nextInt(2 * LEAD) - LEAD);
          }
        });
  }

  private static void run(Heat heat, int lead) throws Exception {
    var missing = new AtomicInteger(2);
    Future<?> opponent =
        OPPONENT.submit(
            () -> {
              meet(missing, lead);
              heat.other();
              return heat;
            });
    meet(missing, -lead);
    heat.one();
    opponent.get(20, TimeUnit.SECONDS);
    heat.finish();
  }

  /** Not a latch: the one that it wakes would always come last. */
  @SuppressWarnings("ThreadPriorityCheck") // on one processor it would spin until its time is up
  private static void meet(AtomicInteger missing, int delay) {
    missing.decrementAndGet();
    for (int spins = 0; missing.get() > 0; spins++) {
      if (spins > SPINS_BEFORE_OTHERS_MAY_RUN) {
        Thread.yield();
      }
      Thread.onSpinWait();
    }
    for (int i = 0; i < delay; i++) {
      Thread.onSpinWait();
    }
  }
}
