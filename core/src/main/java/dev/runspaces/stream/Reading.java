package dev.runspaces.stream;

import dev.runspaces.thread.WaitInterruptedException;
import dev.runspaces.thread.WaitTimeoutException;
import dev.runspaces.worker.Deadline;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** One reader's way through a collection, waiting for more until it is completed. */
final class Reading<T> implements Iterator<T> {

  /** What becomes of what is read. */
  enum Way {
    /** It stays for others. */
    KEEPING,
    /** It is gone. */
    REMOVING
  }

  private final Store<T> store;
  private final Way way;

  /** How long to wait for each item; null: until there is one, or the end. */
  private final @Nullable Duration patience;

  /** The number of the item to read next, unless that has been removed. */
  private long place;

  private @Nullable T item;
  private boolean ended;

  Reading(Store<T> store, Way way, @Nullable Duration patience) {
    this.store = store;
    this.way = way;
    this.patience = patience;
  }

  /**
   * Reads an item, or finds that there will be none. Called under the collection's lock.
   *
   * @return false if it is to be tried again when there is more
   */
  boolean advance(Backlog<T> items, boolean completed) {
    place = Math.max(place, items.first());
    if (place == items.end()) {
      ended = completed;
      return completed;
    }
    item = way == Way.REMOVING ? items.removeFirst() : items.get(place);
    place++;
    return true;
  }

  /** Hands over what was read, if anything was. */
  @Nullable T take() {
    T taken = item;
    item = null;
    return taken;
  }

  @Override
  public boolean hasNext() {
    if (item == null && !ended) {
      read();
    }
    return item != null;
  }

  @Override
  public T next() {
    if (hasNext()) {
      T next = take();
      if (next != null) {
        return next;
      }
    }
    throw new NoSuchElementException(store.name + " is completed and has no more items");
  }

  private void read() {
    String what = "the wait for the next item of " + store.name;
    try {
      boolean inTime =
          store.read(this, patience == null ? Deadline.never() : Deadline.after(patience));
      if (!inTime && patience != null) {
        throw new WaitTimeoutException(what, patience);
      }
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new WaitInterruptedException(what, interrupt);
    }
  }
}
