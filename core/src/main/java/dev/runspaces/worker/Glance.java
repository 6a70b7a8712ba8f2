package dev.runspaces.worker;

import java.util.function.BooleanSupplier;

/**
 * A look out for something, for as long as it takes to put a thread to sleep and to wake it again:
 * whoever takes it before he sleeps needs at most twice the time that he would need if he knew what
 * comes. Where it mostly comes at once, such as the value of a short script, he need not sleep;
 * where it has not come several times, he looks seldom. Any thread; those who share one share what
 * they have learned.
 */
final class Glance {
  /** Where there is one processor, whoever is looked out for needs it. */
  private static final long NANOS = Runtime.getRuntime().availableProcessors() > 1 ? 30_000 : 0;

  /** How often it is tried before others may have the processor: who is awaited may need it. */
  private static final int TRIES = 20;

  /** How often in a row it may be in vain, and after that it is tried once in so many times. */
  private static final int PATIENT = 4;

  private static final int SELDOM = 16;

  /** How often in a row it was in vain. Not exact where several threads count. */
  private int misses;

  /** Returns whether it has come to that; where there is no time for a look, it is not taken. */
  boolean until(BooleanSupplier reached, Deadline deadline) {
    return deadline.remainingNanos() > NANOS && until(reached);
  }

  /** Returns whether it has come to that. */
  boolean until(BooleanSupplier reached) {
    int before = misses;
    boolean isTried = before < PATIENT || before % SELDOM == 0;
    if (isTried ? look(reached) : reached.getAsBoolean()) {
      misses = 0;
      return true;
    }
    misses = before == Integer.MAX_VALUE ? PATIENT : before + 1;
    return false;
  }

  private static boolean look(BooleanSupplier reached) {
    for (int tries = 0; tries < TRIES; tries++) {
      if (reached.getAsBoolean()) {
        return true;
      }
      Thread.onSpinWait();
    }
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < NANOS) {
      Waiting.giveWay();
      if (reached.getAsBoolean()) {
        return true;
      }
    }
    return false;
  }
}
