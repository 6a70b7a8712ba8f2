package dev.runspaces;

import dev.runspaces.worker.Waiting;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
 * in its queue runs that script there, so that nesting never exhausts a pool.
 */
public final class RunspacePool implements AutoCloseable {
  private final RunspaceCore host;
  private final PoolMembers members;
  private final RunspacePoolBuilder description;

  /** What waits for a runspace. Guarded by {@link #members}. */
  private final ArrayDeque<Entry> queue = new ArrayDeque<>();

  RunspacePool(RunspaceCore host, RunspacePoolBuilder description) {
    this.host = host;
    this.description = description;
    this.members = new PoolMembers(host, description.size());
  }

  /** Something that is to run, and whether it wants a runspace in which nothing has run. */
  private record Entry(Invocation<?> invocation, Freshness freshness) {}

  /** What runspace a script is to run in. */
  enum Freshness {
    REUSED,
    FRESH
  }

  /** {@return the pool's own runspace, in which no script of the pool runs} */
  public Runspace runspace() {
    return host.handle();
  }

  /** {@return its name} */
  public String name() {
    return host.name();
  }

  /** {@return how many of its runspaces are open or being opened} */
  public int size() {
    return members.size();
  }

  /** {@return how many more scripts could run at once now. PowerShell's GetAvailableRunspaces} */
  public int available() {
    return members.available();
  }

