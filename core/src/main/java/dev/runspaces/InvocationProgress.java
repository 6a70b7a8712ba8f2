package dev.runspaces;

import org.jspecify.annotations.Nullable;

/**
 * How far the script of one invocation has come, from NOT_STARTED to its return; and the thread
 * that a stop interrupts.
 */
final class InvocationProgress {
  private volatile InvocationState state = InvocationState.NOT_STARTED;

  /** Whether it was taken back before it had begun; guarded by {@code this}. */
  private boolean withdrawn;

  /** The thread that runs it; guarded by {@code this}, so that no interrupt hits a later script. */
  private @Nullable Thread runner;

  /** Whether the script has seen that it should stop. */
  private volatile boolean stopNoticed;

  /** What a stop came to. */
  enum Stop {
    /** It has not begun, and never will: the invocation is to be ended. */
    WITHDRAWN,
    /** It has not begun, and never will, because of an earlier stop. */
    WITHDRAWN_BEFORE,
    /** It is running, and has been interrupted. */
    INTERRUPTED,
    /** It is running and has been asked before, or has returned. */
    WITHOUT_EFFECT
  }

  InvocationState state() {
    return state;
  }

  /** Begins, on the calling thread; returns whether it may. */
  synchronized boolean begin() {
    boolean begins = !withdrawn && state == InvocationState.NOT_STARTED;
    if (begins) {
      state = InvocationState.RUNNING;
      runner = Thread.currentThread();
    }
    return begins;
  }

  /** Passes over a script that cannot be run; returns whether it had not begun. */
  synchronized boolean skip() {
    boolean waiting = !withdrawn && state == InvocationState.NOT_STARTED;
    if (waiting) {
      state = InvocationState.RUNNING;
    }
    return waiting;
  }

  synchronized Stop stop() {
    if (runner != null && state.canBecome(InvocationState.STOPPING)) {
      state = InvocationState.STOPPING;
      runner.interrupt();
      return Stop.INTERRUPTED;
    }
    if (withdrawn) {
      return Stop.WITHDRAWN_BEFORE;
    }
    withdrawn = state == InvocationState.NOT_STARTED;
    return withdrawn ? Stop.WITHDRAWN : Stop.WITHOUT_EFFECT;
  }

  /**
   * Notes that the script has returned, and decides how it ended. One that had done its work before
   * it noticed that it should stop has completed: nothing was cut short.
   */
  synchronized InvocationState end(@Nullable Throwable failure) {
    runner = null;
    if (state == InvocationState.RUNNING) {
      return failure == null ? InvocationState.COMPLETED : InvocationState.FAILED;
    }
    // An interrupt that is gone has ended some wait of the script's: it noticed.
    boolean interruptConsumed = !Thread.interrupted();
    boolean noticed = stopNoticed || interruptConsumed;
    return failure == null && !noticed ? InvocationState.COMPLETED : InvocationState.STOPPED;
  }

  synchronized boolean isRunning() {
    return runner != null;
  }

  synchronized @Nullable Thread runner() {
    return runner;
  }

  synchronized boolean isRunningHere() {
    return runner == Thread.currentThread();
  }

  /** Returns whether it has been asked to stop, and notes that the script knows. */
  boolean noticesStop() {
    boolean stopping = state == InvocationState.STOPPING;
    if (stopping) {
      stopNoticed = true;
    }
    return stopping;
  }
}
