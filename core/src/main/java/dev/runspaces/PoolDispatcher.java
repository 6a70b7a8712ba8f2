package dev.runspaces;

import dev.runspaces.PoolMembers.Freshness;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Brings together the scripts that wait in a pool, and its runspaces. Thread-safe; calls code of
 * others without a lock.
 */
final class PoolDispatcher {
  private final RunspaceCore host;
  private final int queueLimit;
  private final PoolMemberFactory factory;
  private final PoolMembers members;

  /** What waits for a runspace, in order. Guarded by {@link #members}. */
  private final Map<Invocation<?>, Freshness> queue = new LinkedHashMap<>();

  PoolDispatcher(RunspaceCore host, PoolDescription description) {
    this.host = host;
    this.queueLimit = description.queueLimit();
    this.factory = new PoolMemberFactory(host, description.members());
    this.members = new PoolMembers(description.size(), description.idleTimeout());
  }

  /** Something that is to run, and whether it wants a runspace in which nothing has run. */
  private record Entry(Invocation<?> invocation, Freshness freshness) {}

  /** Returns the pool's own runspace. */
  RunspaceCore host() {
    return host;
  }

  PoolMembers members() {
    return members;
  }

  int queued() {
    synchronized (members) {
      return queue.size();
    }
  }

  /** Queues a script that somebody begins; refuses where too many wait. */
  void begin(Invocation<?> invocation) {
    host.invocations().requireWork();
    synchronized (members) {
      refuseWhereFull();
      add(invocation, Freshness.REUSED);
    }
    start(invocation);
  }

  /** Queues a script for one item of several, which are begun no faster than they are run. */
  void beginItem(Invocation<?> invocation, Freshness freshness) {
    host.invocations().requireWork();
    synchronized (members) {
      add(invocation, freshness);
    }
    start(invocation);
  }

  private void refuseWhereFull() {
    int waiting = queue.size();
    if (waiting - members.places() >= queueLimit) {
      throw new InvalidInvocationStateException(
          "begin",
          "the queue of pool \"" + host.name() + "\" is full with " + waiting + " scripts",
          "wait for one of them, or give the pool more runspaces or a higher queueLimit");
    }
  }

  private void add(Invocation<?> invocation, Freshness freshness) {
    host.invocations().adopt(invocation.queuedIn(this));
    queue.put(invocation, freshness);
  }

  private void start(Invocation<?> invocation) {
    // One that is stopped while it waits makes place.
    invocation.beforeOthersLearn(() -> remove(invocation));
    dispatch();
    // Closing may have begun meanwhile, and missed it.
    if (!host.acceptsWork() && invocation.withdraw()) {
      host.invocations().requireWork();
    }
  }

  private @Nullable Freshness remove(Invocation<?> invocation) {
    synchronized (members) {
      return queue.remove(invocation);
    }
  }

  /** Changes how many runspaces there are; returns the openings that it takes. */
  List<CompletableFuture<?>> resize(PoolSize next) {
    members.resize(next).forEach(this::retire);
    var openings = new ArrayList<CompletableFuture<?>>();
    for (int missing = members.reserveMissing(); missing > 0; missing--) {
      openings.add(openIdle().whenComplete((opened, failure) -> dispatch()));
    }
    dispatch();
    return openings;
  }

  /** Gives what waits to runspaces that are free, and opens more where there may be more. */
  private void dispatch() {
    while (host.acceptsWork()) {
      Entry entry;
      RunspaceCore free;
      RunspaceCore used = null;
      synchronized (members) {
        entry = first();
        if (entry == null) {
          break;
        }
        free = members.takeIdle(entry.freshness);
        if (free != null) {
          queue.remove(entry.invocation);
        } else if (members.opening() >= queue.size()) {
          break;
        } else if (!members.reserve()) {
          used = entry.freshness == Freshness.FRESH ? members.makeRoom() : null;
          if (used == null) {
            break;
          }
        }
      }
      if (free != null) {
        run(entry, free);
      } else if (used != null) {
        retire(used);
      } else {
        openForQueue();
      }
    }
    cleanUpLater();
  }

