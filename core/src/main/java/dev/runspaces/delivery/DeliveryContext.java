package dev.runspaces.delivery;

import dev.runspaces.event.ErrorOccurred;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What a hub needs of the runspace that it belongs to. */
public interface DeliveryContext {

  /** Returns the runspace's name: the source of its events. */
  String name();

  /** Tells whether its life has begun: before that there is nothing to raise an event about. */
  boolean isBegun();

  /** Runs a delivery on the runspace's thread, after those given before. Never waits. */
  void execute(Runnable delivery);

  /**
   * Waits as that runspace waits: inside it, deliveries go on.
   *
   * @return whether the future ended in time
   */
  boolean await(CompletableFuture<?> future, Duration timeout) throws InterruptedException;

  /** Takes an error that nobody has handled, here or in any parent. */
  void uncaught(ErrorOccurred error);
}
