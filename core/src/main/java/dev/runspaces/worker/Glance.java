package dev.runspaces.worker;

import java.util.function.BooleanSupplier;

/**
 * A look out for something, for as long as it takes to put a thread to sleep and to wake it again.
 * Whoever takes it before he sleeps needs at most twice the time that he would need if he knew what
 * comes; and mostly it comes at once: the value of a short script, or the next script.
 */
final class Glance {
  /** Where there is one processor, whoever is looked out for needs it. */
  private static final long NANOS = Runtime.getRuntime().availableProcessors() > 1 ? 20_000 : 0;

  /** How often it is tried before others may have the processor: who is awaited may need it. */
  private static final int TRIES = 20;

  private Glance() {}

  /** Returns whether it has come to that. */
  static boolean until(BooleanSupplier reached) {
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
