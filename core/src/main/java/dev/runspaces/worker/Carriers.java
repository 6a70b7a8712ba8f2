package dev.runspaces.worker;

import dev.runspaces.thread.ThreadPolicy;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The kinds of {@link Carrier}. */
public final class Carriers {
  private static final System.Logger LOG = System.getLogger("dev.runspaces");

  /** Enough that another runspace on the same threads is not kept waiting noticeably. */
  private static final int FAIR_TURN = 64;

  private Carriers() {}

  /**
   * Returns the carrier of a policy.
   *
   * @param name what threads are called
   * @throws UnsupportedOperationException if this JVM has no such threads
   */
  public static Carrier of(ThreadPolicy policy, String name) {
    return switch (policy) {
      case REUSE -> new DedicatedThread(name);
      case NEW -> new FreshThreads(name);
      case CURRENT -> new CallingThreads();
      case POOLED -> new OnExecutor(SharedPool.THREADS, name);
      case VIRTUAL -> new OnVirtualThreads(name);
    };
  }

  /** Returns a carrier that borrows threads of the program's own. */
  public static Carrier on(Executor executor, String name) {
    return new OnExecutor(executor, name);
  }

  static Thread daemon(Runnable code, String name) {
    // Takes nothing over from whoever happens to raise the first event.
    Thread thread = new Thread(null, code, name, 0, false);
    thread.setDaemon(true);
    return thread;
  }

  /** NEW: every letter has its thread. */
  private record FreshThreads(String name) implements Carrier {
    @Override
    public void request(Runnable turn) {
      daemon(turn, name).start();
    }

    @Override
    public int lettersPerTurn() {
      return 1;
    }
  }

  /** CURRENT: nobody comes by himself. */
  private record CallingThreads() implements Carrier {
    @Override
    public void request(Runnable turn) {
      throw new IllegalStateException("a worker without threads of its own must not ask for one");
    }

    @Override
    public boolean isCaller() {
      return true;
    }
  }

  /** VIRTUAL: a virtual thread lives as long as there are letters. */
  private record OnVirtualThreads(String name) implements Carrier {
    @Override
    public void request(Runnable turn) {
      VirtualThreads.start(turn, name);
    }

    private OnVirtualThreads {
      Object unused = VirtualThreads.requireThem();
    }
  }

  /** POOLED, and threads of the program's own. */
  private record OnExecutor(Executor executor, String name) implements Carrier {
    @Override
    public void request(Runnable turn) {
      try {
        executor.execute(turn);
      } catch (RejectedExecutionException refused) {
        // An executor that was shut down must not take along what the runspace has accepted.
        LOG.log(Level.WARNING, name + " goes on on a thread of its own, because:", refused);
        daemon(turn, name).start();
      }
    }

    @Override
    public int lettersPerTurn() {
      return FAIR_TURN;
    }
  }

  /** The threads of POOLED; made with the first such runspace. */
  private static final class SharedPool {
    private static final int PARALLELISM =
        Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    private static final AtomicInteger LAST_NUMBER = new AtomicInteger();

    static final ForkJoinPool THREADS =
        new ForkJoinPool(
            PARALLELISM,
            SharedPool::thread,
            null,
            true, // first come, first served
            0,
            PARALLELISM + 256,
            PARALLELISM, // a thread that waits through this library is made up for
            pool -> true,
            10,
            TimeUnit.SECONDS);

    private static ForkJoinWorkerThread thread(ForkJoinPool pool) {
      ForkJoinWorkerThread thread = new ForkJoinWorkerThread(pool) {};
      thread.setName("runspace-pool-" + LAST_NUMBER.incrementAndGet());
      return thread;
    }
  }
}
