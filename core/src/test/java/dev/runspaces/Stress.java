package dev.runspaces;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Random runs. The default build makes one of each, short; {@code -Dstress.seconds=60} goes on for
 * so long. A failure names its seed, and {@code -Dstress.seed=...} begins with it again: threads
 * are not bound by it, but what they are asked to do is.
 */
final class Stress {
  private static final long SECONDS = Long.getLong("stress.seconds", 0);

  private Stress() {}

  /** Something to do at random. */
  interface Run {
    void with(long seed) throws Exception;
  }

  /** Whether there is time for more than the default build's short form. */
  static boolean isLong() {
    return SECONDS > 0;
  }

  /** Runs it once, and then again with other seeds until the time is up. */
  static void repeat(Run run) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    Long given = Long.getLong("stress.seed");
    long seed = given == null ? System.nanoTime() : given;
    var seeds = new SplittableRandom(seed);
    do {
      once(run, seed);
      seed = seeds.nextLong();
    } while (System.nanoTime() < end);
  }

  private static void once(Run run, long seed) throws Exception {
    try {
      run.with(seed);
    } catch (InterruptedException timeOut) {
      throw new AssertionError("interrupted with -Dstress.seed=" + seed, timeOut);
    } catch (Throwable failure) {
      throw new AssertionError("fails with -Dstress.seed=" + seed + ": " + failure, failure);
    }
  }
}
