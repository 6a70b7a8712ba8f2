package dev.runspaces.worker;

import org.jspecify.annotations.Nullable;

/**
 * Brings a thread to a worker that has something to do: one kind for each {@link
 * dev.runspaces.thread.ThreadPolicy}.
 */
public interface Carrier {

  /** Has a turn run soon, on some thread. Never waits, never runs it in place. */
  void request(Runnable turn);

  /**
   * Learns that a turn is still waited for: a carrier whose threads may be taken away looks whether
   * they are still there.
   */
  default void remind() {}

  /** Returns who has not yet given the thread for the turn that was requested last, if so. */
  default @Nullable Object awaitedLender() {
    return null;
  }

  /** Runs that turn in place, if nobody has begun it. For a thread of that lender's. */
  default void runHere() {}

  /** Learns that no more turns will be requested. */
  default void release() {}

  /** Returns how many letters are taken in one turn, before others may have the thread. */
  default int lettersPerTurn() {
    return Integer.MAX_VALUE;
  }

  /** Returns whether it brings no thread: work is done by the threads that hand it over. */
  default boolean isCaller() {
    return false;
  }
}