  private @Nullable Entry first() {
    Iterator<Map.Entry<Invocation<?>, Freshness>> waiting = queue.entrySet().iterator();
    if (!waiting.hasNext()) {
      return null;
    }
    Map.Entry<Invocation<?>, Freshness> first = waiting.next();
    return new Entry(first.getKey(), first.getValue());
  }

  private void run(Entry entry, RunspaceCore member) {
    Invocation<?> invocation = entry.invocation;
    invocation.beforeOthersLearn(
        () -> {
          if (!members.giveBack(member, entry.freshness)) {
            retire(member);
          }
        });
    member.invocations().run(invocation);
    if (!invocation.ended().isDone()) {
      CompletableFuture<?> unused = invocation.ended().thenRun(this::dispatch);
    } // else whoever calls goes on with the next, instead of one in the midst of the other
  }

  /** Closes one that is no longer needed, in its own time. */
  private void retire(RunspaceCore member) {
    if (host.acceptsWork()) { // else it is closed with the pool
      member.closing().closeSoon();
    }
  }

  private void openForQueue() {
    CompletableFuture<RunspaceCore> opening = openIdle();
    boolean inPlace = opening.isDone();
    CompletableFuture<?> unused =
        opening.whenComplete(
            (opened, failure) -> {
              failFirst(failure);
              if (!inPlace) { // else whoever calls goes on with the next
                dispatch();
              }
            });
  }

  private CompletableFuture<RunspaceCore> openIdle() {
    return open()
        .thenApply(
            member -> {
              if (!members.openedIdle(member)) {
                retire(member);
              }
              return member;
            });
  }

  /** Opens a runspace for which there is room. */
  private CompletableFuture<RunspaceCore> open() {
    return factory
        .open()
        .whenComplete(
            (opened, failure) -> {
              if (failure != null) {
                members.giveUp();
              }
            });
  }

  /** Where a runspace could not be opened, one script learns of it; the next gets its own try. */
  private void failFirst(@Nullable Throwable failure) {
    if (failure == null || !host.acceptsWork()) {
      return;
    }
    Entry first;
    synchronized (members) {
      first = first();
      if (first == null) {
        return;
      }
      queue.remove(first.invocation);
    }
    first.invocation.fail(PoolMemberFactory.causeOf(failure));
  }

  private void cleanUpLater() {
    if (!host.acceptsWork()) {
      return;
    }
    // Weak: the timer must not keep a pool that was closed, or forgotten.
    var dispatcher = new WeakReference<>(this);
    members
        .nextCleanUp()
        .ifPresent(
            when ->
                Later.run(
                    () -> cleanUp(dispatcher.get()),
                    Duration.ofNanos(Math.max(1, when.remainingNanos()))));
  }

  private static void cleanUp(@Nullable PoolDispatcher dispatcher) {
    if (dispatcher != null) {
      dispatcher.members.takeOld().forEach(dispatcher::retire);
      dispatcher.cleanUpLater();
    }
  }

  /** Returns the runspaces that there are, being opened or open. */
  List<RunspaceCore> membersNow() {
    return host.children();
  }

  /** Returns whether nothing of the queue can run before one goes on which the test is true for. */
  boolean isExhaustedBy(Predicate<RunspaceCore> heldUp) {
    List<RunspaceCore> all = membersNow();
    return all.size() >= members.limits().maximum() && all.stream().allMatch(heldUp);
  }

  /** Returns whether a runspace is the pool's own, in which nothing of its queue runs. */
  boolean isHost(RunspaceCore runspace) {
    return runspace == host;
  }

  /**
   * Has a script that still waits run by a runspace of the pool that cannot go on before it has
   * ended. Called inside that one, in the midst of its wait.
   */
  void helpOut(Invocation<?> invocation, RunspaceCore here) {
    Freshness freshness = remove(invocation);
    if (freshness == Freshness.REUSED) {
      invocation.moveTo(here);
      invocation.run();
    } else if (freshness == Freshness.FRESH) {
      members.reserveExtra();
      CompletableFuture<?> unused =
          open()
              .whenComplete(
                  (member, failure) -> {
                    if (failure == null) {
                      members.opened();
                      run(new Entry(invocation, freshness), member);
                    } else {
                      invocation.fail(PoolMemberFactory.causeOf(failure));
                    }
                    dispatch();
                  });
    }
  }
}
