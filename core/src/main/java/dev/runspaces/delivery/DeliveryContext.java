package dev.runspaces.delivery;

import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Overflow;
import dev.runspaces.worker.Letter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** What a hub needs of the runspace that it belongs to. */
public interface DeliveryContext {

  /** Returns the runspace's name: the source of its events. */
  String name();

  /** Tells whether its life has begun: before that there is nothing to raise an event about. */
  boolean isBegun();

  /**
   * Runs a delivery on the runspace's thread, after all that it was given before. Never waits.
   *
   * @return its number among all that the runspace was given, from 1
   */
  long execute(Letter delivery);

  /** Returns the number of what the runspace was given last; 0 if that was nothing. */
  long lastNumber();

  /** Sees to it that what was given is run, where no thread could be had for it so far. */
  void remind();

  /**
   * Waits as that runspace waits: inside it, deliveries go on.
   *
   * @return whether the future ended in time
   */
  boolean await(CompletableFuture<?> future, Duration timeout) throws InterruptedException;

  /**
   * Waits while nothing is delivered on this thread.
   *
   * @return whether the future ended in time
   */
  boolean awaitIdle(CompletableFuture<?> future, Duration timeout) throws InterruptedException;

  /**
   * Tells whether the calling thread is one that delivers to it, so that it would wait for itself.
   */
  boolean isInside();

  /**
   * Tells whether the calling thread runs its code just now: not that of another runspace, which it
   * has gone on into.
   */
  boolean isHere();

  /** Tells whether the calling thread does so, and is as a handler expects to find it. */
  boolean isUndisturbed();

  /** Leaves the thread for the next handler as a handler expects to find it. */
  void tidyUp();

  /**
   * Has deliveries go on, in the midst of its code, until that is enough or there are none. Called
   * inside.
   */
  void deliverUntil(BooleanSupplier enough);

  /** Tells whether the calling thread must not wait. */
  boolean mustNotWait();

  /** Returns what becomes of events that come faster than they are delivered. */
  Overflow overflow();

  /** Returns how long its thread looks out for more events before it sleeps; zero: not said. */
  Duration patience();

  /** Takes an error that nobody has handled, here or in any parent. */
  void uncaught(ErrorOccurred error);
}
