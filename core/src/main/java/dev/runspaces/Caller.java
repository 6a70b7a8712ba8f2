package dev.runspaces;

import org.jspecify.annotations.Nullable;

/**
 * Who begins an invocation and waits for it in one call: its failure is told to him, be it that it
 * comes before he waits. For one thread.
 */
final class Caller implements AutoCloseable {
  private @Nullable Invocation<?> called;

  /** Takes the invocation that is going to be begun. */
  <T extends @Nullable Object> Invocation<T> of(Invocation<T> invocation) {
    invocation.askers().come();
    called = invocation;
    return invocation;
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
