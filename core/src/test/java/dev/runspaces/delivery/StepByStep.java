package dev.runspaces.delivery;

import dev.runspaces.event.ErrorOccurred;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A runspace that delivers an event when it is told to, on the test's thread. */
final class StepByStep implements DeliveryContext {
  private final String name;
  private final ArrayDeque<Runnable> deliveries = new ArrayDeque<>();
  private final List<ErrorOccurred> uncaught = new ArrayList<>();

  StepByStep(String name) {
    this.name = name;
  }

  /** Delivers one event, if there is any. */
  boolean step() {
    Runnable next = deliveries.poll();
    if (next != null) {
      next.run();
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
  public void execute(Runnable delivery) {
    deliveries.add(delivery);
  }

  @Override
  public boolean await(CompletableFuture<?> future, Duration timeout) {
    while (!future.isDone() && step()) {
      // Until what is waited for has come.
    }
    return future.isDone();
  }

  @Override
  public void uncaught(ErrorOccurred error) {
    uncaught.add(error);
  }
}
