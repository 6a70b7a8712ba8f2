package dev.runspaces.delivery;

import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Events in the order in which they came, any of which can be taken out. Not thread-safe. */
final class EntryQueue {

  /** One event in one inbox; a link of a ring. */
  static final class Entry {
    private final @Nullable Occurrence occurrence;
    private final long number;
    private final @Nullable Object key;
    private final long letter;
    private Entry before = this;
    private Entry after = this;

    Entry(@Nullable Occurrence occurrence, long number, @Nullable Object key, long letter) {
      this.occurrence = occurrence;
      this.number = number;
      this.key = key;
      this.letter = letter;
    }

    Occurrence occurrence() {
      if (occurrence == null) {
        throw new NoSuchElementException("the queue is empty");
      }
      return occurrence;
    }

    long number() {
      return number;
    }

    /** Returns the number of the event for which the letter was sent that delivers it. */
    long letter() {
      return letter;
    }

    /** What it has in common with those that replace it. */
    @Nullable Object key() {
      return key;
    }
  }

  /** Between the newest and the oldest. */
  private final Entry end = new Entry(null, 0, null, 0);

  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  Entry add(Entry entry) {
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

  /** Returns the oldest of which this is true. */
  Entry oldest(Predicate<Occurrence> condition) {
    Entry entry = end.after;
    while (!condition.test(entry.occurrence())) {
      entry = entry.after;
    }
    return entry;
  }
}
