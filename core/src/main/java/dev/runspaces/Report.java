package dev.runspaces;

import dev.runspaces.event.EventCounts;
import dev.runspaces.event.Subscription;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What there is at one moment: a value to look into, and, as text, a table to read. Made by {@link
 * Runspaces#report()}. Immutable.
 *
 * @param runspaces those that are open, or being opened or closed, oldest first
 * @param pools those of them that are the runspace of a pool, oldest first
 * @param jobs those that have not been removed, oldest first
 */
public record Report(List<RunspaceLine> runspaces, List<PoolLine> pools, List<JobLine> jobs) {

  /**
   * Copies the lists.
   *
   * @param runspaces those that are open
   * @param pools the pools
   * @param jobs those that have not been removed
   */
  public Report {
    runspaces = List.copyOf(runspaces);
    pools = List.copyOf(pools);
    jobs = List.copyOf(jobs);
  }

  /**
   * A runspace.
   *
   * @param id its number
   * @param name its name
   * @param parent the number of the runspace that it was opened in; null at the root
   * @param state its state
   * @param availability whether it has time for a script
   * @param invocations those that have not ended, in no order
   * @param subscriptions those that are active and not hidden, oldest first
   * @param events how many events it has raised, delivered, and so on
   */
  public record RunspaceLine(
      long id,
      String name,
      @Nullable Long parent,
      RunspaceState state,
      RunspaceAvailability availability,
      List<InvocationLine> invocations,
      List<SubscriptionLine> subscriptions,
      EventCounts events) {

    /**
     * Copies the lists.
     *
     * @param id its number
     * @param name its name
     * @param parent the number of its parent
     * @param state its state
     * @param availability whether it has time
     * @param invocations those that have not ended
     * @param subscriptions those that are active
     * @param events its counts
     */
    public RunspaceLine {
      invocations = List.copyOf(invocations);
      subscriptions = List.copyOf(subscriptions);
    }
  }

  /**
   * An invocation that has not ended.
   *
   * @param state its state
   * @param written how many items it has written to its streams and nobody has taken out
   */
  public record InvocationLine(InvocationState state, int written) {}

  /**
   * A subscription.
   *
   * @param id its number in its runspace
   * @param target what it listens to
   * @param triggers how many events it has been handed
   */
  public record SubscriptionLine(long id, String target, long triggers) {}

  /**
   * A pool.
   *
   * @param id the number of its {@linkplain RunspacePool#runspace() own runspace}
   * @param name its name
   * @param size how many runspaces are open or being opened in it
   * @param minimum how many it keeps
   * @param maximum how many it has at most
   * @param queued how many scripts wait for one
   */
  public record PoolLine(long id, String name, int size, int minimum, int maximum, int queued) {}

  /**
   * A job.
   *
   * @param id its number
   * @param name its name
   * @param state the state of its work
   */
  public record JobLine(long id, String name, InvocationState state) {}

  static Report now() {
    return new Report(
        Registry.instance().all().stream().map(Report::lineOf).toList(),
        Registry.instance().all().stream().flatMap(each -> poolOf(each).stream()).toList(),
        Jobs.all().stream().map(job -> new JobLine(job.id(), job.name(), job.state())).toList());
  }

  private static RunspaceLine lineOf(RunspaceCore runspace) {
    Lifecycle.Snapshot now = runspace.lifecycle().snapshot();
    return new RunspaceLine(
        runspace.id(),
        runspace.name(),
        runspace.parent().map(RunspaceCore::id).orElse(null),
        now.state(),
        now.availability(),
        runspace.invocations().list().stream().map(Report::lineOf).toList(),
        runspace.events().subscriptions().stream().map(Report::lineOf).toList(),
        runspace.events().counts());
  }

  private static Optional<PoolLine> poolOf(RunspaceCore runspace) {
    return runspace.pool().map(pool -> lineOf(runspace, pool));
  }

  private static PoolLine lineOf(RunspaceCore host, PoolDispatcher pool) {
    PoolSize limits = pool.members().limits();
    return new PoolLine(
        host.id(),
        host.name(),
        pool.members().size(),
        limits.minimum(),
        limits.maximum(),
        pool.queued());
  }

  private static InvocationLine lineOf(Invocation<?> invocation) {
    return new InvocationLine(invocation.state(), invocation.streams().all().size());
  }

  private static SubscriptionLine lineOf(Subscription subscription) {
    return new SubscriptionLine(subscription.id(), subscription.target(), subscription.triggers());
  }

  /** {@return tables: the runspaces, children below their parents, the pools, and the jobs} */
  @Override
  public String toString() {
    return new ReportTable(this).toString();
  }
}
