package dev.runspaces.stream;

import dev.runspaces.event.Registration;
import dev.runspaces.worker.SafeLog;
import dev.runspaces.worker.Untold;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Those who are told of a collection's items and of its end. What is to be told is noted under the
 * collection's lock, in order, and told after it is released, by one thread at a time.
 */
final class Audience<T> {
  private static final System.Logger LOG = System.getLogger("dev.runspaces");

  /** A listener, and whether it still is one. */
  private static final class Listener<E> {
    private final Consumer<? super E> consumer;
    private volatile boolean closed;

    Listener(Consumer<? super E> consumer) {
      this.consumer = consumer;
    }
  }

  private final Object lock;
  private final String collection;

  /** Immutable, both: a note keeps who is to be told, and a later listener is not. */
  private List<Listener<T>> ofItems = List.of();

  private List<Listener<Object>> ofTheEnd = List.of();

  private final Untold untold;

  Audience(Object lock, String collection) {
    this.lock = lock;
    this.untold = new Untold(lock);
    this.collection = collection;
  }

  /** Has a listener hear of what is added from now on. */
  Registration onAdded(Consumer<? super T> consumer) {
    return onEach(List.of(), consumer);
  }

  /** Has a listener hear of some items first, which are noted here. */
  Registration onEach(List<T> before, Consumer<? super T> consumer) {
    var listener = new Listener<T>(consumer);
    synchronized (lock) {
      before.forEach(item -> untold.note(() -> tell(List.of(listener), item)));
      ofItems = with(ofItems, listener);
    }
    return () -> {
      listener.closed = true;
      synchronized (lock) {
        ofItems = without(ofItems, listener);
      }
    };
  }

  /** Has a listener hear of the end, once. */
  Registration onCompleted(Runnable runnable) {
    var listener = new Listener<Object>(end -> runnable.run());
    synchronized (lock) {
      ofTheEnd = with(ofTheEnd, listener);
    }
    return () -> {
      listener.closed = true;
      synchronized (lock) {
        ofTheEnd = without(ofTheEnd, listener);
      }
    };
  }

  /** Notes an item. Called under the lock. */
  void noteAdded(T item) {
    List<Listener<T>> listeners = ofItems;
    if (!listeners.isEmpty()) {
      untold.note(() -> tell(listeners, item));
    }
  }

  /** Notes the end, for those who have not been told yet. Called under the lock. */
  void noteCompleted() {
    List<Listener<Object>> listeners = ofTheEnd;
    ofTheEnd = List.of();
    untold.note(() -> tell(listeners, this));
  }

  /** Tells what has been noted, by whomever; another thread that is at it tells that too. */
  void tell() {
    untold.tell();
  }

  private <E> void tell(List<Listener<E>> listeners, E news) {
    for (Listener<E> listener : listeners) {
      try {
        if (!listener.closed) {
          listener.consumer.accept(news);
        }
      } catch (Throwable failure) {
        SafeLog.error(LOG, "a listener of " + collection + " failed", failure);
      }
    }
  }

  private static <E> List<E> with(List<E> list, E element) {
    var copy = new ArrayList<>(list);
    copy.add(element);
    return List.copyOf(copy);
  }

  private static <E> List<E> without(List<E> list, E element) {
    return list.stream().filter(other -> other != element).toList();
  }
}
