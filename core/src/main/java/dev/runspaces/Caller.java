package dev.runspaces;

import dev.runspaces.thread.WaitTimeoutException;
import dev.runspaces.worker.Deadline;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Who begins an invocation and waits for it in one call, perhaps for a limited time: its failure is
 * told to him, be it that it comes before he waits. For one thread.
 */
final class Caller implements AutoCloseable {
  private final Deadline deadline;

  /** Null for as long as it takes. */
  private final @Nullable Duration timeout;

  private @Nullable Invocation<?> called;

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
    } catch (WaitTimeoutException late) {
      invocation.stop();
      throw late;
    }
  }

  /** The call is over. */
  @Override
  public void close() {
    Invocation<?> invocation = called;
    if (invocation != null) {
      invocation.askers().leave();
    }
  }
}
