package dev.runspaces;

import dev.runspaces.thread.WaitRefusedException;
import dev.runspaces.thread.WaitTimeoutException;
import dev.runspaces.worker.Deadline;
import dev.runspaces.worker.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Several runspaces of one kind that share a queue: scripts begun in the pool run in whichever is
 * free, in the order in which they were begun. PowerShell's {@code RunspacePool}, and what stands
 * behind {@code ForEach-Object -Parallel}.
 *
 * <pre>{@code
 * try (RunspacePool pool = Runspaces.pool("images").maximum(4).open()) {
 *   List<Long> sizes = pool.forEach(files, (file, context) -> Files.size(file));
 * }
 * }</pre>
 *
 * <p>A pool has a {@link #runspace()} of its own, whose children its runspaces are: their events
 * are heard there, and it is closed with them. All limits are the pool's own. All methods may be
 * called on any thread. Waiting inside a runspace of the pool for a script that the pool has still
 * in its queue runs that script there, also if the wait is for another runspace whose script waits
 * for it: nesting never exhausts a pool, in whatever circle scripts {@linkplain Invocation wait}.
 */
public final class RunspacePool implements AutoCloseable {
  private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

  /** Held, so that nobody takes the runspace of a pool that is still held for a forgotten one. */
  private final Runspace host;

  private final PoolDispatcher dispatcher;

  RunspacePool(Runspace host, PoolDescription description) {
    this.host = host;
    this.dispatcher = new PoolDispatcher(host.core(), description);
    host.core().belongsTo(dispatcher);
  }

  /** {@return the pool's own runspace, in which no script of the pool runs} */
  public Runspace runspace() {
    return host;
  }

  /** {@return its name} */
  public String name() {
    return host.name();
  }

  /** {@return how many runspaces it keeps. PowerShell's GetMinRunspaces} */
  public int minimum() {
    return dispatcher.members().limits().minimum();
  }

  /** {@return how many runspaces it has at most. PowerShell's GetMaxRunspaces} */
  public int maximum() {
    return dispatcher.members().limits().maximum();
  }

  /** {@return how many of its runspaces are open or being opened} */
  public int size() {
    return dispatcher.members().size();
  }

  /** {@return how many more scripts could run at once now. PowerShell's GetAvailableRunspaces} */
  public int available() {
    return dispatcher.members().available();
  }

  /** {@return how many scripts wait for a runspace} */
  public int queued() {
    return dispatcher.queued();
  }

  /**
   * Begins to run a script in whichever runspace is free, or else as soon as one is.
   *
   * @param script what to run
   * @param <T> the type of its value
   * @return the invocation
   * @throws InvalidRunspaceStateException if the pool is closed
   * @throws InvalidInvocationStateException if as many scripts wait as the queue limit allows
   */
  public <T extends @Nullable Object> Invocation<T> begin(Script<T> script) {
    Invocation<T> invocation = invocationOf(script);
    dispatcher.begin(invocation);
    return invocation;
  }

  /**
   * Runs a script and waits for it: {@code begin(script).await()}.
   *
   * @param script what to run
   * @param <T> the type of its value
   * @return the script's value
   * @throws InvocationFailedException if it failed, or a runspace for it could not be opened
   * @throws InvocationStoppedException if it was stopped
   * @throws InvalidRunspaceStateException if the pool is closed
   * @throws InvalidInvocationStateException if as many scripts wait as the queue limit allows
   * @throws InterruptedException if the waiting thread is interrupted; the script goes on
   * @throws WaitRefusedException if this thread must not wait
   */
  public <T extends @Nullable Object> T invoke(Script<T> script) throws InterruptedException {
    Waiting.refuseWhereForbidden();
    try (Caller caller = Caller.patient()) {
      Invocation<T> invocation = caller.of(invocationOf(script));
      dispatcher.begin(invocation);
      return caller.await(invocation);
    }
  }

  /**
   * Runs a script as {@link #invoke(Script)} does, but waits no longer than this, for a runspace
   * and for the script. One that runs on the calling thread, as inside a pool that has no other
   * runspace left, is asked to stop in time as well, but only its end ends the call.
   *
   * @param script what to run
   * @param timeout how long to wait at most, from zero
   * @param <T> the type of its value
   * @return the script's value
   * @throws WaitTimeoutException if the time runs out; the script is asked to stop then
   * @throws InvocationFailedException if it failed, or a runspace for it could not be opened
   * @throws InvocationStoppedException if it was stopped
   * @throws InvalidRunspaceStateException if the pool is closed
   * @throws InvalidInvocationStateException if as many scripts wait as the queue limit allows
   * @throws InterruptedException if the waiting thread is interrupted; the script goes on
   * @throws WaitRefusedException if this thread must not wait
   */
  public <T extends @Nullable Object> T invoke(Script<T> script, Duration timeout)
      throws InterruptedException {
    Waiting.refuseWhereForbidden();
    try (Caller caller = Caller.within(timeout)) {
      Invocation<T> invocation = caller.of(invocationOf(script));
      dispatcher.begin(invocation);
      return caller.await(invocation);
    }
  }

  /**
   * Returns a new, empty shell: for scripts that are given arguments, input or streams, for several
   * in the same runspace one after the other, for going on after an error, or for running them
   * again. Each run is one script of the pool. PowerShell's {@code $ps.RunspacePool = $pool}.
   *
   * @return the shell; any number of them may run at once
   */
  public Shell shell() {
    return new Shell(host, dispatcher::begin);
  }

  /**
   * Runs a script for each item, as many at once as the pool has runspaces, and waits for all. The
   * first failure stops the others. {@link #each} has more to choose from. PowerShell's {@code
   * ForEach-Object -Parallel}.
   *
   * @param items what to run it for; read as needed
   * @param script what to run
   * @param <T> the type of the items
   * @param <R> the type of the script's value
   * @return the values, in the order of the items
   * @throws InvocationFailedException if the script failed for an item; the cause is what it threw
   * @throws InvalidRunspaceStateException if the pool is closed
   * @throws InterruptedException if the waiting thread is interrupted; what runs is stopped
   * @throws WaitRefusedException if this thread must not wait
   */
  public <T, R extends @Nullable Object> List<R> forEach(
      Iterable<? extends T> items, ItemScript<? super T, R> script) throws InterruptedException {
    return each(items).run(script).values();
  }

  /**
   * Runs a script for each item as {@link #forEach(Iterable, ItemScript)} does, but for no longer
   * than this: no more items are begun then, and those that run are stopped.
   *
   * @param items what to run it for; read as needed
   * @param script what to run
   * @param timeout how long for all items together, from zero
   * @param <T> the type of the items
   * @param <R> the type of the script's value
   * @return the values, in the order of the items
   * @throws InvocationStoppedException if the time runs out
   * @throws InvocationFailedException if the script failed for an item; the cause is what it threw
   * @throws InvalidRunspaceStateException if the pool is closed
   * @throws InterruptedException if the waiting thread is interrupted; what runs is stopped
   * @throws WaitRefusedException if this thread must not wait
   */
  public <T, R extends @Nullable Object> List<R> forEach(
      Iterable<? extends T> items, ItemScript<? super T, R> script, Duration timeout)
      throws InterruptedException {
    return each(items).timeout(timeout).run(script).values();
  }

  /**
   * Starts to describe a run over items.
   *
   * @param items what to run a script for; read as needed
   * @param <T> the type of the items
   * @return a description; call {@link ForEach#run}
   */
  public <T> ForEach<T> each(Iterable<? extends T> items) {
    Objects.requireNonNull(items, "each: items are needed");
    return new ForEach<>(this, items);
  }

  /**
   * Changes how many runspaces there are: opens what is missing to the minimum, closes what is idle
   * above the maximum, and what is busy above it as soon as it is not.
   *
   * @param minimum how many to keep, from 0
   * @param maximum how many at most, from 1
   * @throws IllegalArgumentException if the minimum is greater than the maximum, or one is too
   *     small
   * @throws RunspaceOpenException if the start-up of one fails, or this thread is interrupted while
   *     it waits for that; the new limits hold all the same
   * @throws WaitRefusedException if there is a start-up to wait for and this thread must not wait;
   *     the new limits hold all the same
   * @throws InvalidRunspaceStateException if the pool is closed
   */
  public void resize(int minimum, int maximum) {
    resize(minimum, maximum, FOREVER);
  }

  /**
   * Changes how many runspaces there are as {@link #resize(int, int)} does, but waits no longer
   * than this for start-ups.
   *
   * @param minimum how many to keep, from 0
   * @param maximum how many at most, from 1
   * @param timeout how long to wait at most, from zero
   * @throws WaitTimeoutException if the time runs out; the new limits hold all the same, and the
   *     start-ups go on
   * @throws IllegalArgumentException if the minimum is greater than the maximum, or one is too
   *     small, or the time-out is negative
   * @throws RunspaceOpenException if the start-up of one fails, or this thread is interrupted while
   *     it waits for that; the new limits hold all the same
   * @throws WaitRefusedException if there is a start-up to wait for and this thread must not wait;
   *     the new limits hold all the same
   * @throws InvalidRunspaceStateException if the pool is closed
   */
  public void resize(int minimum, int maximum, Duration timeout) {
    Deadline deadline = Deadline.after(timeout);
    var size = new PoolSize(minimum, maximum);
    host.core().invocations().requireWork();
    List<CompletableFuture<?>> openings = dispatcher.resize(size);
    CompletableFuture<Void> opened =
        CompletableFuture.allOf(openings.toArray(CompletableFuture<?>[]::new));
    try {
      if (!Nesting.await(
          InvocationFuture.awaitedBy(openings), () -> Waiting.await(opened, deadline))) {
        throw new WaitTimeoutException("opening the runspaces of " + this, timeout);
      }
      opened.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RunspaceOpenException(name(), interrupted);
    } catch (CompletionException failure) {
      Throwable cause = PoolMemberFactory.causeOf(failure);
      throw cause instanceof RuntimeException unchecked
          ? unchecked
          : new RunspaceOpenException(name(), cause);
    }
  }

  /** Closes the pool as {@link #close(Duration)} does, with {@link Runspace#CLOSE_TIMEOUT}. */
  @Override
  public void close() {
    close(Runspace.CLOSE_TIMEOUT);
  }

  /**
   * Closes the pool and its runspaces; scripts that run are stopped, scripts that wait never run.
   *
   * @param timeout how long to wait for scripts that do not stop
   */
  public void close(Duration timeout) {
    runspace().close(timeout);
  }

  /**
   * Closes the pool as {@link #close()} does, but elsewhere, and returns at once.
   *
   * @return ends when it is closed, or with the {@link RunspaceCloseException} that {@link
   *     #close()} would throw; cancelling it changes nothing
   */
  public CompletableFuture<Void> closeAsync() {
    return runspace().closeAsync();
  }

  @Override
  public String toString() {
    return "pool \"" + name() + "\": " + size() + " runspaces, " + queued() + " queued";
  }

  PoolDispatcher dispatcher() {
    return dispatcher;
  }

  /** Makes an invocation that is not in the queue yet. */
  <T extends @Nullable Object> Invocation<T> invocationOf(Script<T> script) {
    return new Invocation<>(host.core(), Task.writingItsValue(script));
  }
}
