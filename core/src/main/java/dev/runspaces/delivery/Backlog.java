package dev.runspaces.delivery;

import dev.runspaces.event.Overflow;
import dev.runspaces.event.Overflow.Unbounded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events that wait in an inbox, oldest first. Any thread puts in and takes back; one at a time,
 * who delivers, polls.
 */
sealed interface Backlog permits FreeBacklog, LimitedBacklog {

  /** Makes one for a policy. */
  static Backlog of(Overflow policy, Inbox inbox) {
    return policy instanceof Unbounded ? new FreeBacklog() : new LimitedBacklog(policy, inbox);
  }

  /** What is still let in; the later constant lets in less. */
  enum Gate {
    /** Everything. */
    OPEN,
    /** Errors: somebody may still handle them. */
    ERRORS,
    /** Nothing. */
    CLOSED
  }

  /** An event that was let in. */
  interface Accepted {
    /** Returns it; called once. */
    Occurrence take();

    /** Returns its number among all that were let in, from 1. */
    long number();

    /** Tells whether it begins what a letter of its own delivers. */
    boolean isFirst();
  }

  /**
   * Takes an event.
   *
   * @param gate where it is let in, at the latest
   * @param first whether it begins what a letter of its own delivers
   * @return the number of what was let in last, be it this; 0 if it was not let in
   */
  long put(Occurrence occurrence, Gate gate, boolean first);

  /** Returns the oldest, which stays; null if there is none. For who delivers. */
  @Nullable Accepted peek();

  /** Takes out the oldest; null if there is none. For who delivers. */
  @Nullable Accepted poll();

  /** Takes out all. */
  List<Accepted> takeAll();

  /** Lets in no more than this from now on. */
  void narrow(Gate gate);

  /** Tells whether somebody who comes here is let in. */
  boolean isOpen(Gate gate);

  boolean isEmpty();

  int size();

  /** Returns the number of what was let in last. */
  long lastNumber();

  /** Returns how many there were when they were most. */
  int highWaterMark();

  /** Returns how many were dropped, because there were too many. */
  default long dropped() {
    return 0;
  }

  /** Returns how many a newer one has taken the place of. */
  default long replaced() {
    return 0;
  }
}
