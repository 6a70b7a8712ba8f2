package dev.runspaces;

import dev.runspaces.event.Registration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those who want to know of each change of a {@link SharedState} as it is made. Thread-safe. */
final class ChangeListeners {
  private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();

  /**
   * Equal to itself alone: the same function may be added twice, and each is taken back by its own.
   */
  private final class Listener implements Registration {
    private final Consumer<? super SharedStateChanged> function;
    private volatile boolean closed;

    Listener(Consumer<? super SharedStateChanged> function) {
      this.function = function;
    }

    /** Told no more from now on, also of what the others are just being told. */
    @Override
    public void close() {
      closed = true;
      listeners.remove(this);
    }

    void tell(SharedStateChanged change) {
      if (!closed) {
        function.accept(change);
      }
    }
  }

  Registration add(Consumer<? super SharedStateChanged> function) {
    var added = new Listener(function);
    listeners.add(added);
    return added;
  }

  /** Tells all of them; the first failure is thrown after that, with the others suppressed. */
  void tell(List<SharedStateChanged> changes) {
    Throwable first = null;
    for (SharedStateChanged change : changes) {
      for (Listener listener : listeners) {
        try {
          listener.tell(change);
        } catch (RuntimeException | Error failure) {
          if (first == null) {
            first = failure;
          } else if (first != failure) {
            first.addSuppressed(failure);
          }
        }
      }
    }
    if (first instanceof Error error) {
      throw error;
    }
    if (first instanceof RuntimeException failure) {
      throw failure;
    }
  }
}
