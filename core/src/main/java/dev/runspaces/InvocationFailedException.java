package dev.runspaces;

/** An awaited invocation failed. The cause is what its script threw. */
public final class InvocationFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvocationFailedException(String runspace, Throwable cause) {
    super("the script in runspace \"" + runspace + "\" failed: " + cause, cause);
  }
}
