package dev.runspaces;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a runspace still has to do, in the order in which it came: deliveries of events, and work.
 * Any thread puts in; the runspace's own thread takes out.
 *
 * <p>They are two lanes because a script that waits has its runspace's events delivered meanwhile,
 * but must not have another script started in its middle.
 */
final class Mailbox {

  /** What to take. */
  enum Lanes {
    /** Deliveries of events only. */
    DELIVERIES,
    /** Whatever came first. */
    ALL
  }

  private record Letter(long number, Runnable content) {}

  private final ArrayDeque<Letter> deliveries = new ArrayDeque<>();
  private final ArrayDeque<Letter> work = new ArrayDeque<>();
  private long lastNumber;
  private boolean ended;

  synchronized void putDelivery(Runnable delivery) {
    deliveries.addLast(new Letter(++lastNumber, delivery));
    notifyAll();
  }

  synchronized void putWork(Runnable task) {
    work.addLast(new Letter(++lastNumber, task));
    notifyAll();
  }

  /**
   * Takes the next letter, waiting for one if need be.
   *
   * @param enough asked whenever there is news, see {@link #wake}: whether to stop waiting
   * @return what to run; null if it was enough, or the time ran out
   */
  synchronized @Nullable Runnable take(Lanes lanes, BooleanSupplier enough, Deadline deadline)
      throws InterruptedException {
    while (!enough.getAsBoolean()) {
      // Both before the next letter: when letters never cease, they would never be asked after it.
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      long nanos = deadline.remainingNanos();
      if (nanos == 0) {
        return null;
      }
      Runnable next = poll(lanes);
      if (next != null) {
        return next;
      }
      TimeUnit.NANOSECONDS.timedWait(this, nanos);
    }
    return null;
  }

  /** Takes the next letter if there is one. */
  synchronized @Nullable Runnable poll(Lanes lanes) {
    ArrayDeque<Letter> lane = deliveries;
    if (lanes == Lanes.ALL && (deliveries.isEmpty() || workIsOlder())) {
      lane = work;
    }
    Letter letter = lane.poll();
    return letter == null ? null : letter.content;
  }

  /** Has a waiting {@link #take} ask again whether it is enough. */
  synchronized void wake() {
    notifyAll();
  }

  /** Lets the thread that takes go home once all is taken. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Tells whether that is so: nothing more will come, and all is taken. */
  synchronized boolean isDrained() {
    return ended && deliveries.isEmpty() && work.isEmpty();
  }

  private boolean workIsOlder() {
    Letter oldestWork = work.peek();
    Letter oldestDelivery = deliveries.peek();
    return oldestWork != null
        && oldestDelivery != null
        && oldestWork.number < oldestDelivery.number;
  }
}
