package dev.runspaces.delivery;

import dev.runspaces.delivery.Backlog.Returned;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events in the order in which they came, in chunks of places; the last chunk that is done with is
 * used again, so that where events go through as fast as they come nothing is allocated.
 *
 * <p>Who puts in and who takes back has the turnstile of the {@link FreeBacklog}; who delivers has
 * not. An event belongs to whoever counts up to its number.
 */
@SuppressWarnings("unused") // the distances between what different threads write
final class Ring {
  private static final VarHandle LAST;
  private static final VarHandle CLAIMED;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      LAST = lookup.findVarHandle(Ring.class, "last", long.class);
      CLAIMED = lookup.findVarHandle(Ring.class, "claimed", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private static final int FIRST_SIZE = 16;
  private static final int MOST = 1_024;

  /** How many are polled between two looks at how many there are: that slows down who puts in. */
  private static final int BETWEEN_LOOKS = 64;

  private long before1, before2, before3, before4, before5, before6, before7, before8;

  /** The number of what was put in last. Written, after the event, by who puts in. */
  private volatile long last;

  /** What it was put into. For who puts in. */
  private Chunk newest = new Chunk(FIRST_SIZE, 1);

  /** One that is done with. Given by who delivers, and taken by who puts in. */
  private volatile @Nullable Chunk spare;

  private long between1, between2, between3, between4, between5, between6, between7, between8;

  /** The number of what was polled or taken back last. */
  private volatile long claimed;

  /** Where the oldest is, or where it was. Written by who delivers, as are the next two. */
  private volatile Chunk oldest = newest;

  /** The number of the newest when there was a look last. */
  private long seen;

  private volatile int highWaterMark;

  private long after1, after2, after3, after4, after5, after6, after7, after8;

  /** With the turnstile. */
  long put(Object content, @Nullable Origin origin, long sequence, boolean first) {
    long number = last + 1;
    Chunk into = newest;
    if (into.isBefore(number)) {
      into = append(into, number);
    }
    into.set(number, content, origin, sequence, first);
    // A mere release, which takes a third of a fence: who ends a letter that this relies on passes
    // the turnstile, too.
    LAST.setRelease(this, number);
    return number;
  }

  private Chunk append(Chunk full, long number) {
    int size = full.size();
    // Larger ones only where they are needed at once: what a quiet runspace keeps is small.
    int wanted = number - claimed > size / 2 ? Math.min(MOST, size * 4) : size;
    Chunk more = spare;
    spare = null;
    if (more == null || more.size() < wanted) {
      more = new Chunk(wanted, number);
    } else {
      more.beginAt(number);
    }
    full.setNext(more);
    newest = more;
    return more;
  }

  /** For who delivers. */
  boolean hasNext(long from) {
    while (true) {
      long number = claimed + 1;
      if (!isThere(number)) {
        return false;
      }
      boolean itIs = number <= from || !chunkOf(number).isFirst(number);
      if (claimed + 1 == number) {
        return itIs;
      }
    }
  }

  /** For who delivers. */
  boolean poll(Arrival into, long from) {
    while (true) {
      long number = claimed + 1;
      if (!isThere(number)) {
        return false;
      }
      Chunk chunk = chunkOf(number);
      if (number > from && chunk.isFirst(number)) {
        if (claimed + 1 == number) {
          return false;
        }
      } else {
        chunk.copy(number, into);
        if (CLAIMED.compareAndSet(this, number - 1, number)) {
          chunk.clear(number);
          return true;
        }
      }
    }
  }

  private boolean isThere(long number) {
    if (number > seen || number % BETWEEN_LOOKS == 0) {
      seen = last;
      int waiting = (int) (seen - number + 1);
      if (waiting > highWaterMark) {
        highWaterMark = waiting;
      }
    }
    return number <= seen;
  }

  /** Returns where it is, and gives back what is done with. For who delivers. */
  private Chunk chunkOf(long number) {
    Chunk chunk = oldest;
    while (chunk.isBefore(number)) {
      Chunk next = chunk.next();
      if (next == null) {
        throw new IllegalStateException("event " + number + " has no place");
      }
      oldest = next;
      // After that, see takeAll; it must not keep those alive that come after it.
      chunk.setNext(null);
      Chunk other = spare;
      if (other == null || other.size() < chunk.size()) {
        spare = chunk;
      }
      chunk = next;
    }
    return chunk;
  }

  /** With the turnstile: takes all that nobody has. */
  void takeAll(List<Returned> into) {
    long newestNumber = last;
    long before;
    do {
      before = claimed;
    } while (!CLAIMED.compareAndSet(this, before, newestNumber));
    Chunk chunk = oldest;
    for (long number = before + 1; number <= newestNumber; number++) {
      while (chunk.isBefore(number)) {
        // Who delivers may just have gone on from there, no further than to the first of these.
        Chunk next = chunk.next();
        chunk = next == null ? oldest : next;
      }
      into.add(new Returned(chunk.occurrence(number), number));
      chunk.clear(number);
    }
  }

  int size() {
    long done = claimed;
    return (int) Math.max(0, last - done);
  }

  boolean isEmpty() {
    long done = claimed;
    return last <= done;
  }

  long lastNumber() {
    return last;
  }

  int highWaterMark() {
    return Math.max(highWaterMark, size());
  }
}
