package dev.runspaces.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
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

  private final ConcurrentLinkedQueue<Handed> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.IDLE);

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
   * What an executor does not take, or has taken and thrown away.
   *
   * @param cause why
   * @param events what would have been handled
   */
  record Refusal(Throwable cause, List<Handed> events) {}

  /**
   * Takes an event.
   *
   * @return what the executor refuses, be it of earlier ones; null if all is well
   */
  @Nullable Refusal put(Handed handed) {
    waiting.add(handed);
    try {
      requestThread();
    } catch (Throwable rejected) {
      return withdraw(handed) ? new Refusal(rejected, List.of(handed)) : null;
    }
    return takeThrownAway();
  }

  /** Takes what an executor will never handle that has ended with the request in its queue. */
  @Nullable Refusal takeThrownAway() {
    boolean hasEnded = executor instanceof ExecutorService service && service.isTerminated();
    // In this order: what it still did before it ended is no request any more.
    if (!hasEnded || phase.get() != Phase.REQUESTED) {
      return null;
    }
    List<Handed> all = takeAll();
    return all.isEmpty()
        ? null
        : new Refusal(
            new RejectedExecutionException(
                "the executor was shut down with this event in its queue; give deliverOn one that"
                    + " lives as long as the subscription"),
            all);
  }

  /** Unless it has one, or has asked for one. */
  private void requestThread() {
    if (phase.get() == Phase.IDLE && move(Phase.IDLE, Phase.REQUESTED)) {
      hub.lanes().begin();
      executor.execute(this::drain);
    }
  }

  /** Takes all that has not begun. */
  List<Handed> takeAll() {
    var taken = new ArrayList<Handed>();
    for (Handed next = waiting.poll(); next != null; next = waiting.poll()) {
      taken.add(next);
    }
    endRequest();
    return taken;
  }

  private boolean withdraw(Handed handed) {
    boolean withdrawn = waiting.remove(handed);
    endRequest();
    return withdrawn;
  }

  /** Nothing may be left for the thread that was asked for. */
  private void endRequest() {
    if (waiting.isEmpty() && move(Phase.REQUESTED, Phase.IDLE)) {
      hub.lanes().end();
      if (!waiting.isEmpty()) {
        // Put in meanwhile, by somebody who has relied on that thread.
        requestThread();
      }
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
    return phase.compareAndSet(from, to);
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
    Handed next = waiting.poll();
    while (next == null) {
      phase.set(Phase.IDLE);
      if (waiting.isEmpty() || !move(Phase.IDLE, Phase.RUNNING)) {
        hub.lanes().end();
        return null;
      }
      // Put in meanwhile, by somebody who has relied on this thread.
      next = waiting.poll();
    }
    return next;
  }
}
