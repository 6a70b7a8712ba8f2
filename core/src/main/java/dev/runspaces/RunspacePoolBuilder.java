package dev.runspaces;

import dev.runspaces.thread.WaitRefusedException;
import dev.runspaces.thread.WaitTimeoutException;
import dev.runspaces.worker.Deadline;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Describes a pool before it is opened: {@code Runspaces.pool("images").maximum(4).open()}. For one
 * thread.
 */
public final class RunspacePoolBuilder {
  private final String name;
  private @Nullable Runspace parent;
  private PoolSize size = new PoolSize(0, Runtime.getRuntime().availableProcessors());
  private Duration idleTimeout = Duration.ofMinutes(1);
  private int queueLimit = Integer.MAX_VALUE;
  private UnaryOperator<RunspaceBuilder> members = UnaryOperator.identity();

  RunspacePoolBuilder(String name) {
    this.name = Objects.requireNonNull(name, "a pool needs a name");
  }

  /**
   * Opens so many runspaces with the pool, and does not clean up below that; 0 if nothing is said.
   *
   * @param count how many, from 0
   * @return this builder
   * @throws IllegalArgumentException if it is negative
   */
  public RunspacePoolBuilder minimum(int count) {
    size = new PoolSize(count, Math.max(count, size.maximum()));
    return this;
  }

  /**
   * Opens at most so many runspaces, and so runs at most so many scripts at the same time; as many
   * as there are processors if nothing is said. PowerShell's {@code -ThrottleLimit}.
   *
   * @param count how many, from 1
   * @return this builder
   * @throws IllegalArgumentException if it is less than 1
   */
  public RunspacePoolBuilder maximum(int count) {
    size = new PoolSize(Math.min(count, size.minimum()), count);
    return this;
  }

  /**
   * Closes runspaces that have had nothing to do for so long, down to the minimum; a minute if
   * nothing is said. PowerShell's {@code CleanupInterval}.
   *
   * @param timeout how long, more than zero
   * @return this builder
   * @throws IllegalArgumentException if it is not more than zero
   */
  public RunspacePoolBuilder idleTimeout(Duration timeout) {
    Objects.requireNonNull(timeout, "idleTimeout: a duration is needed");
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException(
          "idleTimeout(" + timeout + "): more than zero is needed, such as a minute");
    }
    idleTimeout = timeout;
    return this;
  }

  /**
   * Lets at most so many scripts wait for a runspace; beyond it {@link RunspacePool#begin} refuses.
   * Without a limit if nothing is said.
   *
   * @param limit how many, from 0
   * @return this builder
   * @throws IllegalArgumentException if it is negative
   */
  public RunspacePoolBuilder queueLimit(int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("queueLimit(" + limit + "): at least 0 is needed");
    }
    queueLimit = limit;
    return this;
  }

  /**
   * Says what each runspace of the pool is like: its variables, start-up, threads.
   *
   * @param description given the builder of each, returns it; called on whatever thread opens one
   * @return this builder
   */
  public RunspacePoolBuilder members(UnaryOperator<RunspaceBuilder> description) {
    members = Objects.requireNonNull(description, "members: a description is needed");
    return this;
  }

  /**
   * Puts the pool below a runspace: it is closed with that one at the latest, and the events of its
   * runspaces may be forwarded to it.
   *
   * @param runspace which
   * @return this builder
   */
  public RunspacePoolBuilder parent(Runspace runspace) {
    parent = Objects.requireNonNull(runspace, "parent: a runspace is needed");
    return this;
  }

  /**
   * Opens the pool, and the minimum of its runspaces.
   *
   * @return the pool, open
   * @throws RunspaceOpenException if the start-up of one fails; the pool is closed then
   * @throws InvalidRunspaceStateException if the parent is not open
   * @throws WaitRefusedException if there is a start-up to wait for and this thread must not wait
   */
  public RunspacePool open() {
    return open(pool -> pool.resize(size.minimum(), size.maximum()));
  }

  /**
   * Opens the pool, and the minimum of its runspaces, but waits no longer than this for their
   * start-ups.
   *
   * @param timeout how long to wait at most, from zero
   * @return the pool, open
   * @throws WaitTimeoutException if the time runs out; the pool is closed then, elsewhere
   * @throws RunspaceOpenException if the start-up of one fails; the pool is closed then
   * @throws InvalidRunspaceStateException if the parent is not open
   * @throws WaitRefusedException if there is a start-up to wait for and this thread must not wait
   */
  public RunspacePool open(Duration timeout) {
    return open(pool -> pool.resize(size.minimum(), size.maximum(), timeout));
  }

  private RunspacePool open(Consumer<RunspacePool> toMinimum) {
    Runspace host = parent == null ? Runspaces.open(name) : parent.open(name);
    var pool = new RunspacePool(host, new PoolDescription(size, idleTimeout, queueLimit, members));
    try {
      toMinimum.accept(pool);
    } catch (WaitTimeoutException late) {
      // Who gave a time-out has waited long enough.
      CompletableFuture<Void> unused =
          host.core().closing().closeElsewhere(Deadline.after(Runspace.CLOSE_TIMEOUT));
      throw late;
    } catch (Throwable failure) {
      try {
        host.close();
      } catch (RunspaceCloseException alsoFailed) {
        failure.addSuppressed(alsoFailed);
      }
      throw failure;
    }
    return pool;
  }
}
