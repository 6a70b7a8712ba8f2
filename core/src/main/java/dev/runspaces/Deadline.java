package dev.runspaces;

import java.time.Duration;

/** A point in time until which something is waited for, as {@link System#nanoTime} counts. */
record Deadline(long nanoTime) {
  /** About 146 years: half of what a difference of two nano times can say. */
  private static final long FOREVER = Long.MAX_VALUE / 2;

  static Deadline after(Duration timeout) {
    if (timeout.isNegative()) {
      throw new IllegalArgumentException("a time-out of " + timeout + " is negative");
    }
    boolean huge = timeout.compareTo(Duration.ofNanos(FOREVER)) >= 0;
    return new Deadline(System.nanoTime() + (huge ? FOREVER : timeout.toNanos()));
  }

  static Deadline never() {
    return new Deadline(System.nanoTime() + FOREVER);
  }

  /** Returns what is left, at least zero. */
  long remainingNanos() {
    return Math.max(0, nanoTime - System.nanoTime());
  }

  Duration remaining() {
    return Duration.ofNanos(remainingNanos());
  }

  boolean hasPassed() {
    return remainingNanos() == 0;
  }
}