  /** {@return how many scripts wait for a runspace} */
  public int queued() {
    synchronized (members) {
      return queue.size();
    }
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
    refuseWhereFull();
    return begin(new Invocation<>(host, Task.writingItsValue(script)), Freshness.REUSED);
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
   */
  public <T extends @Nullable Object> T invoke(Script<T> script) throws InterruptedException {
    Waiting.refuseWhereForbidden();
    refuseWhereFull();
    return begin(beginnable(script), Freshness.REUSED).await();
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
   * @throws InterruptedException if the waiting thread is interrupted; what runs is stopped
   */
  public <T, R extends @Nullable Object> List<R> forEach(
      Iterable<? extends T> items, ItemScript<? super T, R> script) throws InterruptedException {
    return each(items).run(script).values();
  }

  /**
   * Starts to describe a run over items.
   *
   * @param items what to run a script for; read as needed
   * @param <T> the type of the items
   * @return a description; call {@link ForEach#run}
   */
  public <T> ForEach<T> each(Iterable<? extends T> items) {
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
   * @throws RunspaceOpenException if the start-up of one fails
   */
  public void resize(int minimum, int maximum) {
    members.resize(new PoolSize(minimum, maximum)).forEach(RunspaceCore::close);
    while (members.reserveMissing()) {
      openMember().join();
    }
    dispatch();
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

  @Override
  public String toString() {
    return "pool \"" + name() + "\": " + size() + " runspaces, " + queued() + " queued";
  }

  /** Makes an invocation whose failure somebody is going to learn of. */
  <T extends @Nullable Object> Invocation<T> beginnable(Script<T> script) {
    return new Invocation<>(host, Task.writingItsValue(script)).observed();
  }

  <T extends @Nullable Object> Invocation<T> begin(Invocation<T> invocation, Freshness freshness) {
    host.invocations().requireWork();
    synchronized (members) {
      host.invocations().adopt(invocation);
      queue.addLast(new Entry(invocation.queuedIn(this::helpOut), freshness));
    }
    dispatch();
    if (!host.acceptsWork() && invocation.withdraw()) {
      host.invocations().requireWork();
    }
    return invocation;
  }

  PoolSize limits() {
    return members.limits();
  }

  private void refuseWhereFull() {
    int waiting = queued();
    if (waiting >= description.queueLimit() && members.available() == 0) {
      throw new InvalidInvocationStateException(
          "begin",
          "the queue of pool \"" + name() + "\" is full with " + waiting + " scripts",
          "wait for one of them, or give the pool more runspaces or a higher queueLimit");
    }
  }

  /** Gives what waits to runspaces that are free, and opens more where there may be more. */
  private void dispatch() {
    while (true) {
      Entry entry;
      PoolMembers.Member member;
      RunspaceCore used = null;
      synchronized (members) {
        queue.removeIf(waiting -> waiting.invocation.state().isFinal());
        entry = queue.peek();
        if (entry == null || !host.acceptsWork()) {
          return;
        }
        member = members.takeIdle(entry.freshness);
        if (member != null) {
          queue.remove();
        } else if (!members.reserve()) {
          used = entry.freshness == Freshness.FRESH ? members.takeUsed() : null;
          if (used == null) {
            return;
          }
        }
      }
      if (member != null) {
        run(entry, member);
      } else if (used != null) {
        used.close();
      } else {
        CompletableFuture<Void> unused = openMember().exceptionally(this::failOldest);
      }
    }
  }

  private void run(Entry entry, PoolMembers.Member member) {
    if (member.core().state() != RunspaceState.OPENED) {
      // Somebody has closed it behind the pool's back.
      members.remove(member);
      putBack(entry);
      return;
    }
    Invocation<?> invocation = entry.invocation;
    member.core().invocations().run(invocation);
    CompletableFuture<?> unused =
        invocation.ended().whenComplete((outcome, never) -> release(member, entry.freshness));
  }

  private void putBack(Entry entry) {
    synchronized (members) {
      queue.addFirst(entry);
    }
  }

  private void release(PoolMembers.Member member, Freshness freshness) {
    if (!members.giveBack(member, freshness)) {
      member.core().close();
    }
    dispatch();
    cleanUpLater();
  }

  /** Opens a runspace for which there is room; it is idle then. */
  private CompletableFuture<Void> openMember() {
    CompletableFuture<Runspace> opened;
    try {
      String memberName = host.name() + "-" + members.nextNumber();
      opened = description.members().apply(new RunspaceBuilder(memberName, host)).openAsync();
    } catch (Throwable failure) {
      members.giveUp();
      return CompletableFuture.failedFuture(failure);
    }
    return opened.handle(
        (runspace, failure) -> {
          if (failure == null) {
            members.add(runspace.core());
            dispatch();
            return null;
          }
          members.giveUp();
          throw failure instanceof RuntimeException unchecked
              ? unchecked
              : new IllegalStateException(failure);
        });
  }

  /** One runspace could not be opened: one script learns of it, and the next gets its own try. */
  private @Nullable Void failOldest(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    Entry oldest;
    synchronized (members) {
      oldest = queue.poll();
    }
    if (oldest != null) {
      oldest.invocation.fail(cause);
      dispatch();
    }
    return null;
  }

  private void cleanUpLater() {
    if (members.wantsCleaning()) {
      long millis = Math.max(1, description.idleTimeout().toMillis());
      CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(this::cleanUp);
    }
  }

  private void cleanUp() {
    List<RunspaceCore> idle = new ArrayList<>(members.takeIdleSince(description.idleTimeout()));
    idle.forEach(RunspaceCore::close);
    cleanUpLater();
  }

  private boolean helpOut(Invocation<?> invocation) {
    RunspaceCore here = Runspaces.currentCore();
    if (here == null || here.parent().orElse(null) != host) {
      return false;
    }
    Entry taken;
    synchronized (members) {
      taken =
          queue.stream().filter(entry -> entry.invocation == invocation).findFirst().orElse(null);
      if (taken == null) {
        return false;
      }
      if (taken.freshness == Freshness.FRESH) {
        throw new InvalidInvocationStateException(
            "await",
            "a script of pool \"" + name() + "\" waits for one that wants a fresh runspace",
            "wait for it outside the pool, or let it reuse this one");
      }
      queue.remove(taken);
    }
    invocation.moveTo(here);
    invocation.run();
    return true;
  }
}
