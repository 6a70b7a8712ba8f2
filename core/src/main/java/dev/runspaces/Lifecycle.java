package dev.runspaces;

import dev.runspaces.event.Registration;
import dev.runspaces.worker.SafeLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The state of one runspace and its availability: move only as {@link RunspaceState#canBecome} and
 * {@link RunspaceAvailability#canBecome} allow, and tell each move in order, after the lock is
 * released.
 */
final class Lifecycle {
  private static final System.Logger LOG = System.getLogger("dev.runspaces");

  /** What is read together or not at all. */
  record Snapshot(
      RunspaceState state, RunspaceAvailability availability, @Nullable Throwable cause) {
    static final Snapshot BEFORE_OPEN =
        new Snapshot(RunspaceState.BEFORE_OPEN, RunspaceAvailability.NONE, null);

    /** Those that take turns with each script. */
    private static final Snapshot AVAILABLE =
        new Snapshot(RunspaceState.OPENED, RunspaceAvailability.AVAILABLE, null);

    private static final Snapshot BUSY =
        new Snapshot(RunspaceState.OPENED, RunspaceAvailability.BUSY, null);

    static Snapshot opened(RunspaceAvailability availability) {
      return availability == RunspaceAvailability.BUSY ? BUSY : AVAILABLE;
    }

    Snapshot {
      if ((state == RunspaceState.BROKEN) != (cause != null)) {
        throw new IllegalArgumentException(state + " does not go with cause " + cause);
      }
      if ((state == RunspaceState.OPENED) == (availability == RunspaceAvailability.NONE)) {
        throw new IllegalArgumentException(state + " does not go with " + availability);
      }
    }
  }

  private final String runspace;
  private final BooleanSupplier availabilityIsHeard;
  private final Consumer<RunspaceAvailabilityChanged> announcement;
  private final Listeners<RunspaceStateChanged> stateListeners = new Listeners<>();

  private final Listeners<RunspaceAvailabilityChanged> availabilityListeners = new Listeners<>();

  private volatile Snapshot snapshot = Snapshot.BEFORE_OPEN;

  /** What it is while it is open; known before, because a start-up may begin scripts. */
  private RunspaceAvailability whileOpen = RunspaceAvailability.AVAILABLE;

  /** The oldest change of either kind that is to be told. Guarded by {@code this}, as all moves. */
  private @Nullable Untold oldest;

  private @Nullable Untold newest;

  private boolean telling;

  /**
   * Makes one that has changes of availability announced before listeners are told, if anybody
   * would hear that: there are two of them for each script.
   */
  Lifecycle(
      String runspace,
      BooleanSupplier availabilityIsHeard,
      Consumer<RunspaceAvailabilityChanged> announcement) {
    this.runspace = runspace;
    this.availabilityIsHeard = availabilityIsHeard;
    this.announcement = announcement;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  Registration addStateListener(Consumer<? super RunspaceStateChanged> listener) {
    return stateListeners.add(listener);
  }

  Registration addAvailabilityListener(Consumer<? super RunspaceAvailabilityChanged> listener) {
    return availabilityListeners.add(listener);
  }

  /** Moves to the next state if that is legal; returns whether it was. */
  boolean tryMove(RunspaceState next) {
    return tryMove(next, null);
  }

  /** Moves to BROKEN if that is legal; returns whether it was. */
  boolean tryBreak(Throwable cause) {
    return tryMove(RunspaceState.BROKEN, cause);
  }

  /** Notes that a script runs, or that none does; told only while the runspace is open. */
  void moveWhileOpen(RunspaceAvailability next) {
    synchronized (this) {
      whileOpen = next;
      noteWhileOpen();
    }
    tell();
  }

  private boolean tryMove(RunspaceState next, @Nullable Throwable cause) {
    synchronized (this) {
      Snapshot before = snapshot;
      if (!before.state.canBecome(next)) {
        return false;
      }
      RunspaceAvailability availability =
          next == RunspaceState.OPENED ? RunspaceAvailability.AVAILABLE : RunspaceAvailability.NONE;
      snapshot = new Snapshot(next, availability, cause);
      var change = new RunspaceStateChanged(runspace, before.state, next, cause);
      noteUntold(() -> stateListeners.tell(change));
      if (before.availability.canBecome(availability)) {
        noteAvailability(before.availability, availability);
      }
      noteWhileOpen();
    }
    tell();
    return true;
  }

  private void noteWhileOpen() {
    RunspaceAvailability before = snapshot.availability;
    if (before != RunspaceAvailability.NONE && before.canBecome(whileOpen)) {
      snapshot = Snapshot.opened(whileOpen);
      noteAvailability(before, whileOpen);
    }
  }

  private void noteAvailability(RunspaceAvailability from, RunspaceAvailability to) {
    if (availabilityIsHeard.getAsBoolean() || !availabilityListeners.isEmpty()) {
      var change = new RunspaceAvailabilityChanged(runspace, from, to);
      noteUntold(
          () -> {
            announcement.accept(change);
            availabilityListeners.tell(change);
          });
    }
  }

  private void noteUntold(Runnable change) {
    var added = new Untold(change);
    if (newest == null) {
      oldest = added;
    } else {
      newest.next = added;
    }
    newest = added;
  }

  /** One thread tells at a time; what others add meanwhile it tells too. */
  private void tell() {
    while (true) {
      Runnable next;
      synchronized (this) {
        if (telling || oldest == null) {
          return;
        }
        next = oldest.tell;
        oldest = oldest.next;
        newest = oldest == null ? null : newest;
        telling = true;
      }
      try {
        next.run();
      } finally {
        synchronized (this) {
          telling = false;
        }
      }
    }
  }

  /** A link of a queue which most of the time is empty, and then takes no memory. */
  private static final class Untold {
    private final Runnable tell;
    private @Nullable Untold next;

    Untold(Runnable tell) {
      this.tell = tell;
    }
  }

  /** Who is told of one kind of change. */
  private static final class Listeners<C> {
    /** Replaced as a whole, under {@code this}: there are few. */
    private volatile List<Consumer<? super C>> all = List.of();

    Registration add(Consumer<? super C> listener) {
      // An object of its own: a listener that was added twice can be taken back once.
      Objects.requireNonNull(listener, "a listener is needed");
      Consumer<C> added = change -> listener.accept(change);
      change(with -> with.add(added));
      return () -> change(without -> without.remove(added));
    }

    private synchronized void change(Consumer<List<Consumer<? super C>>> change) {
      var changed = new ArrayList<Consumer<? super C>>(all);
      change.accept(changed);
      all = List.copyOf(changed);
    }

    boolean isEmpty() {
      return all.isEmpty();
    }

    void tell(C change) {
      for (Consumer<? super C> listener : all) {
        try {
          listener.accept(change);
        } catch (Throwable failure) {
          SafeLog.error(LOG, "a listener failed on " + change, failure);
        }
      }
    }
  }
}
