package dev.runspaces.delivery;

import dev.runspaces.event.EventOverflowException;
import dev.runspaces.event.Overflow;
import dev.runspaces.event.Overflow.Block;
import dev.runspaces.event.Overflow.Fail;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The places in an inbox that holds up or refuses who raises: one is promised before the event has
 * a number, and kept until it is in. Thread-safe; nobody waits under a lock.
 */
final class Places {
  /** How deep one wait may be inside another, before those inside deliver nothing meanwhile. */
  private static final int MAX_DEPTH = 16;

  private static final ThreadLocal<@Nullable Integer> DEPTH = new ThreadLocal<>();

  private final DeliveryContext context;

  /** That of this runspace. */
  private final Passage onward;

  private final Overflow policy;

  /** That of the inbox. */
  private final Object lock;

  /** How many places are taken; asked under the lock. */
  private final IntSupplier taken;

  /**
   * Ends when it is worth asking again, for all who wait: one of them may be busy with a handler.
   */
  private CompletableFuture<Void> news = new CompletableFuture<>();

  private boolean awaited;
  private int promised;
  private boolean closed;

  Places(DeliveryContext context, Passage onward, Object lock, IntSupplier taken) {
    this.context = context;
    this.onward = onward;
    this.policy = context.overflow();
    this.lock = lock;
    this.taken = taken;
  }

  static boolean areLimited(Overflow policy) {
    return policy instanceof Block || policy instanceof Fail;
  }

  /**
   * Promises a place for an event, when there is one.
   *
   * @param passage that of another runspace whose thread passes the event on to here; null if it is
   *     raised here, or comes on a thread of the program's
   * @return whether there is a promise; else it is let in without
   * @throws EventOverflowException if there is no place, in time
   */
  boolean promise(String sourceIdentifier, @Nullable Passage passage) {
    if (policy instanceof Block block) {
      return !context.isInside()
          && !context.mustNotWait()
          && waitFor(sourceIdentifier, block.timeout(), passage);
    }
    synchronized (lock) {
      if (closed) {
        return false;
      }
      if (isFree()) {
        promised++;
        return true;
      }
    }
    throw refused(sourceIdentifier, "");
  }

  /** Ends a promise: the event is in, or will not come. */
  void endPromise() {
    synchronized (lock) {
      promised--;
    }
    handOut();
  }

  /** Has those who wait ask again, if that is worth while. */
  void handOut() {
    CompletableFuture<Void> told = null;
    synchronized (lock) {
      if (awaited && (closed || isFree())) {
        told = news;
        news = new CompletableFuture<>();
        awaited = false;
      }
    }
    if (told != null) {
      told.complete(null);
    }
  }

  /** Lets everybody go: they will be told that it is too late. */
  void close() {
    synchronized (lock) {
      closed = true;
    }
    handOut();
  }

  private boolean isFree() {
    return taken.getAsInt() + promised < policy.limit();
  }

  private boolean waitFor(String sourceIdentifier, Duration timeout, @Nullable Passage passage) {
    long begin = System.nanoTime();
    while (true) {
      Duration left = timeout.minusNanos(System.nanoTime() - begin);
      boolean tooLate = left.isNegative() || left.isZero();
      CompletableFuture<Void> next;
      synchronized (lock) {
        if (closed) {
          return false;
        }
        if (isFree()) {
          promised++;
          return true;
        }
        awaited = true;
        next = news;
      }
      if (tooLate) {
        throw refused(sourceIdentifier, " within " + timeout);
      }
      try {
        if (passage == null) {
          await(next, left);
        } else if (!awaitIdle(next, left, passage)) {
          return false;
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw refused(sourceIdentifier, " before the thread was interrupted");
      }
    }
  }

  /** Waits, and returns true, unless that would be a wait in a circle. */
  private boolean awaitIdle(CompletableFuture<Void> next, Duration timeout, Passage passage)
      throws InterruptedException {
    if (!passage.beginToWait(onward)) {
      return false;
    }
    try {
      context.remind();
      boolean unused = context.awaitIdle(next, timeout);
      return true;
    } finally {
      passage.endWait();
    }
  }

  private void await(CompletableFuture<Void> next, Duration timeout) throws InterruptedException {
    Integer depth = DEPTH.get();
    int inner = depth == null ? 1 : depth + 1;
    DEPTH.set(inner);
    try {
      // Each event that is delivered meanwhile may have a handler that waits here, in turn.
      boolean unused =
          inner > MAX_DEPTH ? context.awaitIdle(next, timeout) : context.await(next, timeout);
    } finally {
      if (depth == null) {
        DEPTH.remove();
      } else {
        DEPTH.set(depth);
      }
    }
  }

  private EventOverflowException refused(String sourceIdentifier, String why) {
    return new EventOverflowException(
        "raising \""
            + sourceIdentifier
            + "\" was refused: "
            + policy.limit()
            + " events of runspace \""
            + context.name()
            + "\" are not delivered yet, and there was no room for another"
            + why
            + "; handle them faster, elsewhere (deliverOn), or choose another overflow policy for"
            + " it");
  }
}
