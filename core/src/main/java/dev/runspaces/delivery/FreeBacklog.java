package dev.runspaces.delivery;

import dev.runspaces.worker.Waiting;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A backlog without a limit and without locks: a linked queue whose newest link says what is still
 * let in, so that what is let in and what is refused are told apart by one compare-and-set.
 */
final class FreeBacklog implements Backlog {
  private static final VarHandle TAIL;
  private static final VarHandle HEAD;
  private static final VarHandle POLLED;
  private static final VarHandle NEXT;
  private static final VarHandle CLAIMED;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      TAIL = lookup.findVarHandle(FreeBacklog.class, "tail", Link.class);
      HEAD = lookup.findVarHandle(FreeBacklog.class, "head", Link.class);
      POLLED = lookup.findVarHandle(FreeBacklog.class, "polled", long.class);
      NEXT = lookup.findVarHandle(Link.class, "next", Link.class);
      CLAIMED = lookup.findVarHandle(Link.class, "claimed", boolean.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /** While there are fewer than this, the consumer looks each time how many there are. */
  private static final int FEW = 64;

  /** An event that waits; or, without an event, a mark from which on less is let in. */
  private static final class Link implements Accepted {
    private final boolean first;
    private @Nullable Occurrence occurrence;
    private long number;
    private Gate gate = Gate.OPEN;

    /** Whether somebody has it: who delivers, or who takes back. */
    private volatile boolean claimed;

    /** Itself where the queue has gone on. */
    private volatile @Nullable Link next;

    Link(@Nullable Occurrence occurrence, boolean first) {
      this.occurrence = occurrence;
      this.first = first;
    }

    boolean claim() {
      return CLAIMED.compareAndSet(this, false, true);
    }

    @Override
    public Occurrence take() {
      Occurrence taken = occurrence;
      if (taken == null) {
        throw new IllegalStateException("taken twice");
      }
      occurrence = null;
      return taken;
    }

    @Override
    public long number() {
      return number;
    }

    @Override
    public boolean isFirst() {
      return first;
    }
  }

  /** Taken back. */
  private record Returned(Occurrence take, long number, boolean isFirst) implements Accepted {}

  /** The newest. */
  private volatile Link tail = new Link(null, false);

  /** What was polled last. Written by who delivers. */
  private volatile Link head = tail;

  /** The numbers of what was polled last, and of what was taken back last. */
  private volatile long polled;

  private volatile long returned;

  /** How many there were when there was a look last, and when they were most. */
  private int lastSize;

  private volatile int highWaterMark;

  @Override
  public long put(Occurrence occurrence, Gate gate, boolean first) {
    var link = new Link(occurrence, first);
    Link before;
    do {
      before = tail;
      if (before.gate.compareTo(gate) > 0) {
        return 0;
      }
      link.gate = before.gate;
      link.number = before.number + 1;
    } while (!TAIL.compareAndSet(this, before, link));
    NEXT.setRelease(before, link);
    return link.number;
  }

  @Override
  public void narrow(Gate gate) {
    var mark = new Link(null, false);
    mark.claimed = true;
    mark.gate = gate;
    Link before;
    do {
      before = tail;
      if (before.gate.compareTo(gate) >= 0) {
        return;
      }
      mark.number = before.number;
    } while (!TAIL.compareAndSet(this, before, mark));
    before.next = mark;
  }

  @Override
  public boolean isOpen(Gate gate) {
    return tail.gate.compareTo(gate) <= 0;
  }

  @Override
  public @Nullable Accepted peek() {
    while (true) {
      Link at = head;
      Link next = at.next;
      if (next == null) {
        if (at == tail) {
          return null;
        }
        // Somebody is just putting it in.
        Waiting.giveWay();
      } else if (next.claimed) {
        goOnTo(next, at);
      } else {
        return next;
      }
    }
  }

  @Override
  public @Nullable Accepted poll() {
    while (peek() != null) {
      Link at = head;
      Link next = at.next;
      if (next != null) {
        goOnTo(next, at);
        if (next.claim()) {
          countUpTo(next.number);
          return next;
        }
      }
    }
    return null;
  }

  /** Others may see it late: then they take what is empty for what is not, and look again. */
  private void goOnTo(Link next, Link before) {
    HEAD.setRelease(this, next);
    NEXT.setRelease(before, before);
  }

  /** To look at the newest each time would slow down those who put in, where they are many. */
  private void countUpTo(long number) {
    if (lastSize < FEW || number % FEW == 0) {
      lastSize = size();
      if (lastSize > highWaterMark) {
        highWaterMark = lastSize;
      }
    }
    POLLED.setRelease(this, number);
  }

  @Override
  public synchronized List<Accepted> takeAll() {
    var all = new ArrayList<Accepted>();
    Link at = head;
    while (true) {
      Link next = at.next;
      if (next == at) {
        at = head;
      } else if (next != null) {
        Occurrence occurrence = next.occurrence;
        if (next.claim() && occurrence != null) {
          all.add(new Returned(occurrence, next.number, next.first));
          returned = next.number;
        }
        at = next;
      } else if (at == tail) {
        return all;
      } else {
        Waiting.giveWay();
      }
    }
  }

  @Override
  public boolean isEmpty() {
    return head == tail;
  }

  @Override
  public int size() {
    return (int) Math.max(0, tail.number - Math.max(polled, returned));
  }

  @Override
  public long lastNumber() {
    return tail.number;
  }

  @Override
  public int highWaterMark() {
    return Math.max(highWaterMark, size());
  }
}
