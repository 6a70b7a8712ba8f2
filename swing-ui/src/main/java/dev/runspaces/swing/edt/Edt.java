package dev.runspaces.swing.edt;

import dev.runspaces.Runspaces;
import java.awt.EventQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The one door to the EDT: on it, code runs in place; from any other thread it hops there and the
 * caller waits, as runspaces wait. {@code SwingUtilities.invokeAndWait}, with results and with the
 * exceptions as they were thrown.
 */
public final class Edt {
  private Edt() {}

  /**
   * Calls code on the EDT and returns its value. May be called on any thread; inside a runspace its
   * events are delivered meanwhile.
   *
   * @param code what to call
   * @param <T> the type of its value
   * @return its value
   * @throws RuntimeException if the code throws it, unchanged; a checked exception is wrapped in a
   *     {@link java.util.concurrent.CompletionException}
   * @throws InterruptedException if the calling thread is interrupted while it waits; the code runs
   *     all the same
   */
  public static <T extends @Nullable Object> T call(Callable<T> code) throws InterruptedException {
    var result = new CompletableFuture<T>();
    run(
        () -> {
          try {
            result.complete(code.call());
          } catch (Throwable failure) {
            result.completeExceptionally(failure);
          }
        });
    return Runspaces.await(result);
  }

  /**
   * Runs code on the EDT: in place when called there, else as soon as it comes to it, without
   * waiting.
   *
   * @param code what to run
   */
  public static void run(Runnable code) {
    if (EventQueue.isDispatchThread()) {
      code.run();
    } else {
      EventQueue.invokeLater(code);
    }
  }

  /**
   * Refuses a call that came on another thread.
   *
   * @param call the name of the call, for the message
   * @throws EdtViolationException if this is not the EDT
   */
  public static void require(String call) {
    if (!EventQueue.isDispatchThread()) {
      throw new EdtViolationException(
          call
              + " was called on thread \""
              + Thread.currentThread().getName()
              + "\", but belongs on the EDT; wrap it in Edt.call(...) or Edt.run(...)");
    }
  }
}
