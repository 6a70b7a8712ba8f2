package dev.runspaces;

import dev.runspaces.thread.WaitTimeoutException;
import dev.runspaces.worker.Deadline;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who begins an invocation and waits for it in one call, perhaps for a limited time: its failure is
 * told to him, be it that it comes before he waits; and what runs on his own thread meanwhile,
 * where he cannot see that his time is over, is stopped for him. For one thread.
 */
final class Caller implements AutoCloseable {
  private final Deadline deadline;

  /** Null for as long as it takes. */
  private final @Nullable Duration timeout;

  private final Thread thread = Thread.currentThread();
  private @Nullable Invocation<?> called;

  /** Whether the time was over before what runs on his thread had ended. */
  private volatile boolean late;

  private Caller(Deadline deadline, @Nullable Duration timeout) {
    this.deadline = deadline;
    this.timeout = timeout;
  }

  /** One who waits as long as it takes. */
  static Caller patient() {
    return new Caller(Deadline.never(), null);
  }

  /** One who waits no longer than this; made before anything is begun, as it may be refused. */
  static Caller within(Duration timeout) {
    return new Caller(Deadline.after(timeout), timeout);
  }

  /** Takes the invocation that is going to be begun. */
  <T extends @Nullable Object> Invocation<T> of(Invocation<T> invocation) {
    invocation.askers().come();
    invocation.calledBy(this);
    called = invocation;
    return invocation;
  }

  /** Waits for its end; when the time is over, nobody else knows how to stop it. */
  <T extends @Nullable Object> T await(Invocation<T> invocation) throws InterruptedException {
    if (timeout == null) {
      return invocation.await();
    }
    try {
      return invocation.await(deadline, timeout);
    } catch (WaitTimeoutException tooLate) {
      invocation.stop();
      throw tooLate;
    } catch (InvocationStoppedException stopped) {
      throw late ? invocation.tooLate(timeout) : stopped;
    }
  }

  /** Returns whether there is no time left for what is about to run on his own thread. */
  boolean isTooLateHere() {
    boolean tooLate = thread == Thread.currentThread() && deadline.hasPassed();
    if (tooLate) {
      late = true;
    }
    return tooLate;
  }

  /** Has what begins to run here stopped when the time is over, if this is his own thread. */
  void stopInTime(Invocation<?> running) {
    if (thread == Thread.currentThread() && !deadline.isNever()) {
      Later.unlessEnded(running.ended(), () -> stopLate(running), deadline.remaining());
    }
  }

  private void stopLate(Invocation<?> running) {
    late = true;
    running.stop();
  }

  /** The call is over. */
  @Override
  public void close() {
    Invocation<?> invocation = called;
    if (invocation != null) {
      invocation.calledBy(null); // what has not ended goes on without him
      invocation.askers().leave();
    }
  }
}
