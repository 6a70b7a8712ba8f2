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

  /** Makes one for a policy; who puts in may hold the turnstile already. */
  static Backlog of(Overflow policy, Inbox inbox, Turnstile turnstile) {
    return policy instanceof Unbounded
        ? new FreeBacklog(turnstile)
        : new LimitedBacklog(policy, inbox);
  }

  /** The answer to who puts in what is not let in. */
  long REFUSED = 0;

  /** The answer to who puts in what is dropped, because there are too many. */
  long DROPPED = -1;

  /** What is still let in; the later constant lets in less. */
  enum Gate {
    /** Everything. */
    OPEN,
    /** Errors: somebody may still handle them. */
    ERRORS,
    /** Nothing. */
    CLOSED
  }

  /** An event that was taken back. */
  record Returned(Occurrence occurrence, long number) {}

  /**
   * Takes an event. Called with the turnstile of the inbox.
   *
   * @param content the event; or the object that was posted, if it has an origin
   * @param gate where it is let in, at the latest
   * @param first whether it begins what a letter of its own delivers
   * @return its number, from 1; or what has become of it
   */
  long put(Object content, @Nullable Origin origin, long sequence, Gate gate, boolean first);

  /**
   * Takes out the oldest, if its number is not above this, or if it came after others for which
   * there was a letter. For who delivers.
   *
   * @return whether there was one
   */
  boolean poll(Arrival into, long from);

  /** Tells whether there is one to poll. For who delivers. */
  boolean hasNext(long from);

  /** Takes out all. */
  List<Returned> takeAll();

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
