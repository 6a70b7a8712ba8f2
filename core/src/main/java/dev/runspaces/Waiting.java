package dev.runspaces;

import dev.runspaces.Mailbox.Lanes;
import dev.runspaces.spi.WaitGuard;
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
final class Waiting {
  private static final List<WaitGuard> GUARDS =
      List.copyOf(
          ServiceLoader.load(WaitGuard.class, Waiting.class.getClassLoader()).stream()
              .map(ServiceLoader.Provider::get)
              .toList());

  private Waiting() {}

  /** Waits; returns whether the future has ended, well or badly, in time. */
  static boolean await(CompletableFuture<?> future, Deadline deadline) throws InterruptedException {
    return await(future, deadline, Lanes.DELIVERIES);
  }

  /** Waits, and inside a runspace meanwhile does what comes in these lanes. */
  static boolean await(CompletableFuture<?> future, Deadline deadline, Lanes lanes)
      throws InterruptedException {
    if (future.isDone() || deadline.hasPassed()) {
      return future.isDone();
    }
    refuseWhereForbidden();
    Runspace here = Worker.currentRunspace();
    try {
      return here == null
          ? block(future, deadline)
          : here.worker().runUntil(future, lanes, deadline);
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
  static boolean awaitUninterruptibly(CompletableFuture<?> future, Deadline deadline) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return await(future, deadline);
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

  static boolean isForbidden() {
    return guard() != null;
  }

  static void refuseWhereForbidden() {
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
