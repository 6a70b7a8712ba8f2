package dev.runspaces.swing.testkit;

import java.awt.EventQueue;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Collects what the event dispatch thread throws; AWT itself prints it and the test passes. */
final class EdtFailures implements UncaughtExceptionHandler {

  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final @Nullable UncaughtExceptionHandler previous;

  private EdtFailures(@Nullable UncaughtExceptionHandler previous) {
    this.previous = previous;
  }

  static EdtFailures collect() {
    EdtFailures collector = new EdtFailures(Thread.getDefaultUncaughtExceptionHandler());
    Thread.setDefaultUncaughtExceptionHandler(collector);
    return collector;
  }

  void stopCollecting() {
    Thread.setDefaultUncaughtExceptionHandler(previous);
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    if (EventQueue.isDispatchThread()) {
      failures.add(failure);
    } else if (previous != null) {
      previous.uncaughtException(thread, failure);
    } else {
      System.err.println("Exception in thread \"" + thread.getName() + "\"");
      failure.printStackTrace();
    }
  }

  /** Throws what was collected since the last call, the first one as the cause. */
  void throwCollected() {
    Throwable first = failures.poll();
    if (first == null) {
      return;
    }
    AssertionError error = new AssertionError("The event dispatch thread threw " + first, first);
    for (Throwable next = failures.poll(); next != null; next = failures.poll()) {
      error.addSuppressed(next);
    }
    throw error;
  }
}
