package dev.runspaces.worker;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The daemon threads of POOLED; made with the first such runspace. A thread that waits through this
 * library is made up for by another, as long as there is memory for it: however many runspaces wait
 * for each other, there is one to do what they wait for.
 */
final class SharedPool {
  private static final int PARALLELISM =
      Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

  /** As many as a pool can have. */
  private static final int MOST_THREADS = 32_767;

  private static final AtomicInteger LAST_NUMBER = new AtomicInteger();

  /**
   * One queue for all: a thread of the pool puts what it submits into a queue of its own, and would
   * serve a runspace that never runs out of work before it looked at any other.
   */
  private static final ConcurrentLinkedQueue<Runnable> TURNS = new ConcurrentLinkedQueue<>();

  private static final ForkJoinPool THREADS =
      new ForkJoinPool(
          PARALLELISM,
          SharedPool::thread,
          null,
          true,
          0,
          MOST_THREADS,
          PARALLELISM,
          pool -> true,
          10,
          TimeUnit.SECONDS);

  /** Where a thread is before it sleeps. */
  private static final Lookout LOOKOUT = new Lookout();

  private SharedPool() {}

  /** Has a turn run, after those that were given before. Never waits. */
  static void execute(Runnable turn) {
    TURNS.add(turn);
    if (!LOOKOUT.find()) {
      try {
        THREADS.execute(SharedPool::runTurns);
      } catch (Throwable noThread) {
        // Unless one has it already: what is left here would run later, when it is not expected.
        if (TURNS.remove(turn)) {
          throw noThread;
        }
      }
    }
  }

  /**
   * Runs the oldest, and one more as often as it is counted on: as many as there are, but for those
   * that were taken back.
   */
  private static void runTurns() {
    do {
      Runnable turn = TURNS.poll();
      if (turn != null) {
        turn.run();
      }
    } while (TURNS.isEmpty() && LOOKOUT.isFoundHere());
  }

  /**
   * Made on a thread of ours: the class of these threads offers no way not to take over what the
   * thread that makes it has in inheritable thread locals.
   */
  private static @Nullable ForkJoinWorkerThread thread(ForkJoinPool pool) {
    AtomicReference<@Nullable ForkJoinWorkerThread> made = new AtomicReference<>();
    Thread maker =
        Carriers.daemon(
            () -> made.set(ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool)),
            "runspace-pool-maker");
    maker.start();
    joinUninterruptibly(maker);
    ForkJoinWorkerThread thread = made.get();
    if (thread != null) {
      thread.setName("runspace-pool-" + LAST_NUMBER.incrementAndGet());
    }
    return thread;
  }

  /** Not as others wait here: the pool would make up for it, and ask for a thread again. */
  private static void joinUninterruptibly(Thread maker) {
    boolean interrupted = false;
    while (maker.isAlive()) {
      try {
        maker.join();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
