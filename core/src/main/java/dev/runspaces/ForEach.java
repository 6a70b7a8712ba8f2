package dev.runspaces;

import dev.runspaces.PoolMembers.Freshness;
import dev.runspaces.stream.Progress;
import dev.runspaces.worker.Deadline;
import dev.runspaces.worker.SafeLog;
import dev.runspaces.worker.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run over items in the making: {@code pool.each(files).asCompleted().timeout(minute).run(...)}.
 * Nothing runs until {@link #run}. For one thread.
 *
 * @param <T> the type of the items
 */
public final class ForEach<T> {
  private static final System.Logger LOG = System.getLogger("dev.runspaces");

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
   * Begins no more items after so long, and stops those that have not ended. PowerShell's {@code
   * -TimeoutSeconds}.
   *
   * @param limit how long for all items together, from zero
   * @return this description
   * @throws IllegalArgumentException if it is negative
   */
  public ForEach<T> timeout(Duration limit) {
    Objects.requireNonNull(limit, "timeout: a time-out is needed");
    if (limit.isNegative()) {
      throw new IllegalArgumentException("timeout(" + limit + "): zero or more is needed");
    }
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
    Objects.requireNonNull(policy, "onError: a policy is needed");
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
   * Tells how many items are done, each time that one is. What the listener throws is logged.
   *
   * @param told called on the thread that runs this, with the percentage where the items are a
   *     {@link Collection}
   * @return this description
   */
  public ForEach<T> onProgress(Consumer<? super Progress> told) {
    Objects.requireNonNull(told, "onProgress: a listener is needed");
    listener = told;
    return this;
  }

  /**
   * Runs a script for each item, and waits for all of them. Inside a runspace of the pool itself
   * that one takes its part in it. For those that are stopped, and do not, it waits {@link
   * Runspace#CLOSE_TIMEOUT}.
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
    Objects.requireNonNull(script, "run: a script is needed");
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

    /** In the order of the items. */
    private final List<Started<T, R>> started = new ArrayList<>();

    /** Those that have not been collected, and what tells that each is there to be. */
    private final Map<Invocation<R>, CompletableFuture<?>> underWay = new LinkedHashMap<>();

    /** Those that are there to be collected: in the order of their ends, as is what comes of it. */
    private final Queue<Started<T, R>> fresh = new ConcurrentLinkedQueue<>();

    private final List<Started<T, R>> ended = new ArrayList<>();
    private boolean failed;

    Run(ItemScript<? super T, R> script) {
      this.script = script;
    }

    ForEachResult<T, R> toEnd() throws InterruptedException {
      try {
        boolean timedOut = runAll();
        return result(timedOut);
      } finally {
        // Who is interrupted, say, has no result, and has not learned of their failures.
        started.forEach(item -> item.invocation.askers().leave());
      }
    }

    /** Returns whether the time was over before the end. */
    private boolean runAll() throws InterruptedException {
      boolean timedOut = false;
      try {
        while (goesOn() && !timedOut) {
          timedOut = deadline.hasPassed();
          if (!timedOut) {
            startSome();
            awaitOne();
            collect();
          }
        }
      } finally {
        underWay.keySet().forEach(Invocation::stop);
      }
      awaitStopped();
      return timedOut;
    }

    private boolean goesOn() {
      boolean givesUp = failed && onError == ErrorPolicy.STOP;
      return !givesUp && (!underWay.isEmpty() || remaining.hasNext());
    }

    private void startSome() {
      while (underWay.size() < pool.dispatcher().members().limits().maximum()
          && remaining.hasNext()) {
        start(remaining.next());
      }
    }

    private void start(T item) {
      Invocation<R> invocation = pool.invocationOf(context -> script.run(item, context));
      invocation.askers().come();
      var next = new Started<T, R>(item, invocation);
      started.add(next);
      underWay.put(invocation, invocation.ended().thenRun(() -> fresh.add(next)));
      pool.dispatcher().beginItem(invocation, freshness);
    }

    private void awaitOne() throws InterruptedException {
      await(CompletableFuture.anyOf(ends()), deadline);
    }

    /** They end soon, or are named in the log, as other scripts that do not stop. */
    private void awaitStopped() throws InterruptedException {
      if (!underWay.isEmpty()) {
        await(CompletableFuture.allOf(ends()), Deadline.after(Runspace.CLOSE_TIMEOUT));
        collect();
        started.stream().filter(item -> underWay.containsKey(item.invocation)).forEach(ended::add);
      }
    }

    private CompletableFuture<?>[] ends() {
      return underWay.values().toArray(CompletableFuture<?>[]::new);
    }

    private void await(CompletableFuture<?> end, Deadline until) throws InterruptedException {
      boolean unused =
          Nesting.await(List.copyOf(underWay.keySet()), () -> Waiting.await(end, until));
    }

    private void collect() {
      for (Started<T, R> item = fresh.poll(); item != null; item = fresh.poll()) {
        underWay.remove(item.invocation);
        ended.add(item);
        failed |= item.invocation.state() == InvocationState.FAILED;
        tell();
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
      try {
        listener.accept(progress);
      } catch (Throwable failure) {
        // Who only looks on must not stop the work.
        SafeLog.error(LOG, "a listener failed on the progress of " + pool.name(), failure);
      }
    }

    private ForEachResult<T, R> result(boolean timedOut) {
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
