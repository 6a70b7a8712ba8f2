package dev.runspaces;

import dev.runspaces.delivery.NamePattern;
import dev.runspaces.worker.Deadline;
import dev.runspaces.worker.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Starts pieces of work in the background, and finds them. PowerShell's {@code Start-Job}, {@code
 * Get-Job} and {@code Wait-Job}.
 *
 * <pre>{@code
 * Job<Report> job = Jobs.start("monthly report", context -> makeReport());
 * }</pre>
 *
 * <p>All methods may be called on any thread. Those that wait go on delivering the events of the
 * runspace that they are called in.
 */
public final class Jobs {
  private static final ConcurrentSkipListMap<Long, Job<?>> LISTED = new ConcurrentSkipListMap<>();
  private static final AtomicLong LAST_ID = new AtomicLong();

  private Jobs() {}

  /**
   * Starts a job in a runspace of its own. Its failure stays in the job; if nobody awaits it or
   * looks at its outcome until a moment after its end, it is an uncaught error as well.
   *
   * @param name its name, and that of the runspace; not blank, need not be unique
   * @param script what to run
   * @param <T> the type of its value
   * @return the job, listed until it is removed
   */
  public static <T extends @Nullable Object> Job<T> start(String name, Script<T> script) {
    return start(Runspaces.builder(name), script);
  }

  /**
   * Starts a job in a runspace that is described.
   *
   * @param description of the runspace, whose name is the job's too
   * @param script what to run
   * @param <T> the type of its value
   * @return the job, listed until it is removed
   * @throws RunspaceOpenException if the start-up of the runspace fails
   * @throws InvalidRunspaceStateException if the runspace's parent is not open
   * @throws dev.runspaces.thread.WaitRefusedException if there is a start-up to wait for and this
   *     thread must not wait
   */
  public static <T extends @Nullable Object> Job<T> start(
      RunspaceBuilder description, Script<T> script) {
    Objects.requireNonNull(description, "start: the description of a runspace is needed");
    Objects.requireNonNull(script, "a script is needed");
    return start(description.open(), script);
  }

  /**
   * Starts a job in a runspace that is described, but waits no longer than this for its start-up.
   *
   * @param description of the runspace, whose name is the job's too
   * @param script what to run
   * @param timeout how long to wait for the start-up at most, from zero
   * @param <T> the type of its value
   * @return the job, listed until it is removed
   * @throws dev.runspaces.thread.WaitTimeoutException if the time runs out; there is no job then
   * @throws RunspaceOpenException if the start-up of the runspace fails
   * @throws InvalidRunspaceStateException if the runspace's parent is not open
   * @throws dev.runspaces.thread.WaitRefusedException if there is a start-up to wait for and this
   *     thread must not wait
   */
  public static <T extends @Nullable Object> Job<T> start(
      RunspaceBuilder description, Script<T> script, Duration timeout) {
    Objects.requireNonNull(description, "start: the description of a runspace is needed");
    Objects.requireNonNull(timeout, "start: a time-out is needed");
    Objects.requireNonNull(script, "a script is needed");
    return start(description.open(timeout), script);
  }

  private static <T extends @Nullable Object> Job<T> start(Runspace open, Script<T> script) {
    RunspaceCore runspace = open.core();
    var invocation =
        new Invocation<>(runspace, Task.writingItsValue(script))
            .unaskedAt(Registry.instance().unaskedErrors());
    var job = new Job<>(LAST_ID.incrementAndGet(), runspace.name(), invocation);
    // Before it begins: its own script finds it.
    LISTED.put(job.id(), job);
    CompletableFuture<?> unused =
        invocation
            .ended()
            .thenRun(
                () -> {
                  job.tellItsEnd(); // before the closing, which may take long
                  runspace.closing().closeSoon();
                });
    try {
      runspace.invocations().start(invocation);
    } catch (InvalidRunspaceStateException closedMeanwhile) {
      remove(job);
      throw closedMeanwhile;
    }
    return job;
  }

  /** {@return the jobs that have not been removed, oldest first; immutable} */
  public static List<Job<?>> all() {
    return List.copyOf(LISTED.values());
  }

  /**
   * Finds the oldest job of a name.
   *
   * @param pattern the name, case ignored; {@code *} stands for any characters, {@code ?} for one
   * @return the job, or empty if there is none
   */
  public static Optional<Job<?>> find(String pattern) {
    return findAll(pattern).stream().findFirst();
  }

