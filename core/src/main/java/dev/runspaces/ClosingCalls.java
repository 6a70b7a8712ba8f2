package dev.runspaces;

import org.jspecify.annotations.Nullable;

/**
 * The calls of a closing to code of the program's: to resources and listeners, and to what hangs on
 * futures that it ends. Such code may close the runspace, too, or one above it, and must not wait
 * for its own end.
 */
final class ClosingCalls {
  /** Those in which the thread is; removed when it comes back. */
  private static final ThreadLocal<@Nullable ClosingCalls> HERE = new ThreadLocal<>();

  private final RunspaceCore runspace;

  /** Those from which this runspace was closed, if it was from such. */
  private final @Nullable ClosingCalls around = HERE.get();

  /** Made by the thread that begins to close. */
  ClosingCalls(RunspaceCore runspace) {
    this.runspace = runspace;
  }

  /** Some code of the program's. */
  interface Call<E extends Exception> {
    void run() throws E;
  }

  /** Makes a call on this thread. */
  <E extends Exception> void make(Call<E> call) throws E {
    ClosingCalls before = HERE.get();
    HERE.set(this);
    try {
      call.run();
    } finally {
      if (before == null) {
        HERE.remove();
      } else {
        HERE.set(before);
      }
    }
  }

  /** Returns whether this thread is in a call for whose end the closing of this one waits. */
  static boolean holdUp(RunspaceCore runspace) {
    for (ClosingCalls calls = HERE.get(); calls != null; calls = calls.around) {
      if (calls.runspace.isOrIsBelow(runspace)) {
        return true;
      }
    }
    return false;
  }
}
