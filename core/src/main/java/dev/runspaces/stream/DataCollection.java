package dev.runspaces.stream;

import dev.runspaces.event.Registration;
import dev.runspaces.thread.WaitInterruptedException;
import dev.runspaces.thread.WaitRefusedException;
import dev.runspaces.thread.WaitTimeoutException;
import dev.runspaces.worker.Deadline;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A list for code that runs at the same time: some add to it, others read it meanwhile, until it is
 * completed. PowerShell's {@code PSDataCollection}.
 *
 * <p>What is read with {@link #poll}, {@link #take}, {@link #readAll} or {@link #consuming} is
 * removed; {@link #snapshot} and {@link #iterator} leave it there. Each item that is removed is
 * removed by one reader only.
 *
 * <p>Safe for use on any thread. Where a method waits it says so; a wait inside a runspace goes on
 * delivering that runspace's events, and on a thread that must not wait it is refused. Null is no
 * item.
 *
 * @param <T> what it is a collection of
 */
public final class DataCollection<T> implements Iterable<T> {
  private static final String NAME = "the collection";

  private final Store<T> store;

  /** Where items go that are added, if this is one view of several. */
  private final @Nullable Inlet<T> inlet;

  /** Makes an empty one, which takes as many items as there is memory for. */
  public DataCollection() {
    this(new Store<>(new Object(), NAME, new Backlog<>(Integer.MAX_VALUE)), null);
  }

  /** Makes one on top of a store. */
  DataCollection(Store<T> store, @Nullable Inlet<T> inlet) {
    this.store = store;
    this.inlet = inlet;
  }

  /**
   * Makes an empty one in which adding waits while it is full, so that who adds is no faster than
   * who reads. Items must be removed for others to find room, which {@link #iterator} does not do.
   * Of several who wait, any may be the next.
   *
   * @param capacity how many items there may be, from 1
   * @param <T> what it is a collection of
   * @return a new collection
   * @throws IllegalArgumentException if the capacity is less than 1
   */
  public static <T> DataCollection<T> bounded(int capacity) {
    refuseLessThanOne("bounded", capacity);
    return new DataCollection<>(new Store<>(NAME, new Store.Bound(capacity)), null);
  }

  /**
   * Makes an empty one that keeps the newest items only: adding to a full one drops the oldest. For
   * what is written without end, and looked at now and then.
   *
   * @param count how many items to keep, from 1
   * @param <T> what it is a collection of
   * @return a new collection
   * @throws IllegalArgumentException if the count is less than 1
   */
  public static <T> DataCollection<T> keepingLast(int count) {
    refuseLessThanOne("keepingLast", count);
    return new DataCollection<>(new Store<>(new Object(), NAME, new Backlog<>(count)), null);
  }

  static void refuseLessThanOne(String call, int count) {
    if (count < 1) {
      throw new IllegalArgumentException(
          call + ": there is no room for any item in " + count + "; give 1 or more");
    }
  }

  /**
   * Adds an item at the end. Waits for room if this is {@linkplain #bounded bounded}, otherwise
   * never.
   *
   * @param item what to add
   * @throws IllegalStateException if this is completed, or becomes so while waiting
   * @throws WaitInterruptedException if the waiting thread is interrupted; nothing was added
   * @throws WaitRefusedException if there is no room and this thread must not wait
   */
  public void add(T item) {
    try {
      boolean unused = offer(item) || store.offer(item, Deadline.never());
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      throw new WaitInterruptedException("the wait for room in " + store.name, interrupt);
    }
  }

  /**
   * Adds an item at the end if there is room. Never waits.
   *
   * @param item what to add
   * @return whether it was added; true unless this is {@linkplain #bounded bounded}
   * @throws IllegalStateException if this is completed
   */
  public boolean offer(T item) {
    Objects.requireNonNull(item, () -> "add: null is no item of " + store.name);
    if (inlet != null) {
      inlet.write(item);
      return true;
    }
    return store.offer(item);
  }

  /**
   * Adds an item at the end, waiting for room if this is {@linkplain #bounded bounded}, but not
   * longer than this.
   *
   * @param item what to add
   * @param timeout how long to wait at most, from zero
   * @return whether it was added
   * @throws IllegalStateException if this is completed, or becomes so while waiting
   * @throws InterruptedException if the waiting thread is interrupted; nothing was added
   * @throws WaitRefusedException if there is no room and this thread must not wait
   */
  public boolean offer(T item, Duration timeout) throws InterruptedException {
    Deadline deadline = Deadline.after(timeout);
    return offer(item) || store.offer(item, deadline);
  }

  /**
   * Says that nothing more will be added: readers come to an end when they have read the rest.
   * Completing twice does nothing. One of several {@link Streams} ends alone, {@link Streams#all}
   * with all of them.
   */
  public void complete() {
    if (inlet != null) {
      inlet.complete();
    } else {
      store.complete();
    }
  }

  /** {@return whether nothing more will be added; there may be items still} */
  public boolean isCompleted() {
    return store.isCompleted();
  }

  /** {@return how many items there are now} */
  public int size() {
    synchronized (store.lock) {
      return store.items.size();
    }
  }

  /** {@return how many items were dropped, oldest first, see {@link #keepingLast}} */
  public long dropped() {
    synchronized (store.lock) {
      return store.items.dropped();
    }
  }

  /** {@return a copy of the items there are now, in order; immutable} */
  public List<T> snapshot() {
    synchronized (store.lock) {
      return store.items.toList();
    }
  }

  /**
   * Removes all items there are now. Never waits. PowerShell's {@code ReadAll}.
   *
   * @return what was removed, in order; immutable
   */
  public List<T> readAll() {
    return store.readAll();
  }

  /**
   * Removes the first item if there is one. Never waits.
   *
   * @return that item, or empty if there is none now
   */
  public Optional<T> poll() {
    return store.poll();
  }

  /**
   * Removes the first item, waiting for one if need be, but not longer than this. To read until the
   * end, see {@link #consuming(Duration)}.
   *
   * @param timeout how long to wait at most, from zero
   * @return that item; empty if the time ran out, or this is completed and there are no more
   * @throws InterruptedException if the waiting thread is interrupted; nothing was removed
   * @throws WaitRefusedException if there is no item and this thread must not wait
   */
  public Optional<T> take(Duration timeout) throws InterruptedException {
    var reading = new Reading<>(store, Reading.Way.REMOVING, null);
    boolean unused = store.read(reading, Deadline.after(timeout));
    return Optional.ofNullable(reading.take());
  }

  /**
   * Returns an iterator over the items there are and those that will come, without removing any. It
   * waits for the next one until this is completed. What others remove before it gets there, it
   * skips. To look at what is there now without waiting, iterate over {@link #snapshot}.
   *
   * <p>Its methods throw {@link WaitInterruptedException} if the waiting thread is interrupted, and
   * {@link WaitRefusedException} if this thread must not wait; it may be used again after either.
   * It is for one thread at a time.
   *
   * @return a new iterator, at the first item
   */
  @Override
  public Iterator<T> iterator() {
    return new Reading<>(store, Reading.Way.KEEPING, null);
  }

  /**
   * Returns an iterator like {@link #iterator()} that does not wait for ever.
   *
   * @param patience how long to wait for each item at most, from zero; then its methods throw
   *     {@link WaitTimeoutException}, after which it may be used again
   * @return a new iterator, at the first item
   */
  public Iterator<T> iterator(Duration patience) {
    refuseNegative(patience);
    return new Reading<>(store, Reading.Way.KEEPING, patience);
  }

  /**
   * Returns a view for reading to the end what need not be kept: as {@link #iterator()}, but each
   * item is removed as soon as {@code hasNext} has found it. Several may share the work.
   * PowerShell's {@code ReleaseOnEnumeration}.
   *
   * @return what can be iterated over, by several threads with an iterator each
   */
  public Iterable<T> consuming() {
    return () -> new Reading<>(store, Reading.Way.REMOVING, null);
  }

  /**
   * Returns a view like {@link #consuming()} that does not wait for ever.
   *
   * @param patience how long to wait for each item at most, from zero; then the iterator's methods
   *     throw {@link WaitTimeoutException}, after which it may be used again
   * @return what can be iterated over, by several threads with an iterator each
   */
  public Iterable<T> consuming(Duration patience) {
    refuseNegative(patience);
    return () -> new Reading<>(store, Reading.Way.REMOVING, patience);
  }

  /**
   * Has a listener told of each item that is added from now on, in order, one at a time. It is
   * called by the thread that added the item, or by another that is just telling of an item before
   * it, and should be quick. What it throws is logged. PowerShell's {@code DataAdded}.
   *
   * @param listener is given the item
   * @return closing it ends the telling
   * @see #onEach
   */
  public Registration onAdded(Consumer<? super T> listener) {
    Objects.requireNonNull(listener, "onAdded: a listener is needed");
    return store.onAdded(listener);
  }

  /**
   * Has a listener told of each item: of those that are here, by this thread or another that is
   * just telling, and then, as with {@link #onAdded}, of each that is added. So whoever comes late,
   * to the progress of a script that runs already, say, misses nothing but what was read out of
   * here. In PowerShell a handler of {@code DataAdded} is attached before the script is begun.
   *
   * @param listener is given the item
   * @return closing it ends the telling
   */
  public Registration onEach(Consumer<? super T> listener) {
    Objects.requireNonNull(listener, "onEach: a listener is needed");
    return store.onEach(listener);
  }

  /**
   * Has a listener told when this is completed, after all that is told of its items; at once if it
   * is completed already. It is called as with {@link #onAdded}. PowerShell's {@code Completed}.
   *
   * @param listener is called once
   * @return closing it ends the telling
   */
  public Registration onCompleted(Runnable listener) {
    Objects.requireNonNull(listener, "onCompleted: a listener is needed");
    return store.onCompleted(listener);
  }

  @Override
  public String toString() {
    return store.toString();
  }

  private static void refuseNegative(Duration patience) {
    Deadline unused = Deadline.after(patience);
  }
}
