package dev.runspaces.delivery;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** How much the executors of one hub's subscriptions still have to do. Thread-safe. */
final class Lanes {
  private int open;
  private @Nullable CompletableFuture<Void> idle;

  synchronized void begin() {
    open++;
  }

  void end() {
    CompletableFuture<Void> ended = null;
    synchronized (this) {
      if (--open == 0) {
        ended = idle;
        idle = null;
      }
    }
    if (ended != null) {
      ended.complete(null);
    }
  }

  synchronized CompletableFuture<Void> whenIdle() {
    if (open == 0) {
      return CompletableFuture.completedFuture(null);
    }
    if (idle == null) {
      idle = new CompletableFuture<>();
    }
    return idle;
  }
}
