package dev.runspaces;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who waits inside a runspace, and for which invocations. A runspace of a pool that cannot go on
 * before a script has ended which its pool has still in its queue, be it that it waits for that one
 * or for somebody who does, helps out and runs it: it might be the last one that could.
 */
final class Nesting {
  /** Of each runspace, what it waits for, innermost first: only that holds it up now. */
  private static final Map<RunspaceCore, Deque<Collection<? extends Invocation<?>>>> WAITS =
      new HashMap<>();

  private Nesting() {}

  /** A way of waiting; returns whether what was waited for has ended in time. */
  interface Wait {
    boolean isOver() throws InterruptedException;
  }

  /** Somebody who can help out. */
  private record Help(Invocation<?> queued, PoolDispatcher pool, RunspaceCore member) {

    /** Has it done when the runspace waits, which it does, unless its time ran out just now. */
    void offer() {
      member
          .worker()
          .deliver(
              () -> {
                if (isHeldUp(member, queued)) {
                  pool.helpOut(queued, member);
                }
              });
    }
  }

  /** Waits for one of several invocations, or all of them. */
  static boolean await(Collection<? extends Invocation<?>> awaited, Wait wait)
      throws InterruptedException {
    RunspaceCore here = Runspaces.currentCore();
    if (here == null) {
      return wait.isOver();
    }
    enter(here, awaited).forEach(Help::offer);
    try {
      return wait.isOver();
    } finally {
      leave(here).forEach(Help::offer);
    }
  }

  private static List<Help> enter(RunspaceCore here, Collection<? extends Invocation<?>> awaited) {
    synchronized (WAITS) {
      WAITS.computeIfAbsent(here, waiting -> new ArrayDeque<>()).push(awaited);
      return helpFor(awaited);
    }
  }

  /** Ends the innermost wait; the one around it goes on. */
  private static List<Help> leave(RunspaceCore here) {
    synchronized (WAITS) {
      Deque<Collection<? extends Invocation<?>>> waits = WAITS.get(here);
      if (waits == null) {
        return List.of();
      }
      waits.pop();
      Collection<? extends Invocation<?>> outer = waits.peek();
      if (outer == null) {
        WAITS.remove(here);
        return List.of();
      }
      return helpFor(outer);
    }
  }

  private static List<Help> helpFor(Collection<? extends Invocation<?>> awaited) {
    var help = new ArrayList<Help>();
    for (Invocation<?> queued : queuedBehind(awaited)) {
      PoolDispatcher pool = queued.pool();
      if (pool != null) {
        heldUpBy(queued).stream()
            .filter(pool::isMember)
            .forEach(member -> help.add(new Help(queued, pool, member)));
      }
    }
    return help;
  }

  /** Returns what must run before these end, and is in the queue of a pool. */
  private static Set<Invocation<?>> queuedBehind(Collection<? extends Invocation<?>> awaited) {
    var queued = new HashSet<Invocation<?>>();
    var seen = new HashSet<Invocation<?>>(awaited);
    var unseen = new ArrayDeque<Invocation<?>>(seen);
    for (Invocation<?> next = unseen.poll(); next != null; next = unseen.poll()) {
      PoolDispatcher pool = next.pool();
      List<RunspaceCore> needed = List.of();
      if (next.isRunning()) {
        needed = List.of(next.core());
      } else if (pool != null && next.state() == InvocationState.NOT_STARTED) {
        queued.add(next);
        needed = pool.membersNow();
      }
      for (RunspaceCore runspace : needed) {
        innermost(runspace).stream().filter(seen::add).forEach(unseen::add);
      }
    }
    return queued;
  }

  private static Collection<? extends Invocation<?>> innermost(RunspaceCore runspace) {
    Deque<Collection<? extends Invocation<?>>> waits = WAITS.get(runspace);
    return waits == null ? List.of() : waits.getFirst();
  }

  private static boolean isHeldUp(RunspaceCore runspace, Invocation<?> invocation) {
    synchronized (WAITS) {
      return heldUpBy(invocation).contains(runspace);
    }
  }

  /** Returns the runspaces that cannot go on before it has ended. */
  private static Set<RunspaceCore> heldUpBy(Invocation<?> invocation) {
    var heldUp = new HashSet<RunspaceCore>();
    int before;
    do {
      before = heldUp.size();
      WAITS.forEach(
          (waiter, waits) -> {
            for (Invocation<?> awaited : waits.getFirst()) {
              if (awaited == invocation || isHeldUp(awaited, heldUp)) {
                heldUp.add(waiter);
              }
            }
          });
    } while (heldUp.size() > before);
    return heldUp;
  }

  private static boolean isHeldUp(Invocation<?> awaited, Set<RunspaceCore> heldUp) {
    PoolDispatcher pool = awaited.pool();
    return awaited.isRunning()
        ? heldUp.contains(awaited.core())
        : pool != null
            && awaited.state() == InvocationState.NOT_STARTED
            && pool.isExhaustedBy(heldUp);
  }
}
