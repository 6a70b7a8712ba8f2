package dev.runspaces.worker;

import dev.runspaces.thread.WaitGuard;
import dev.runspaces.thread.WaitRefusedException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a thread waits: refuses it where that would freeze a program, and inside a
 * runspace goes on delivering its events.
 */
public final class Waiting {
  private static final List<WaitGuard> GUARDS =
      List.copyOf(
          ServiceLoader.load(WaitGuard.class, Waiting.class.getClassLoader()).stream()
              .map(ServiceLoader.Provider::get)
              .toList());

  /** What those learn who wait for a value. */
  private static final Glance GLANCE = new Glance();

  private Waiting() {}

  /** Waits; returns whether the future has ended, well or badly, in time. */
  public static boolean await(CompletableFuture<?> future, Deadline deadline)
      throws InterruptedException {
    Worker here = Worker.current();
    return mayWait(future, deadline)
        ? await(
            future,
            () ->
                here == null
                    ? block(future, deadline)
                    : here.runUntil(future, Lanes.DELIVERIES, deadline))
        : future.isDone();
  }

  /** Waits as a thread does that is in no runspace: nothing is delivered on it meanwhile. */
  public static boolean awaitIdle(CompletableFuture<?> future, Deadline deadline)
      throws InterruptedException {
    return mayWait(future, deadline)
        ? await(future, () -> block(future, deadline))
        : future.isDone();
  }

  /**
   * Waits for an event that a worker delivers; where that is done by callers, this thread does it.
   */
  public static boolean awaitDelivery(CompletableFuture<?> future, Deadline deadline, Worker worker)
      throws InterruptedException {
    if (Worker.current() != null || !worker.isServedByCallers()) {
      worker.remind();
      return await(future, deadline);
    }
    return mayWait(future, deadline)
        ? await(future, () -> worker.serveUntil(future, deadline))
        : future.isDone();
  }

  /**
   * Waits for work of a worker. In its midst its other work goes on too, or the wait would never
   * end; and where work is done by callers, this thread does it.
   */
  public static boolean awaitWork(CompletableFuture<?> future, Deadline deadline, Worker worker)
      throws InterruptedException {
    if (!worker.isCurrentThread()) {
      return awaitDelivery(future, deadline, worker);
    }
    return mayWait(future, deadline)
        ? await(future, () -> worker.runUntil(future, Lanes.ALL, deadline))
        : future.isDone();
  }

  /** Returns whether there is anything to wait for; refuses where this thread must not. */
  private static boolean mayWait(CompletableFuture<?> future, Deadline deadline) {
    if (future.isDone() || deadline.hasPassed()) {
      return false;
    }
    refuseWhereForbidden();
    return true;
  }

  /** A way of waiting. */
  private interface Wait {
    boolean isOver() throws InterruptedException;
  }

  private static boolean await(CompletableFuture<?> future, Wait wait) throws InterruptedException {
    try {
      return wait.isOver();
    } catch (InterruptedException interrupted) {
      if (future.isDone()) {
        // What was waited for is there; the interrupt is for what comes next.
        Thread.currentThread().interrupt();
        return true;
      }
      throw interrupted;
    }
  }

  /** Waits in spite of interrupts, which are kept for later. */
  public static boolean awaitUninterruptibly(CompletableFuture<?> future, Deadline deadline) {
    return awaitUninterruptibly(future, deadline, Waiting::await);
  }

  /** Waits in this way in spite of interrupts, which are kept for later. */
  public static boolean awaitUninterruptibly(
      CompletableFuture<?> future, Deadline deadline, WayOfWaiting way) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return way.await(future, deadline);
        } catch (InterruptedException again) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Lets another thread go on that is in the midst of one step, and may need this processor. */
  @SuppressWarnings("ThreadPriorityCheck") // nothing depends on it but how soon that is
  public static void giveWay() {
    Thread.yield();
  }

  /** Returns whether the calling thread must not wait. */
  public static boolean isForbidden() {
    return guard() != null;
  }

  /** Refuses if the calling thread must not wait. */
  public static void refuseWhereForbidden() {
    WaitGuard guard = guard();
    if (guard != null) {
      throw new WaitRefusedException(guard.threadDescription());
    }
  }

  private static @Nullable WaitGuard guard() {
    for (WaitGuard guard : GUARDS) {
      if (guard.forbidsWaiting()) {
        return guard;
      }
    }
    return null;
  }

  private static boolean block(CompletableFuture<?> future, Deadline deadline)
      throws InterruptedException {
    if (!Thread.currentThread().isInterrupted() && GLANCE.until(future::isDone, deadline)) {
      return true;
    }
    try {
      future.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (ExecutionException | CancellationException ended) {
      return true;
    } catch (TimeoutException tooLate) {
      return future.isDone();
    }
  }
}
