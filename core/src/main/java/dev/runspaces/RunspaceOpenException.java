package dev.runspaces;

/**
 * A runspace could not be opened: its start-up script failed, and it is now {@link
 * RunspaceState#BROKEN}. The cause is what the script threw.
 */
public final class RunspaceOpenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RunspaceOpenException(String runspace, Throwable cause) {
    super(
        "runspace \"" + runspace + "\" could not be opened: its start-up failed: " + cause, cause);
  }
}
