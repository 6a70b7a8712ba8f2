package dev.runspaces;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ends with a runspace: children, windows, whatever was registered. Closed newest first, each
 * once, remembering every failure.
 */
final class OwnedResources {
  private final List<AutoCloseable> resources = new ArrayList<>();
  private boolean closed;

  /** Adds a resource; returns false if it comes too late to be closed with the others. */
  synchronized boolean add(AutoCloseable resource) {
    if (closed) {
      return false;
    }
    resources.add(resource);
    return true;
  }

  synchronized void remove(AutoCloseable resource) {
    // By identity: two resources may be equal and still have to be closed each.
    resources.removeIf(candidate -> candidate == resource);
  }

  synchronized <T extends AutoCloseable> List<T> ofType(Class<T> type) {
    return resources.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Closes everything, and whatever is added while it does; returns the failures. */
  List<Throwable> closeAll(Closer closer) {
    var failures = new ArrayList<Throwable>();
    boolean interrupted = false;
    for (AutoCloseable next = takeNewest(); next != null; next = takeNewest()) {
      try {
        closer.close(next);
      } catch (Throwable failure) {
        interrupted |= failure instanceof InterruptedException;
        failures.add(failure);
      }
    }
    if (interrupted) {
      // Only now: the others had to be closed undisturbed.
      Thread.currentThread().interrupt();
    }
    return failures;
  }

  private synchronized @Nullable AutoCloseable takeNewest() {
    closed = resources.isEmpty();
    return closed ? null : resources.remove(resources.size() - 1);
  }

  /** How one resource is closed. */
  interface Closer {
    void close(AutoCloseable resource) throws Exception;
  }
}
