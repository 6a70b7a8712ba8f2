package dev.runspaces;

import org.jspecify.annotations.Nullable;

/** An awaited invocation failed. The cause is what its script threw. */
public final class InvocationFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvocationFailedException(RunspaceCore runspace, @Nullable Throwable cause) {
    super("the script in runspace \"" + runspace.name() + "\" failed: " + cause, cause);
  }

  /** One item of several. */
  InvocationFailedException(Object item, @Nullable Throwable cause) {
    super("the script failed for " + item + ": " + cause, cause);
  }
}
