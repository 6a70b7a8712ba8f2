package dev.runspaces.delivery;

import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Overflow;
import dev.runspaces.worker.Letter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * A runspace that delivers an event when it is told to, on the thread that tells it. Other threads
 * may raise meanwhile.
 */
final class StepByStep implements DeliveryContext {
  private final String name;
  private final Deque<Letter> deliveries = new ConcurrentLinkedDeque<>();
  private final List<ErrorOccurred> uncaught = new ArrayList<>();

  private final Overflow overflow;
  private final AtomicLong lastNumber = new AtomicLong();

  StepByStep(String name) {
    this(name, Overflow.unbounded());
  }

  StepByStep(String name, Overflow overflow) {
    this.name = name;
    this.overflow = overflow;
  }

  /** Delivers one event, if there is any. */
  boolean step() {
    Letter next = deliveries.poll();
    if (next != null) {
      if (next instanceof Letter.InParts parts) {
        deliveries.addFirst(next);
        if (!parts.run(() -> true)) {
          deliveries.remove(next);
        }
      } else {
        next.run();
      }
    }
    return next != null;
  }

  void run() {
    while (step()) {
      // Until nothing is left.
    }
  }

  List<ErrorOccurred> uncaughtErrors() {
    return uncaught;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean isBegun() {
    return true;
  }

  @Override
  public long execute(Letter delivery) {
    deliveries.add(delivery);
    return lastNumber.incrementAndGet();
  }

  @Override
  public long lastNumber() {
    return lastNumber.get();
  }

  @Override
  public void remind() {}

  @Override
  public boolean await(CompletableFuture<?> future, Duration timeout) {
    while (!future.isDone() && step()) {
      // Until what is waited for has come.
    }
    return future.isDone();
  }

  @Override
  public boolean awaitIdle(CompletableFuture<?> future, Duration timeout) {
    return future.isDone();
  }

  @Override
  public boolean isInside() {
    return false;
  }

  @Override
  public boolean isHere() {
    return false;
  }

  @Override
  public boolean isUndisturbed() {
    return false;
  }

  @Override
  public void tidyUp() {}

  @Override
  public void deliverUntil(BooleanSupplier enough) {
    while (!enough.getAsBoolean() && step()) {
      // Until that is enough.
    }
  }

  @Override
  public boolean mustNotWait() {
    return false;
  }

  @Override
  public Overflow overflow() {
    return overflow;
  }

  @Override
  public Duration patience() {
    return Duration.ZERO;
  }

  @Override
  public void uncaught(ErrorOccurred error) {
    uncaught.add(error);
  }
}
