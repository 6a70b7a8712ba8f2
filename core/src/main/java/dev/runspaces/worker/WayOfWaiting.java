package dev.runspaces.worker;

import java.util.concurrent.CompletableFuture;

/** How a thread waits for what it knows more about than that it is a future. */
public interface WayOfWaiting {

  /** Waits; returns whether the future has ended, well or badly, in time. */
  boolean await(CompletableFuture<?> future, Deadline deadline) throws InterruptedException;
}
