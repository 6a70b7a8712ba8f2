package dev.runspaces.worker;

import java.util.ArrayDeque;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
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

  /** How often there was news; who waits knows by it whether it has missed any. */
  private long newsSoFar;

  /** Puts a letter in; any thread, never waits. */
  void put(Lanes lane, Runnable content) {
    lock.lock();
    try {
      (lane == Lanes.DELIVERIES ? deliveries : work).addLast(new Letter(++lastNumber, content));
      tellNews();
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
    while (true) {
      long seen;
      lock.lock();
      try {
        if (enough.getAsBoolean()) {
          return false;
        }
        if (!taken) {
          taken = true;
          return true;
        }
        seen = newsSoFar;
      } finally {
        lock.unlock();
      }
      if (deadline.hasPassed()) {
        return false;
      }
      awaitNews(seen, deadline);
    }
  }

  void leave() {
    lock.lock();
    try {
      taken = false;
      tellNews();
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
    while (true) {
      long seen;
      lock.lock();
      try {
        if (enough.getAsBoolean()) {
          return null;
        }
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
        seen = newsSoFar;
      } finally {
        lock.unlock();
      }
      awaitNews(seen, deadline);
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
      tellNews();
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

  boolean isEmpty() {
    lock.lock();
    try {
      return deliveries.isEmpty() && work.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  private long oldestNumber() {
    return Math.min(numberOf(deliveries.peek()), numberOf(work.peek()));
  }

  private static long numberOf(@Nullable Letter letter) {
    return letter == null ? Long.MAX_VALUE : letter.number;
  }

  private void tellNews() {
    newsSoFar++;
    news.signalAll();
  }

  /**
   * Waits for more news than this, or until the time has run out. Not under the lock: a pool of the
   * program's own that makes up for the thread calls a thread factory of the program's own.
   */
  private void awaitNews(long seen, Deadline deadline) throws InterruptedException {
    var wait = new NewsWait(seen, deadline);
    try {
      ForkJoinPool.managedBlock(wait);
    } catch (RejectedExecutionException notMadeUpFor) {
      // The pool has as many threads as it may have; that is no reason not to wait.
      boolean unused = wait.block();
    }
  }

  private final class NewsWait implements ForkJoinPool.ManagedBlocker {
    private final long seen;
    private final Deadline deadline;

    NewsWait(long seen, Deadline deadline) {
      this.seen = seen;
      this.deadline = deadline;
    }

    @Override
    public boolean block() throws InterruptedException {
      lock.lockInterruptibly();
      try {
        while (newsSoFar == seen && !deadline.hasPassed()) {
          long unused = news.awaitNanos(deadline.remainingNanos());
        }
        return true;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public boolean isReleasable() {
      lock.lock();
      try {
        return newsSoFar != seen || deadline.hasPassed();
      } finally {
        lock.unlock();
      }
    }
  }
}
