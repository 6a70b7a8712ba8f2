package dev.runspaces.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Those who wait for one kind of change. Used under a collection's lock, but for {@link #wake}.
 *
 * <p>Each change wakes all of them, and each looks for itself whether it was the one. To wake only
 * one would not do: it may be deep in the handler of an event that is delivered while it waits, and
 * the others would miss what is theirs to take. Each has a future of its own, so that nothing is
 * left behind of one that gives up.
 */
final class Waiters {
  private @Nullable List<CompletableFuture<Void>> futures;

  /** Returns a future that ends with the next change. */
  CompletableFuture<Void> join() {
    var future = new CompletableFuture<Void>();
    if (futures == null) {
      futures = new ArrayList<>(1);
    }
    futures.add(future);
    return future;
  }

  /** Forgets one who waits no more, for whatever reason. */
  void leave(CompletableFuture<Void> future) {
    if (futures != null && futures.removeIf(each -> each == future) && futures.isEmpty()) {
      futures = null;
    }
  }

  /** Lets all of them go; they are to be woken after the lock is released. */
  List<CompletableFuture<Void>> release() {
    List<CompletableFuture<Void>> released = futures == null ? List.of() : futures;
    futures = null;
    return released;
  }

  static void wake(List<CompletableFuture<Void>> released) {
    for (CompletableFuture<Void> future : released) {
      future.complete(null);
    }
  }
}
