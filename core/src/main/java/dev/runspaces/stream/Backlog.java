package dev.runspaces.stream;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A queue whose items keep the number under which they came, from 0, however many have been
 * removed: so that a reader can find its place again. A ring, because {@link java.util.ArrayDeque}
 * gives no access by place. Used under a collection's lock.
 */
final class Backlog<T> {
  private static final @Nullable Object[] NONE = {};
  private static final int SMALLEST = 8;

  /** A longer ring is not kept for reuse when it becomes empty. */
  private static final int LONG = 1024;

  private final int most;

  /** As long as some power of two, or empty. */
  private @Nullable Object[] ring = NONE;

  private int head;
  private int size;
  private long first;
  private long dropped;

  /** Makes one that drops its oldest item rather than have more than this. */
  Backlog(int most) {
    this.most = most;
  }

  int size() {
    return size;
  }

  /** Returns the number of the oldest item, or of the next one if there is none. */
  long first() {
    return first;
  }

  /** Returns the number that the next item will have. */
  long end() {
    return first + size;
  }

  /** Returns how many have been dropped for want of room. */
  long dropped() {
    return dropped;
  }

  void add(T item) {
    if (size == most) {
      removeFirst();
      dropped++;
    }
    if (size == ring.length) {
      ring = copy(Math.max(SMALLEST, Math.multiplyExact(size, 2)));
      head = 0;
    }
    ring[(head + size) & (ring.length - 1)] = item;
    size++;
  }

  /** Returns the item of a number from {@link #first} to before {@link #end}. */
  T get(long number) {
    return at((head + (int) (number - first)) & (ring.length - 1));
  }

  T removeFirst() {
    T item = at(head);
    ring[head] = null;
    head = (head + 1) & (ring.length - 1);
    size--;
    first++;
    if (size == 0 && ring.length > LONG) {
      ring = NONE;
      head = 0;
    }
    return item;
  }

  /** Returns all, oldest first; immutable. */
  @SuppressWarnings("unchecked") // only add() puts anything in
  List<T> toList() {
    return (List<T>) Collections.unmodifiableList(Arrays.asList(copy(size)));
  }

  void clear() {
    first += size;
    ring = NONE;
    head = 0;
    size = 0;
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // between first and end is an item, a T
  private T at(int place) {
    return (T) ring[place];
  }

  private @Nullable Object[] copy(int length) {
    @Nullable Object[] copy = new Object[length];
    int untilWrap = Math.min(size, ring.length - head);
    System.arraycopy(ring, head, copy, 0, untilWrap);
    System.arraycopy(ring, 0, copy, untilWrap, size - untilWrap);
    return copy;
  }
}