  /**
   * Finds the jobs of a name. PowerShell's {@code Get-Job -Name}.
   *
   * @param pattern the name, case ignored; {@code *} stands for any characters, {@code ?} for one
   * @return the jobs, oldest first; immutable
   */
  public static List<Job<?>> findAll(String pattern) {
    var names = NamePattern.of(pattern);
    List<Job<?>> found = new ArrayList<>();
    for (Job<?> job : LISTED.values()) {
      if (names.matches(job.name())) {
        found.add(job);
      }
    }
    return List.copyOf(found);
  }

  /**
   * Finds a job by its number.
   *
   * @param id its {@link Job#id()}
   * @return the job, or empty if there is none
   */
  public static Optional<Job<?>> find(long id) {
    return Optional.ofNullable(LISTED.get(id));
  }

  /**
   * Waits until one of several jobs has ended. PowerShell's {@code Wait-Job -Any}. Whoever gets a
   * job from here has learned how it ended: its failure is no uncaught error then, that of another
   * one is.
   *
   * @param jobs which
   * @param timeout how long to wait at most, from zero
   * @return the first in their order that has ended, or empty if the time ran out, or there are
   *     none
   * @throws InterruptedException if the waiting thread is interrupted; the jobs go on
   * @throws dev.runspaces.thread.WaitRefusedException if this thread must not wait
   */
  public static Optional<Job<?>> awaitAny(Collection<? extends Job<?>> jobs, Duration timeout)
      throws InterruptedException {
    Objects.requireNonNull(jobs, "awaitAny: jobs are needed");
    Objects.requireNonNull(timeout, "awaitAny: a time-out is needed");
    Deadline deadline = Deadline.after(timeout);
    if (jobs.size() == 1) {
      boolean unused = awaitEach(jobs, deadline);
    } else if (!jobs.isEmpty() && !deadline.hasPassed()) {
      awaitFirst(List.copyOf(jobs), deadline);
    }
    Optional<Job<?>> ended = firstEndedOf(jobs);
    ended.ifPresent(job -> job.invocation().observed());
    return ended;
  }

  private static Optional<Job<?>> firstEndedOf(Collection<? extends Job<?>> jobs) {
    for (Job<?> job : jobs) {
      if (job.state().isFinal()) {
        return Optional.of(job);
      }
    }
    return Optional.empty();
  }

  /** Leaves nothing behind in jobs that go on: who asks again and again may do so for days. */
  private static void awaitFirst(Collection<? extends Job<?>> jobs, Deadline deadline)
      throws InterruptedException {
    var anyEnd = new CompletableFuture<Void>();
    Runnable told = () -> anyEnd.complete(null);
    try {
      jobs.forEach(job -> job.atItsEnd(told));
      if (firstEndedOf(jobs).isEmpty()) {
        boolean unused = Nesting.await(invocationsOf(jobs), () -> Waiting.await(anyEnd, deadline));
      }
    } finally {
      jobs.forEach(job -> job.notAtItsEnd(told));
    }
  }

  /**
   * Waits until all of several jobs have ended. PowerShell's {@code Wait-Job}. Their failures are
   * not thrown: each job keeps its own, in the {@linkplain Invocation#outcome() outcome}, and if
   * all have ended in time it is no uncaught error, as somebody has asked for it by this.
   *
   * @param jobs which
   * @param timeout how long to wait at most, from zero
   * @return whether all have ended in time
   * @throws InterruptedException if the waiting thread is interrupted; the jobs go on
   * @throws dev.runspaces.thread.WaitRefusedException if this thread must not wait
   */
  public static boolean awaitAll(Collection<? extends Job<?>> jobs, Duration timeout)
      throws InterruptedException {
    Objects.requireNonNull(jobs, "awaitAll: jobs are needed");
    Deadline deadline = Deadline.after(timeout);
    List<Job<?>> all = List.copyOf(jobs);
    all.forEach(job -> job.invocation().askers().come());
    try {
      boolean inTime = awaitEach(all, deadline);
      if (inTime) {
        all.forEach(job -> job.invocation().observed());
      }
      return inTime;
    } finally {
      all.forEach(job -> job.invocation().askers().leave());
    }
  }

  /** Waits for one after the other, each by its own future: so none has to be made of them. */
  private static boolean awaitEach(Collection<? extends Job<?>> jobs, Deadline deadline)
      throws InterruptedException {
    return jobs.stream().allMatch(job -> job.state().isFinal())
        || Nesting.await(
            invocationsOf(jobs),
            () -> {
              for (Job<?> job : jobs) {
                if (!Waiting.await(job.invocation().ended(), deadline)) {
                  return false;
                }
              }
              return true;
            });
  }

  static void remove(Job<?> job) {
    LISTED.remove(job.id());
  }

  private static List<? extends Invocation<?>> invocationsOf(Collection<? extends Job<?>> jobs) {
    return jobs.stream().map(Job::invocation).toList();
  }
}
