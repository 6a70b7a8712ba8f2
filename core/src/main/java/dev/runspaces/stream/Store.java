package dev.runspaces.stream;

import dev.runspaces.event.Registration;
import dev.runspaces.worker.Deadline;
import dev.runspaces.worker.Supply;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The items of one collection, with those who wait for them and those who listen. A change is made
 * under the lock and told after it is released: so that two stores with one lock can be changed at
 * once, and no code of a user's runs under it.
 */
final class Store<T> {

  /** Guards everything here. Nobody waits while holding it. */
  final Object lock;

  final String name;
  final Backlog<T> items;

  private final Waiters readers = new Waiters();
  private final @Nullable Bound bound;
  private Object supplied = this;
  private @Nullable Audience<T> audience;
  private boolean completed;

  /** How many items there may be before adding waits, and those who do. */
  record Bound(int capacity, Waiters adders) {
    Bound(int capacity) {
      this(capacity, new Waiters());
    }
  }

  /** Makes one of which adding never waits. */
  Store(Object lock, String name, Backlog<T> items) {
    this.lock = lock;
    this.name = name;
    this.items = items;
    this.bound = null;
  }

  /** Makes one of which adding waits while it is full. */
  Store(String name, Bound bound) {
    this.lock = new Object();
    this.name = name;
    this.items = new Backlog<>(Integer.MAX_VALUE);
    this.bound = bound;
  }

  /** Says that who writes into something larger writes here. Called before anybody reads. */
  Store<T> suppliedTo(Object larger) {
    supplied = larger;
    return this;
  }

  /** Refuses if this is completed. Called under the lock. */
  void refuseIfCompleted() {
    if (completed) {
      throw new IllegalStateException(
          "add: "
              + name
              + " is completed and takes nothing more; add before complete() is called, or to a new"
              + " one");
    }
  }

  /** Adds an item. Called under the lock, before {@link #tellOfItems}. */
  void append(T item) {
    items.add(item);
    if (audience != null) {
      audience.noteAdded(item);
    }
  }

  /** Adds an item if there is room; returns whether there was. */
  boolean offer(T item) {
    synchronized (lock) {
      if (!appendIfRoom(item)) {
        return false;
      }
    }
    tellOfItems();
    return true;
  }

  /** Adds an item as soon as there is room; returns whether that was in time. */
  boolean offer(T item, Deadline deadline) throws InterruptedException {
    if (bound == null || !await(bound.adders, () -> appendIfRoom(item), deadline)) {
      return false;
    }
    tellOfItems();
    return true;
  }

  private boolean appendIfRoom(T item) {
    refuseIfCompleted();
    if (bound != null && items.size() >= bound.capacity) {
      return false;
    }
    append(item);
    return true;
  }

  /** Reads the next item; returns whether there was one, or the end, in time. */
  boolean read(Reading<T> reading, Deadline deadline) throws InterruptedException {
    boolean inTime = await(readers, () -> reading.advance(items, completed), deadline);
    tellOfRoom();
    return inTime;
  }

  /** Removes the first item, if there is one now. */
  Optional<T> poll() {
    T item;
    synchronized (lock) {
      if (items.size() == 0) {
        return Optional.empty();
      }
      item = items.removeFirst();
    }
    tellOfRoom();
    return Optional.of(item);
  }

  /** Removes what there is. */
  List<T> readAll() {
    List<T> all;
    synchronized (lock) {
      all = items.toList();
      items.clear();
    }
    tellOfRoom();
    return all;
  }

  boolean isCompleted() {
    synchronized (lock) {
      return completed;
    }
  }

  /** Completes this. Called under the lock, before {@link #tellOfItems}. */
  void end() {
    if (!completed) {
      completed = true;
      if (audience != null) {
        audience.noteCompleted();
      }
    }
  }

  void complete() {
    synchronized (lock) {
      end();
    }
    tellOfItems();
    tellOfRoom();
  }

  Registration onAdded(Consumer<? super T> listener) {
    return audience().onAdded(listener);
  }

  Registration onEach(Consumer<? super T> listener) {
    Audience<T> told = audience();
    Registration registration;
    synchronized (lock) {
      registration = told.onEach(items.toList(), listener);
    }
    told.tell();
    return registration;
  }

  Registration onCompleted(Runnable listener) {
    Audience<T> told = audience();
    Registration registration = told.onCompleted(listener);
    synchronized (lock) {
      if (completed) {
        told.noteCompleted();
      }
    }
    told.tell();
    return registration;
  }

  private Audience<T> audience() {
    synchronized (lock) {
      if (audience == null) {
        audience = new Audience<>(lock, name);
      }
      return audience;
    }
  }

  /** Tells those who wait and those who listen of what is new. Called without the lock. */
  void tellOfItems() {
    List<CompletableFuture<Void>> released;
    Audience<T> told;
    synchronized (lock) {
      released = readers.release();
      told = audience;
    }
    Waiters.wake(released);
    if (told != null) {
      told.tell();
    }
  }

  private void tellOfRoom() {
    if (bound != null) {
      List<CompletableFuture<Void>> released;
      synchronized (lock) {
        released = bound.adders.release();
      }
      Waiters.wake(released);
    }
  }

  /**
   * Tries, and waits for a change before each further attempt. Attempts are made under the lock; a
   * change after one is not missed, as who waits for it has joined before the lock is released.
   *
   * @return whether an attempt succeeded in time
   */
  private boolean await(Waiters waiters, BooleanSupplier attempt, Deadline deadline)
      throws InterruptedException {
    while (true) {
      CompletableFuture<Void> change;
      synchronized (lock) {
        if (attempt.getAsBoolean()) {
          return true;
        }
        change = waiters.join();
      }
      try {
        if (!Supply.await(supplied, change, deadline)) {
          return false;
        }
      } finally {
        synchronized (lock) {
          waiters.leave(change);
        }
      }
    }
  }

  @Override
  public String toString() {
    synchronized (lock) {
      String count = items.size() == 1 ? "1 item" : items.size() + " items";
      return name + ": " + count + (completed ? ", completed" : "");
    }
  }
}
