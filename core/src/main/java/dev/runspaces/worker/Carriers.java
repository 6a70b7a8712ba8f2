package dev.runspaces.worker;

import dev.runspaces.thread.ThreadPolicy;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.Executor;

/** The kinds of {@link Carrier}. */
public final class Carriers {
  /** Enough that another runspace on the same threads is not kept waiting noticeably. */
  static final int FAIR_TURN = 64;

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
      case POOLED -> OnSharedPool.IT;
      case VIRTUAL -> new OnVirtualThreads(name);
    };
  }

  /** Returns a carrier that borrows threads of the program's own. */
  public static Carrier on(Executor executor, String name) {
    return new BorrowedThreads(executor, name);
  }

  /** Makes a thread that takes nothing over from whoever happens to raise the first event. */
  @SuppressWarnings("removal") // as long as there are Javas that hand on who has called
  public static Thread daemon(Runnable code, String name) {
    PrivilegedAction<Thread> make = () -> new Thread(null, code, name, 0, false);
    Thread thread = AccessController.doPrivileged(make);
    thread.setContextClassLoader(Carriers.class.getClassLoader());
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

  /** POOLED: a place in the pool. */
  private enum OnSharedPool implements Carrier {
    IT;

    @Override
    public void request(Runnable turn) {
      SharedPool.execute(turn);
    }

    @Override
    public int lettersPerTurn() {
      return FAIR_TURN;
    }
  }
}
