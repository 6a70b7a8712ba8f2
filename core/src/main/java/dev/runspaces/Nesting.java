package dev.runspaces;

import dev.runspaces.worker.Letter;
import dev.runspaces.worker.Worker;
import java.time.Duration;
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
import org.jspecify.annotations.Nullable;

/**
 * Which threads wait inside a runspace, and for which invocations. One that cannot go on before a
 * script has ended which has not begun, and which only this thread can run, runs it in the midst of
 * its wait: it waits for that script, or for somebody who does.
 *
 * <p>The same holds for the threads of an executor that a program has lent: what waits for one of
 * them is run by a thread of that executor which cannot go on before.
 *
 * <p>Nobody is missed, although there is no lock: each notes its wait first and looks around then,
 * so that the last one of a circle sees all the others.
 */
final class Nesting {
  /** The innermost wait of each thread that waits inside: only that holds it up now. */
  private static final ConcurrentHashMap<Thread, Noted> WAITS = new ConcurrentHashMap<>();

  /** How long a lender has for giving another thread than one that waits. */
  private static final Duration GRACE = Duration.ofMillis(10);

  private Nesting() {}

  /** A way of waiting; returns whether what was waited for has ended in time. */
  interface Wait {
    boolean isOver() throws InterruptedException;
  }

  /**
   * One wait of a thread.
   *
   * @param where whose deliveries it goes on with meanwhile
   * @param lender who has lent it; null if nobody has
   */
  private record Noted(
      Worker where, @Nullable Object lender, Collection<? extends Invocation<?>> awaited) {}

  /** Waits for one of several invocations, or all of them. */
  static boolean await(Collection<? extends Invocation<?>> awaited, Wait wait)
      throws InterruptedException {
    Worker here = Worker.current();
    if (here == null) {
      return wait.isOver();
    }
    Thread thread = Thread.currentThread();
    Noted outer = WAITS.put(thread, new Noted(here, Worker.lender(), awaited));
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
    } else if (waitsForAThread(runspace)) {
      lookLater();
    }
  }

  private static void lookAround(Thread thread, Collection<? extends Invocation<?>> awaited) {
    for (Invocation<?> invocation : awaited) {
      for (Thread needed : threadsNeeded(invocation)) {
        if (WAITS.containsKey(needed)) {
          new Circle(List.of(thread)).offerHelp();
          return;
        }
      }
      if (waitsForAThread(invocation)) {
        lookLater();
        return;
      }
    }
  }

  private static boolean waitsForAThread(Invocation<?> invocation) {
    return invocation.state() == InvocationState.NOT_STARTED
        && invocation.candidates().stream().anyMatch(Nesting::waitsForAThread);
  }

  private static boolean waitsForAThread(RunspaceCore runspace) {
    return runspace.worker().awaitedLender() != null;
  }

  /** Its lender may have other threads: they are the better ones. */
  private static void lookLater() {
    Later.run(() -> new Circle(WAITS.keySet()).offerHelp(), GRACE);
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

    Circle(Collection<Thread> start) {
      var seen = new HashSet<Thread>();
      Deque<Thread> unseen = new ArrayDeque<>(start);
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
          Object lender = runspace.worker().awaitedLender();
          if (lender != null) {
            askThreadsOf(lender, heldUp, () -> lend(invocation, runspace));
          }
        }
      }
    }

    private void askThreadsOf(Object lender, Set<Thread> heldUp, Letter request) {
      waits.forEach(
          (thread, wait) -> {
            if (wait.lender == lender && heldUp.contains(thread)) {
              wait.where.deliver(request);
            }
          });
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
    if (runspace.isCurrent() && isHeldUpHere(invocation)) {
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

  /** Has the thread for which its runspace waits be this one, unless that is no longer needed. */
  private static void lend(Invocation<?> invocation, RunspaceCore runspace) {
    while (waitsForAThread(invocation) && isHeldUpHere(invocation)) {
      runspace.worker().runHere();
    }
  }

  private static boolean isHeldUpHere(Invocation<?> invocation) {
    Thread here = Thread.currentThread();
    return new Circle(List.of(here)).heldUpBy(invocation).contains(here);
  }
}
