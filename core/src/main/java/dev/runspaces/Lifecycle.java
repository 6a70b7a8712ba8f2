package dev.runspaces;

import dev.runspaces.event.Registration;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The state of one runspace: moves only as {@link RunspaceState#canBecome} allows, and tells each
 * move in order, after the lock is released.
 */
final class Lifecycle {
  private static final System.Logger LOG = System.getLogger("dev.runspaces");

  /** State and cause, read together or not at all. */
  record Snapshot(RunspaceState state, @Nullable Throwable cause) {
    Snapshot {
      if ((state == RunspaceState.BROKEN) != (cause != null)) {
        throw new IllegalArgumentException(state + " does not go with cause " + cause);
      }
    }
  }

  private final String runspace;
  private final CopyOnWriteArrayList<Consumer<RunspaceStateChanged>> listeners =
      new CopyOnWriteArrayList<>();

  private volatile Snapshot snapshot = new Snapshot(RunspaceState.BEFORE_OPEN, null);

  private final ArrayDeque<RunspaceStateChanged> untold = new ArrayDeque<>();
  private boolean telling;

  Lifecycle(String runspace) {
    this.runspace = runspace;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  RunspaceState state() {
    return snapshot.state;
  }

  Registration addListener(Consumer<? super RunspaceStateChanged> listener) {
    // An object of its own: a listener that was added twice can be taken back once.
    Consumer<RunspaceStateChanged> added = change -> listener.accept(change);
    listeners.add(added);
    return () -> listeners.remove(added);
  }

  /** Moves to the next state if that is legal; returns whether it was. */
  boolean tryMove(RunspaceState next) {
    return tryMove(new Snapshot(next, null));
  }

  /** Moves to BROKEN if that is legal; returns whether it was. */
  boolean tryBreak(Throwable cause) {
    return tryMove(new Snapshot(RunspaceState.BROKEN, cause));
  }

  private boolean tryMove(Snapshot next) {
    synchronized (untold) {
      RunspaceState before = snapshot.state;
      if (!before.canBecome(next.state)) {
        return false;
      }
      snapshot = next;
      untold.add(new RunspaceStateChanged(runspace, before, next.state, next.cause));
    }
    tell();
    return true;
  }

  /** One thread tells at a time; what others add meanwhile it tells too. */
  private void tell() {
    while (true) {
      RunspaceStateChanged change;
      synchronized (untold) {
        if (telling) {
          return;
        }
        change = untold.poll();
        if (change == null) {
          return;
        }
        telling = true;
      }
      for (Consumer<RunspaceStateChanged> listener : listeners) {
        tell(listener, change);
      }
      synchronized (untold) {
        telling = false;
      }
    }
  }

  private static void tell(Consumer<RunspaceStateChanged> listener, RunspaceStateChanged change) {
    try {
      listener.accept(change);
    } catch (Throwable failure) {
      LOG.log(Level.ERROR, "a state listener failed on " + change, failure);
    }
  }
}
