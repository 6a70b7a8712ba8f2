package dev.runspaces.delivery;

import java.time.Duration;

/**
 * How long a thread looks out for more before it goes to sleep: for as long as it was told; else
 * for a moment, which grows to some microseconds where more does come, and shrinks where it does
 * not.
 */
final class Patience {
  /** How long a look takes: some hundred nanoseconds, in which others can put in several events. */
  private static final int WAITS = 10;

  private static final int FEWEST = 2;

  /** Where there is one processor, whoever is looked out for needs it. */
  private static final int MOST = Runtime.getRuntime().availableProcessors() > 1 ? 40 : 0;

  /** What it was told; 0 if nothing. */
  private final long nanos;

  private int looks = Math.min(FEWEST, MOST);
  private int left;
  private long begun;

  Patience(Duration told) {
    nanos = told.toNanos();
  }

  void begin() {
    left = looks;
    if (nanos > 0) {
      begun = System.nanoTime();
    }
  }

  /** Waits until the next look; returns false if there is none. */
  boolean lasts() {
    if (nanos > 0) {
      Thread.onSpinWait();
      return System.nanoTime() - begun < nanos;
    }
    if (left == 0) {
      looks = Math.max(Math.min(FEWEST, MOST), looks / 2);
      return false;
    }
    left--;
    for (int i = 0; i < WAITS; i++) {
      Thread.onSpinWait();
    }
    return true;
  }

  void wasRewarded() {
    looks = Math.min(MOST, looks * 2);
  }
}
