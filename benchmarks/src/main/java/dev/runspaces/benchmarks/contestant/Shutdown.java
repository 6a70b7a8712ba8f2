package dev.runspaces.benchmarks.contestant;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends what a contestant has begun. */
final class Shutdown {
  private Shutdown() {}

  /** Ends an executor, and waits for its threads: they are not to disturb the next contestant. */
  static void of(ExecutorService executor) {
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("an executor does not end");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
