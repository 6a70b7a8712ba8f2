package dev.runspaces.worker;

import java.time.Duration;
import java.util.Objects;

/** A point in time until which something is waited for, as {@link System#nanoTime} counts. */
public record Deadline(long nanoTime) {
  /** About 146 years: half of what a difference of two nano times can say. */
  private static final long FOREVER = Long.MAX_VALUE / 2;

  private static final Deadline NEVER = new Deadline(System.nanoTime() + FOREVER);

  /** Returns the point so long from now; refuses a negative time-out. */
  public static Deadline after(Duration timeout) {
    Objects.requireNonNull(timeout, "a time-out is needed");
    if (timeout.isNegative()) {
      throw new IllegalArgumentException("a time-out of " + timeout + " is negative");
    }
    boolean huge = timeout.compareTo(Duration.ofNanos(FOREVER)) >= 0;
    return new Deadline(System.nanoTime() + (huge ? FOREVER : timeout.toNanos()));
  }

  /** Returns a point that nobody will see. */
  public static Deadline never() {
    return NEVER;
  }

  /** Returns whether nobody will see it. */
  public boolean isNever() {
    return remainingNanos() > FOREVER / 2;
  }

  /** Returns what is left, at least zero. */
  public long remainingNanos() {
    return Math.max(0, nanoTime - System.nanoTime());
  }

  /** Returns what is left, at least zero. */
  public Duration remaining() {
    return Duration.ofNanos(remainingNanos());
  }

  /** Returns whether nothing is left. */
  public boolean hasPassed() {
    return remainingNanos() == 0;
  }
}
