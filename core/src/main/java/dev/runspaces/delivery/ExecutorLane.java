package dev.runspaces.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Has an executor do what one subscription is handed: one at a time, and in order. Thread-safe. */
final class ExecutorLane {
  /** How long it goes on before the executor's thread is given back: others wait for that. */
  private static final long NANOS_IN_A_ROW = 5_000_000;

  /** How much is done between two looks at the clock. */
  private static final int BETWEEN_LOOKS = 16;

  /** The hub for which this thread handles an event; removed when it has. */
  private static final ThreadLocal<@Nullable EventHub> HERE = new ThreadLocal<>();

  private final EventHub hub;
  private final Executor executor;
  private final Consumer<Handed> handler;

  /** Guarded by itself, and so is what follows. */
  private final ArrayDeque<Handed> waiting = new ArrayDeque<>();

  private Phase phase = Phase.IDLE;

  /** What the executor has to do with it. While it is not IDLE, the hub's lanes are not, either. */
  private enum Phase {
    /** Nothing. */
    IDLE,
    /** It was asked for a thread. */
    REQUESTED,
    /** One of its threads is at it. */
    RUNNING
  }

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
    synchronized (waiting) {
      waiting.addLast(handed);
      if (phase != Phase.IDLE) {
        return null;
      }
      phase = Phase.REQUESTED;
      hub.lanes().begin();
    }
    try {
      executor.execute(this::drain);
      return null;
    } catch (Throwable rejected) {
      return withdraw(handed) ? rejected : null;
    }
  }

  /** Takes all that has not begun. */
  List<Handed> takeAll() {
    List<Handed> taken;
    synchronized (waiting) {
      taken = new ArrayList<>(waiting);
      waiting.clear();
    }
    endRequest();
    return taken;
  }

  private boolean withdraw(Handed handed) {
    boolean withdrawn;
    synchronized (waiting) {
      withdrawn = waiting.remove(handed);
    }
    endRequest();
    return withdrawn;
  }

  /** Nothing may be left for the thread that was asked for. */
  private void endRequest() {
    boolean ends;
    synchronized (waiting) {
      ends = phase == Phase.REQUESTED && waiting.isEmpty();
      if (ends) {
        phase = Phase.IDLE;
      }
    }
    if (ends) {
      hub.lanes().end();
    }
  }

  private void drain() {
    while (move(Phase.REQUESTED, Phase.RUNNING) && doSome()) {
      boolean unused = move(Phase.RUNNING, Phase.REQUESTED);
      try {
        executor.execute(this::drain);
        return;
      } catch (Throwable rejected) {
        // It was shut down meanwhile. What it has taken is done, here and now.
      }
    }
  }

  private boolean move(Phase from, Phase to) {
    synchronized (waiting) {
      boolean moves = phase == from;
      phase = moves ? to : phase;
      return moves;
    }
  }

  /** Returns whether there is more. */
  private boolean doSome() {
    EventHub before = HERE.get();
    HERE.set(hub);
    boolean interrupted = false;
    long begin = System.nanoTime();
    try {
      for (int done = 1; ; done++) {
        Handed next = next();
        if (next == null) {
          return false;
        }
        handler.accept(next);
        // Whatever interrupted one handler was not meant for the next.
        interrupted |= Thread.interrupted();
        if (done % BETWEEN_LOOKS == 0 && System.nanoTime() - begin > NANOS_IN_A_ROW) {
          return true;
        }
      }
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
    Handed next;
    synchronized (waiting) {
      next = waiting.poll();
      if (next == null) {
        phase = Phase.IDLE;
      }
    }
    if (next == null) {
      hub.lanes().end();
    }
    return next;
  }
}
