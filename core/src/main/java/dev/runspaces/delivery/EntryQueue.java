package dev.runspaces.delivery;

import org.jspecify.annotations.Nullable;

/** What an inbox has taken and not delivered yet, oldest first. Guarded by the inbox's lock. */
final class EntryQueue {

  /** One event in one inbox; a ring, so that any of them can be taken out. */
  static final class Entry {
    private final @Nullable Occurrence occurrence;
    private final long number;
    private Entry before = this;
    private Entry after = this;

    private Entry(@Nullable Occurrence occurrence, long number) {
      this.occurrence = occurrence;
      this.number = number;
    }

    Occurrence occurrence() {
      if (occurrence == null) {
        throw new IllegalStateException("the end of the queue holds no event");
      }
      return occurrence;
    }

    /** Its number among all that the inbox has taken. */
    long number() {
      return number;
    }
  }

  /** Between the newest and the oldest. */
  private final Entry end = new Entry(null, 0);

  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  Entry add(Occurrence occurrence, long number) {
    var entry = new Entry(occurrence, number);
    entry.before = end.before;
    entry.after = end;
    end.before.after = entry;
    end.before = entry;
    size++;
    return entry;
  }

  void remove(Entry entry) {
    entry.before.after = entry.after;
    entry.after.before = entry.before;
    size--;
  }

  /** Takes the oldest; null if there is none. */
  @Nullable Entry poll() {
    Entry oldest = end.after;
    if (oldest == end) {
      return null;
    }
    remove(oldest);
    return oldest;
  }
}
