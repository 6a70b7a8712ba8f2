package dev.runspaces;

import dev.runspaces.worker.Deadline;
import dev.runspaces.worker.Waiting;
import dev.runspaces.worker.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The end of an invocation, or what is made of it. A thread inside a runspace that blocks on it
 * waits as it would for the invocation: otherwise one that only this thread can run would never
 * end.
 */
final class InvocationFuture<T extends @Nullable Object> extends CompletableFuture<T> {
  private final Invocation<?> invocation;

  InvocationFuture(Invocation<?> invocation) {
    this.invocation = invocation;
  }

  /** Returns the invocations that some of these futures come from. */
  static List<Invocation<?>> awaitedBy(List<? extends CompletableFuture<?>> futures) {
    var awaited = new ArrayList<Invocation<?>>();
    for (CompletableFuture<?> future : futures) {
      if (future instanceof InvocationFuture<?> known) {
        awaited.add(known.invocation);
      }
    }
    return awaited;
  }

  @Override
  public <U extends @Nullable Object> CompletableFuture<U> newIncompleteFuture() {
    return new InvocationFuture<>(invocation);
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    if (waitsInside()) {
      boolean unused = await(Deadline.never());
    }
    return super.get();
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!waitsInside()) {
      return super.get(timeout, unit);
    }
    // Not more than there is: whoever wants to wait for ever may say so in days.
    boolean unused = await(Deadline.after(Duration.ofNanos(Math.max(0, unit.toNanos(timeout)))));
    return super.get(0, unit);
  }

  @Override
  public T join() {
    if (waitsInside()) {
      boolean unused =
          Waiting.awaitUninterruptibly(
              this, Deadline.never(), (future, deadline) -> await(deadline));
    }
    return super.join();
  }

  /** Waits as runspaces wait; returns whether it has ended, well or badly, in time. */
  boolean await(Deadline deadline) throws InterruptedException {
    return isDone() || invocation.awaitFromOutside(this, deadline);
  }

  private boolean waitsInside() {
    return !isDone() && Worker.current() != null;
  }
}
