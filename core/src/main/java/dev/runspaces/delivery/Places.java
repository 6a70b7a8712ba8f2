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

  /** What is said to who asks for a place. */
  enum Answer {
    PROMISED,
    /** It needs none: it would not get in anyway, or must not be held up here. */
    NEEDLESS,
    FULL
  }

  /**
   * Promises a place for an event, if there is one now.
   *
   * @throws EventOverflowException if there is none, and nobody waits here
   */
  Answer promise(String sourceIdentifier) {
    if (policy instanceof Block && (context.isInside() || context.mustNotWait())) {
      return Answer.NEEDLESS;
    }
    synchronized (lock) {
      if (closed) {
        return Answer.NEEDLESS;
      }
      if (isFree()) {
        promised++;
        return Answer.PROMISED;
      }
    }
    if (policy instanceof Block) {
      return Answer.FULL;
    }
    throw refused(sourceIdentifier, "");
  }

  /**
   * Waits until it is worth while to ask again. Who waits must have no promise elsewhere: whoever
   * makes room here may wait for that place.
   *
   * @param since when it has begun to wait for all that the event needs, see {@link
   *     System#nanoTime()}
   * @param passage that of another runspace whose thread passes the event on to here; null if it is
   *     raised here, or comes on a thread of the program's
   * @return false if that would be a wait in a circle: it is to be let in without a promise
   * @throws EventOverflowException if it takes too long
   */
  boolean awaitNews(String sourceIdentifier, long since, @Nullable Passage passage) {
    Duration timeout = ((Block) policy).timeout();
    Duration left = timeout.minusNanos(System.nanoTime() - since);
    CompletableFuture<Void> next;
    synchronized (lock) {
      if (closed || isFree()) {
        return true;
      }
      awaited = true;
      next = news;
    }
    if (left.isNegative() || left.isZero()) {
      throw refused(sourceIdentifier, " within " + timeout);
    }
    try {
      if (passage != null) {
        return awaitIdle(next, left, passage);
      }
      await(next, left);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw refused(sourceIdentifier, " before the thread was interrupted");
    }
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
