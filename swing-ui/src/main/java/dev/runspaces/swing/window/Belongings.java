package dev.runspaces.swing.window;

import dev.runspaces.event.Registration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What is closed with a window. Any thread. */
final class Belongings {
  private final Consumer<Throwable> failures;
  private final Set<Belonging> all = new LinkedHashSet<>();
  private boolean closed;

  Belongings(Consumer<Throwable> failures) {
    this.failures = failures;
  }

  /** The same resource may be owned twice. */
  private static final class Belonging {
    private final AutoCloseable resource;

    Belonging(AutoCloseable resource) {
      this.resource = resource;
    }
  }

  /** Takes something, or closes it if it comes too late; closing the result hands it back. */
  Registration own(AutoCloseable resource) {
    var belonging = new Belonging(resource);
    synchronized (this) {
      if (!closed) {
        all.add(belonging);
        return () -> release(belonging);
      }
    }
    close(belonging);
    return () -> {};
  }

  private synchronized void release(Belonging belonging) {
    all.remove(belonging);
  }

  /** Closes all of them, the last that came first. */
  void close() {
    List<Belonging> now;
    synchronized (this) {
      closed = true;
      now = new ArrayList<>(all);
    }
    Collections.reverse(now);
    for (Belonging belonging : now) {
      boolean isStillOurs;
      synchronized (this) {
        isStillOurs = all.remove(belonging); // one that is closed may hand back another
      }
      if (isStillOurs) {
        close(belonging);
      }
    }
  }

  private void close(Belonging belonging) {
    try {
      belonging.resource.close();
    } catch (Throwable failure) {
      // An Error, too: whoever waits for the window must not wait for ever.
      failures.accept(failure);
    }
  }
}
