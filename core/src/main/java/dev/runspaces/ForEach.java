package dev.runspaces;

import dev.runspaces.RunspacePool.Freshness;
import dev.runspaces.stream.Progress;
import dev.runspaces.worker.Deadline;
import dev.runspaces.worker.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run over items in the making: {@code pool.each(files).asCompleted().timeout(minute).run(...)}.
 * Nothing runs until {@link #run}. For one thread.
 *
 * @param <T> the type of the items
 */
public final class ForEach<T> {
  private final RunspacePool pool;
  private final Iterable<? extends T> items;
  private ErrorPolicy onError = ErrorPolicy.STOP;
  private Freshness freshness = Freshness.REUSED;
  private @Nullable Duration timeout;
  private boolean asCompleted;
  private @Nullable Consumer<? super Progress> listener;

  ForEach(RunspacePool pool, Iterable<? extends T> items) {
    this.pool = pool;
    this.items = items;
  }

  /**
   * Has the results in the order in which they were completed, instead of that of the items.
   *
   * @return this description
   */
  public ForEach<T> asCompleted() {
    asCompleted = true;
    return this;
  }

  /**
   * Stops what has not ended after so long. PowerShell's {@code -TimeoutSeconds}.
   *
   * @param limit how long for all items together, from zero
   * @return this description
   */
  public ForEach<T> timeout(Duration limit) {
    timeout = limit;
    return this;
  }

  /**
   * Says what happens when the script throws for an item; {@link ErrorPolicy#STOP} if nothing is
   * said: no more items are begun, and those that run are stopped.
   *
   * @param policy what
   * @return this description
   */
  public ForEach<T> onError(ErrorPolicy policy) {
    onError = policy;
    return this;
  }

  /**
   * Runs each item in a runspace in which nothing has run before, and closes that afterwards.
   * PowerShell's {@code -UseNewRunspace}.
   *
   * @return this description
   */
  public ForEach<T> freshRunspaces() {
    freshness = Freshness.FRESH;
    return this;
  }

  /**
   * Tells how many items are done, each time that one is.
   *
   * @param told called on the thread that runs this, with the percentage where the items are a
   *     {@link Collection}
   * @return this description
   */
  public ForEach<T> onProgress(Consumer<? super Progress> told) {
    listener = told;
    return this;
  }

  /**
   * Runs a script for each item, and waits for all of them. Inside a runspace of the pool itself
   * that one takes its part in it.
   *
   * @param script what to run
   * @param <R> the type of its value
   * @return how it went with each item
   * @throws InvalidRunspaceStateException if the pool is closed
   * @throws InterruptedException if the waiting thread is interrupted; what runs is stopped
   * @throws dev.runspaces.thread.WaitRefusedException if this thread must not wait
   */
  public <R extends @Nullable Object> ForEachResult<T, R> run(ItemScript<? super T, R> script)
      throws InterruptedException {
    Waiting.refuseWhereForbidden();
    return new Run<R>(script).toEnd();
  }

  /** One item that is under way. */
  private record Started<T, R extends @Nullable Object>(T item, Invocation<R> invocation) {}

  private final class Run<R extends @Nullable Object> {
    private final ItemScript<? super T, R> script;
    private final Iterator<? extends T> remaining = items.iterator();
    private final int total = items instanceof Collection<?> counted ? counted.size() : -1;
    private final Deadline deadline = timeout == null ? Deadline.never() : Deadline.after(timeout);
    private final long begun = System.nanoTime();

    /** In the order of the items, and in that of their ends. */
    private final List<Started<T, R>> started = new ArrayList<>();

    private final List<Started<T, R>> underWay = new ArrayList<>();
    private final List<Started<T, R>> ended = new ArrayList<>();
    private boolean timedOut;
    private boolean failed;

    Run(ItemScript<? super T, R> script) {
      this.script = script;
    }

    ForEachResult<T, R> toEnd() throws InterruptedException {
      try {
        while (goesOn() && (remaining.hasNext() || !underWay.isEmpty())) {
          while (remaining.hasNext() && underWay.size() < pool.limits().maximum()) {
            start(remaining.next());
          }
          timedOut = !awaitOne();
          collect();
        }
      } finally {
        underWay.forEach(item -> item.invocation.stop());
      }
      for (Started<T, R> item : underWay) {
        // Stopped: it ends soon, or is named in the log, as any other script is.
        Waiting.await(item.invocation.ended(), Deadline.after(Runspace.CLOSE_TIMEOUT));
      }
      ended.addAll(underWay);
      return result();
    }

    private boolean goesOn() {
      return !timedOut && !(failed && onError == ErrorPolicy.STOP);
    }

    private void start(T item) {
      Invocation<R> invocation =
          pool.begin(pool.beginnable(context -> script.run(item, context)), freshness);
      var next = new Started<T, R>(item, invocation);
      started.add(next);
      underWay.add(next);
    }

    /** Waits until one has ended; returns whether one has in time. */
    private boolean awaitOne() throws InterruptedException {
      // Where this is the pool's last runspace, nobody else would run it.
      boolean unused = underWay.stream().anyMatch(item -> item.invocation.helpOut());
      CompletableFuture<?>[] ends =
          underWay.stream()
              .map(item -> item.invocation.ended())
              .toArray(CompletableFuture<?>[]::new);
      return Waiting.await(CompletableFuture.anyOf(ends), deadline);
    }

    private void collect() {
      for (Iterator<Started<T, R>> iterator = underWay.iterator(); iterator.hasNext(); ) {
        Started<T, R> item = iterator.next();
        if (item.invocation.state().isFinal()) {
          iterator.remove();
          ended.add(item);
          failed |= item.invocation.state() == InvocationState.FAILED;
          tell();
        }
      }
    }

    private void tell() {
      if (listener == null) {
        return;
      }
      int done = ended.size();
      Progress progress = Progress.of(pool.name());
      if (total > 0) {
        Duration left = Duration.ofNanos((System.nanoTime() - begun) / done * (total - done));
        progress = progress.withCount(done, Math.max(done, total)).withRemaining(left);
      } else {
        progress = progress.withStatus(done + " done");
      }
      listener.accept(progress);
    }

    private ForEachResult<T, R> result() {
      List<ItemOutcome<T, R>> outcomes = new ArrayList<>();
      for (Started<T, R> item : asCompleted ? ended : started) {
        outcomes.add(new ItemOutcome<>(item.item, outcomeOf(item)));
      }
      return new ForEachResult<>(outcomes, timedOut);
    }

    private Outcome<R> outcomeOf(Started<T, R> item) {
      Invocation<R> invocation = item.invocation;
      return invocation
          .outcome()
          // It ignores that it was stopped.
          .orElseGet(() -> new Outcome<>(InvocationState.STOPPED, null, invocation.output(), null));
    }
  }
}
