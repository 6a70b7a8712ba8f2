package dev.runspaces;

import dev.runspaces.worker.Worker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which threads wait inside a runspace, and for which invocations. One that cannot go on before a
 * script has ended which has not begun, and which only this thread can run, runs it in the midst of
 * its wait: it waits for that script, or for somebody who does.
 *
 * <p>Nobody is missed, although there is no lock: each notes its wait first and looks around then,
 * so that the last one of a circle sees all the others.
 */
final class Nesting {
  /** The innermost wait of each thread that waits inside: only that holds it up now. */
  private static final ConcurrentHashMap<Thread, Noted> WAITS = new ConcurrentHashMap<>();

  private Nesting() {}

  /** A way of waiting; returns whether what was waited for has ended in time. */
  interface Wait {
    boolean isOver() throws InterruptedException;
  }

  /**
   * One wait of a thread.
   *
   * @param where whose deliveries it goes on with meanwhile
   */
  private record Noted(Worker where, Collection<? extends Invocation<?>> awaited) {}

  /** Waits for one of several invocations, or all of them. */
  static boolean await(Collection<? extends Invocation<?>> awaited, Wait wait)
      throws InterruptedException {
    Worker here = Worker.current();
    if (here == null) {
      return wait.isOver();
    }
    Thread thread = Thread.currentThread();
    Noted outer = WAITS.put(thread, new Noted(here, awaited));
    lookAround(thread, awaited);
    try {
      return wait.isOver();
    } finally {
      if (outer == null) {
        WAITS.remove(thread);
      } else {
        WAITS.put(thread, outer);
        lookAround(thread, outer.awaited);
      }
    }
  }

  /** Called when a runspace that may be waiting has got something else to run. */
  static void lookAgain(RunspaceCore runspace) {
    Thread thread = runspace.worker().thread();
    Noted wait = thread == null ? null : WAITS.get(thread);
    if (thread != null && wait != null) {
      lookAround(thread, wait.awaited);
    }
  }

  private static void lookAround(Thread thread, Collection<? extends Invocation<?>> awaited) {
    for (Invocation<?> invocation : awaited) {
      for (Thread needed : threadsNeeded(invocation)) {
        if (WAITS.containsKey(needed)) {
          new Circle(thread).offerHelp();
          return;
        }
      }
    }
  }

  /** Returns the threads that are inside what must go on before it can end. */
  private static List<Thread> threadsNeeded(Invocation<?> invocation) {
    Thread runner = invocation.runner();
    if (runner != null) {
      return List.of(runner);
    }
    var needed = new ArrayList<Thread>(1);
    if (invocation.state() == InvocationState.NOT_STARTED) {
      for (RunspaceCore runspace : invocation.candidates()) {
        Thread inside = runspace.worker().thread();
        if (inside != null) {
          needed.add(inside);
        }
      }
    }
    return needed;
  }

  /** What a thread waits for, and what that waits for, and so on, at one moment. */
  private static final class Circle {
    private final Map<Thread, Noted> waits = new HashMap<>();
    private final Set<Invocation<?>> notStarted = new HashSet<>();

    Circle(Thread start) {
      var seen = new HashSet<Thread>();
      Deque<Thread> unseen = new ArrayDeque<>(List.of(start));
      for (Thread next = unseen.poll(); next != null; next = unseen.poll()) {
        Noted wait = seen.add(next) ? WAITS.get(next) : null;
        if (wait != null) {
          waits.put(next, wait);
          for (Invocation<?> invocation : wait.awaited) {
            unseen.addAll(threadsNeeded(invocation));
            if (invocation.state() == InvocationState.NOT_STARTED) {
              notStarted.add(invocation);
            }
          }
        }
      }
    }

    void offerHelp() {
      for (Invocation<?> invocation : notStarted) {
        Set<Thread> heldUp = heldUpBy(invocation);
        for (RunspaceCore runspace : invocation.candidates()) {
          Thread inside = runspace.worker().thread();
          Noted wait = inside == null ? null : waits.get(inside);
          if (wait != null && heldUp.contains(inside)) {
            wait.where.deliver(() -> help(invocation, runspace));
          }
        }
      }
    }

    /** Returns the threads that cannot go on before it has ended. */
    Set<Thread> heldUpBy(Invocation<?> invocation) {
      var heldUp = new HashSet<Thread>();
      int before;
      do {
        before = heldUp.size();
        waits.forEach(
            (thread, wait) -> {
              for (Invocation<?> awaited : wait.awaited) {
                if (awaited == invocation || isHeldUp(awaited, heldUp)) {
                  heldUp.add(thread);
                }
              }
            });
      } while (heldUp.size() > before);
      return heldUp;
    }

    private static boolean isHeldUp(Invocation<?> awaited, Set<Thread> heldUp) {
      Thread runner = awaited.runner();
      if (runner != null) {
        return heldUp.contains(runner);
      }
      return awaited.state() == InvocationState.NOT_STARTED
          && awaited.cannotStartWithout(
              runspace -> {
                Thread inside = runspace.worker().thread();
                return inside != null && heldUp.contains(inside);
              });
    }
  }

  /** Runs it here, unless that is no longer what this thread waits for. */
  private static void help(Invocation<?> invocation, RunspaceCore runspace) {
    Thread here = Thread.currentThread();
    if (runspace.isCurrent() && new Circle(here).heldUpBy(invocation).contains(here)) {
      PoolDispatcher pool = invocation.queue();
      runspace
          .worker()
          .inTheMidst(
              () -> {
                if (pool == null) {
                  invocation.run();
                } else {
                  pool.helpOut(invocation, runspace);
                }
              });
    }
  }
}
