package dev.runspaces;

import dev.runspaces.worker.Deadline;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The runspaces of a pool: how many there are, and which are idle. Thread-safe; calls nobody. */
final class PoolMembers {
  private final Duration idleTimeout;

  /** The one used last comes first, so that those which are not needed grow old. */
  private final ArrayDeque<Idle> idle = new ArrayDeque<>();

  private PoolSize limits;

  /** How many there are, idle, busy and being opened. */
  private int size;

  private int opening;
  private boolean watched;

  PoolMembers(PoolSize limits, Duration idleTimeout) {
    this.limits = limits;
    this.idleTimeout = idleTimeout;
  }

  /** Whether anything has run in a runspace. */
  enum Freshness {
    REUSED,
    FRESH
  }

  private record Idle(RunspaceCore core, Freshness freshness, Deadline cleanUp) {
    boolean isOpen() {
      return core.state() == RunspaceState.OPENED;
    }
  }

  synchronized PoolSize limits() {
    return limits;
  }

  synchronized int size() {
    return size;
  }

  synchronized int opening() {
    return opening;
  }

  /** Returns for how many scripts there is a runspace, or room for one. */
  synchronized int available() {
    return room() + idle.size();
  }

  /** Returns for how many scripts there is, or soon will be, a runspace. */
  synchronized int places() {
    return room() + idle.size() + opening;
  }

  /** Changes the limits; returns what is idle and now too much, for the caller to close. */
  synchronized List<RunspaceCore> resize(PoolSize next) {
    limits = next;
    var surplus = new ArrayList<RunspaceCore>();
    while (size > limits.maximum() && !idle.isEmpty()) {
      surplus.add(takeOldest());
    }
    return surplus;
  }

  /** Makes room for one that is going to be opened; returns whether there is any. */
  synchronized boolean reserve() {
    boolean room = room() > 0;
    if (room) {
      reserveExtra();
    }
    return room;
  }

  /** Makes room for what is missing to the minimum; returns for how many. */
  synchronized int reserveMissing() {
    int missing = 0;
    while (size < limits.minimum()) {
      reserveExtra();
      missing++;
    }
    return missing;
  }

  /** Makes room for one beyond the maximum, in the place of one that waits for it. */
  synchronized void reserveExtra() {
    size++;
    opening++;
  }

  /** What there was room for could not be opened. */
  synchronized void giveUp() {
    size--;
    opening--;
  }

  /** What there was room for has been opened, and is busy from now on. */
  synchronized void opened() {
    opening--;
  }

  /**
   * What there was room for has been opened, and is idle.
   *
   * @return whether it stays; if not, the caller closes it
   */
  synchronized boolean openedIdle(RunspaceCore core) {
    opening--;
    return stay(core, Freshness.FRESH);
  }

  /**
   * Takes back one that has run something.
   *
   * @param wanted what the script wanted; nobody wants a runspace that was used by one of those
   * @return whether it stays; if not, the caller closes it
   */
  synchronized boolean giveBack(RunspaceCore core, Freshness wanted) {
    if (wanted == Freshness.REUSED) {
      return stay(core, Freshness.REUSED);
    }
    size--;
    return false;
  }

  private boolean stay(RunspaceCore core, Freshness freshness) {
    var member = new Idle(core, freshness, Deadline.after(idleTimeout));
    boolean stays = size <= limits.maximum() && member.isOpen();
    if (stays) {
      idle.addFirst(member);
    } else {
      size--;
    }
    return stays;
  }

  /** Takes an idle one for something to run in, if there is one that will do. */
  synchronized @Nullable RunspaceCore takeIdle(Freshness wanted) {
    for (Iterator<Idle> iterator = idle.iterator(); iterator.hasNext(); ) {
      Idle member = iterator.next();
      if (!member.isOpen()) {
        // Somebody has closed it behind the pool's back.
        iterator.remove();
        size--;
      } else if (wanted == Freshness.REUSED || member.freshness == Freshness.FRESH) {
        iterator.remove();
        return member.core;
      }
    }
    return null;
  }

  /** Makes room by giving up an idle one, for the caller to close, if there is one. */
  synchronized @Nullable RunspaceCore makeRoom() {
    return idle.isEmpty() ? null : takeOldest();
  }

  /** Takes those that have been idle too long, down to the minimum, for the caller to close. */
  synchronized List<RunspaceCore> takeOld() {
    watched = false;
    var old = new ArrayList<RunspaceCore>();
    while (size > limits.minimum() && !idle.isEmpty() && idle.getLast().cleanUp.hasPassed()) {
      old.add(takeOldest());
    }
    return old;
  }

  /**
   * Asks whether somebody has to {@linkplain #takeOld look} later for what has been idle too long;
   * nobody else is told until he has.
   *
   * @return when, if so
   */
  synchronized Optional<Deadline> nextCleanUp() {
    if (watched || idle.isEmpty() || size <= limits.minimum()) {
      return Optional.empty();
    }
    watched = true;
    return Optional.of(idle.getLast().cleanUp);
  }

  private int room() {
    return Math.max(0, limits.maximum() - size);
  }

  private RunspaceCore takeOldest() {
    size--;
    return idle.removeLast().core;
  }
}
