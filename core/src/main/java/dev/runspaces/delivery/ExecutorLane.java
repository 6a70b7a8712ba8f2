package dev.runspaces.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Has an executor do what one subscription is handed: one at a time, and in order. Thread-safe. */
final class ExecutorLane {
  /** How much is done in a row before the executor's thread is given back. */
  private static final int BATCH = 64;

  /** The hub for which this thread handles an event; removed when it has. */
  private static final ThreadLocal<@Nullable EventHub> HERE = new ThreadLocal<>();

  private final EventHub hub;
  private final Executor executor;
  private final Consumer<Handed> handler;

  /** Guarded by itself, and so is what follows. */
  private final ArrayDeque<Handed> waiting = new ArrayDeque<>();

  /** Whether the executor has it, or will. */
  private boolean requested;

  ExecutorLane(EventHub hub, Executor executor, Consumer<Handed> handler) {
    this.hub = hub;
    this.executor = executor;
    this.handler = handler;
  }

  /** Returns the hub whose event is being handled on this thread, if one is on an executor's. */
  static @Nullable EventHub current() {
    return HERE.get();
  }

  /**
   * Takes an event.
   *
   * @return what the executor threw instead of taking it; null if all is well
   */
  @Nullable Throwable put(Handed handed) {
    boolean first;
    hub.lanes().begin();
    synchronized (waiting) {
      waiting.addLast(handed);
      first = !requested;
      requested = true;
    }
    if (first) {
      try {
        executor.execute(this::drain);
      } catch (Throwable rejected) {
        return withdraw(handed) ? rejected : null;
      }
    }
    return null;
  }

  /** Takes all that has not begun. */
  List<Handed> takeAll() {
    List<Handed> taken;
    synchronized (waiting) {
      taken = new ArrayList<>(waiting);
      waiting.clear();
    }
    taken.forEach(handed -> hub.lanes().end());
    return taken;
  }

  private boolean withdraw(Handed handed) {
    boolean withdrawn;
    synchronized (waiting) {
      withdrawn = waiting.remove(handed);
      requested &= !withdrawn;
    }
    if (withdrawn) {
      hub.lanes().end();
    }
    return withdrawn;
  }

  private void drain() {
    while (doSome()) {
      try {
        executor.execute(this::drain);
        return;
      } catch (Throwable rejected) {
        // It was shut down meanwhile. What it has taken is done, here and now.
      }
    }
  }

  /** Returns whether there is more. */
  private boolean doSome() {
    EventHub before = HERE.get();
    HERE.set(hub);
    boolean interrupted = false;
    try {
      for (int done = 0; done < BATCH; done++) {
        Handed next = next();
        if (next == null) {
          return false;
        }
        try {
          handler.accept(next);
        } finally {
          hub.lanes().end();
        }
        // Whatever interrupted one handler was not meant for the next.
        interrupted |= Thread.interrupted();
      }
      return true;
    } finally {
      if (before == null) {
        HERE.remove();
      } else {
        HERE.set(before);
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private @Nullable Handed next() {
    synchronized (waiting) {
      Handed next = waiting.poll();
      requested = next != null;
      return next;
    }
  }
}
