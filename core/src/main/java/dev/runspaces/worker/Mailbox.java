package dev.runspaces.worker;

import java.util.ArrayDeque;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a runspace still has to do, in the order in which it came: deliveries of events, and work.
 * Any thread puts in; one at a time, who has entered, takes out.
 *
 * <p>They are two lanes because a script that waits has its runspace's events delivered meanwhile,
 * but must not have another script started in its middle.
 */
final class Mailbox {

  private record Letter(long number, Runnable content) {}

  /** Not a monitor: a virtual thread that waits here must not pin what carries it. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition news = lock.newCondition();

  private final ArrayDeque<Letter> deliveries = new ArrayDeque<>();
  private final ArrayDeque<Letter> work = new ArrayDeque<>();
  private long lastNumber;

  /** Whether somebody has entered, or is on the way. */
  private boolean taken;

  /** Puts a letter in; any thread, never waits. */
  void put(Lanes lane, Runnable content) {
    lock.lock();
    try {
      (lane == Lanes.DELIVERIES ? deliveries : work).addLast(new Letter(++lastNumber, content));
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Enters if there is something to take, and nobody else has entered; returns whether it did. */
  boolean enterForLetters() {
    lock.lock();
    try {
      boolean enters = !taken && !isEmpty();
      taken |= enters;
      return enters;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Enters as soon as nobody else has.
   *
   * @return whether it did; false if it was enough, or the time ran out
   */
  boolean enterInTime(BooleanSupplier enough, Deadline deadline) throws InterruptedException {
    lock.lock();
    try {
      while (!enough.getAsBoolean()) {
        if (!taken) {
          taken = true;
          return true;
        }
        if (deadline.hasPassed()) {
          return false;
        }
        awaitNews(deadline);
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      taken = false;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Takes the next letter if there is one that is not newer than this. For who has entered. */
  @Nullable Runnable pollUpTo(long newest) {
    lock.lock();
    try {
      return oldestNumber() <= newest ? poll(Lanes.ALL) : null;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes the next letter, waiting for one if need be. For who has entered.
   *
   * @param enough asked whenever there is news, see {@link #wake}: whether to stop waiting
   * @return what to run; null if it was enough, or the time ran out
   */
  @Nullable Runnable take(Lanes lanes, BooleanSupplier enough, Deadline deadline)
      throws InterruptedException {
    lock.lock();
    try {
      while (!enough.getAsBoolean()) {
        // Both before the next letter: when letters never cease, they would never be asked after
        // it.
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (deadline.hasPassed()) {
          return null;
        }
        Runnable next = poll(lanes);
        if (next != null) {
          return next;
        }
        awaitNews(deadline);
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** Takes the next letter if there is one. For who has entered. */
  @Nullable Runnable poll(Lanes lanes) {
    lock.lock();
    try {
      ArrayDeque<Letter> lane = deliveries;
      if (lanes == Lanes.ALL && numberOf(work.peek()) < numberOf(deliveries.peek())) {
        lane = work;
      }
      Letter letter = lane.poll();
      return letter == null ? null : letter.content;
    } finally {
      lock.unlock();
    }
  }

  /** Has those who wait here ask again whether it is enough. */
  void wake() {
    lock.lock();
    try {
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean hasWork() {
    lock.lock();
    try {
      return !work.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Returns the number of the newest letter so far; 0 if there never was one. */
  long lastNumber() {
    lock.lock();
    try {
      return lastNumber;
    } finally {
      lock.unlock();
    }
  }

  private boolean isEmpty() {
    return deliveries.isEmpty() && work.isEmpty();
  }

  private long oldestNumber() {
    return Math.min(numberOf(deliveries.peek()), numberOf(work.peek()));
  }

  private static long numberOf(@Nullable Letter letter) {
    return letter == null ? Long.MAX_VALUE : letter.number;
  }

  /**
   * Waits for a signal. Called with the lock held once; in a pool that makes up for threads that
   * wait, it does.
   */
  private void awaitNews(Deadline deadline) throws InterruptedException {
    ForkJoinPool.managedBlock(
        new ForkJoinPool.ManagedBlocker() {
          private boolean waited;

          @Override
          @SuppressWarnings("WaitNotInLoop") // those who call awaitNews do, in a loop
          public boolean block() throws InterruptedException {
            waited = true;
            boolean unused = news.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
            return true;
          }

          @Override
          public boolean isReleasable() {
            return waited;
          }
        });
  }
}
