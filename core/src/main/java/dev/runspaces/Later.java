package dev.runspaces;

import dev.runspaces.worker.Carriers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What is done after a while. The timer of {@link CompletableFuture} is not used: its thread is
 * there for good, and takes over what is inherited from whoever happens to use it first, which
 * keeps a plugin that was discarded.
 */
final class Later {
  private static final Duration KEPT = Duration.ofSeconds(10);
  private static final ScheduledThreadPoolExecutor TIMER = timer();

  /** For what may take long, which the timer must not. */
  private static final Executor ELSEWHERE = new CompletableFuture<Void>().defaultExecutor();

  private Later() {}

  private static ScheduledThreadPoolExecutor timer() {
    var timer =
        new ScheduledThreadPoolExecutor(1, task -> Carriers.daemon(task, "runspaces-timer"));
    timer.setKeepAliveTime(KEPT.toMillis(), TimeUnit.MILLISECONDS);
    timer.allowCoreThreadTimeOut(true);
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  /** Has something done after that time, on a thread that may wait for others. */
  static void run(Runnable task, Duration delay) {
    ScheduledFuture<?> unused = schedule(task, delay);
  }

  /**
   * Has something done after that time, unless the future has ended before; then nothing is kept
   * for the rest of it.
   */
  static void unlessEnded(CompletableFuture<?> future, Runnable task, Duration delay) {
    ScheduledFuture<?> scheduled =
        schedule(
            () -> {
              if (!future.isDone()) {
                task.run();
              }
            },
            delay);
    CompletableFuture<?> unused = future.whenComplete((value, failure) -> scheduled.cancel(false));
  }

  private static ScheduledFuture<?> schedule(Runnable task, Duration delay) {
    return TIMER.schedule(() -> ELSEWHERE.execute(task), delay.toNanos(), TimeUnit.NANOSECONDS);
  }
}
