package dev.runspaces;

import dev.runspaces.RunspacePool.Freshness;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The runspaces of a pool: how many there are, and which are idle. Thread-safe; calls nobody. */
final class PoolMembers {
  private final RunspaceCore host;

  /** The one used last comes first, so that those which are not needed grow old. */
  private final ArrayDeque<Member> idle = new ArrayDeque<>();

  private PoolSize limits;

  /** How many there are, idle, busy and being opened. */
  private int size;

  private int lastNumber;
  private boolean cleaning;

  PoolMembers(RunspaceCore host, PoolSize limits) {
    this.host = host;
    this.limits = limits;
  }

  /** A runspace of the pool, as it lies idle; {@code idleSince} as {@link System#nanoTime}. */
  record Member(RunspaceCore core, Freshness freshness, long idleSince) {}

  synchronized PoolSize limits() {
    return limits;
  }

  synchronized int size() {
    return size;
  }

  synchronized int available() {
    return Math.max(0, limits.maximum() - size) + idle.size();
  }

  synchronized int nextNumber() {
    return ++lastNumber;
  }

  /** Changes the limits; returns what is idle and now too much, for the caller to close. */
  synchronized List<RunspaceCore> resize(PoolSize next) {
    limits = next;
    var surplus = new ArrayList<RunspaceCore>();
    while (size > limits.maximum() && !idle.isEmpty()) {
      surplus.add(idle.removeLast().core);
      size--;
    }
    return surplus;
  }

  /** Makes room for one more; returns whether there is any. */
  synchronized boolean reserve() {
    boolean room = size < limits.maximum();
    if (room) {
      size++;
    }
    return room;
  }

  /** Makes room for one more if the minimum is not reached. */
  synchronized boolean reserveMissing() {
    return size < limits.minimum() && reserve();
  }

  /** The room that was made is not used after all, or no longer. */
  synchronized void giveUp() {
    size--;
  }

  /** A new one has been opened. */
  synchronized void add(RunspaceCore core) {
    idle.addFirst(new Member(core, Freshness.FRESH, System.nanoTime()));
  }

  /** One that was taken is no longer there. */
  synchronized void remove(Member member) {
    size--;
  }

  /** Takes an idle one for something to run in, if there is one that will do. */
  synchronized @Nullable Member takeIdle(Freshness wanted) {
    for (Iterator<Member> iterator = idle.iterator(); iterator.hasNext(); ) {
      Member member = iterator.next();
      if (wanted == Freshness.REUSED || member.freshness == Freshness.FRESH) {
        iterator.remove();
        return member;
      }
    }
    return null;
  }

  /** Takes an idle one in which something has run, for the caller to close; makes room by that. */
  synchronized @Nullable RunspaceCore takeUsed() {
    Member used = idle.pollLast();
    if (used == null) {
      return null;
    }
    size--;
    return used.core;
  }

  /**
   * Takes back one that has run something.
   *
   * @return whether it stays; if not, the caller closes it
   */
  synchronized boolean giveBack(Member member, Freshness wanted) {
    boolean stays = wanted == Freshness.REUSED && size <= limits.maximum() && host.acceptsWork();
    if (stays) {
      idle.addFirst(new Member(member.core, Freshness.REUSED, System.nanoTime()));
    } else {
      size--;
    }
    return stays;
  }

  /** Returns whether somebody has to look later for what has been idle too long. */
  synchronized boolean wantsCleaning() {
    boolean wanted = !cleaning && !idle.isEmpty() && size > limits.minimum() && host.acceptsWork();
    cleaning |= wanted;
    return wanted;
  }

  /** Takes those that have been idle so long, down to the minimum, for the caller to close. */
  synchronized List<RunspaceCore> takeIdleSince(Duration timeout) {
    cleaning = false;
    long now = System.nanoTime();
    var old = new ArrayList<RunspaceCore>();
    while (size > limits.minimum()) {
      Member oldest = idle.peekLast();
      if (oldest == null || now - oldest.idleSince < timeout.toNanos()) {
        break;
      }
      old.add(idle.removeLast().core);
      size--;
    }
    return old;
  }
}
