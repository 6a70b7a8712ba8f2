package dev.runspaces;

/**
 * A runspace was asked for something that its state does not allow. The message names the runspace,
 * its state, the states in which the call is allowed, and the call that would help. PowerShell's
 * {@code InvalidRunspaceStateException}.
 */
public final class InvalidRunspaceStateException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** The state in which the call came. */
  private final RunspaceState state;

  InvalidRunspaceStateException(String call, RunspaceCore runspace, String expected, String help) {
    this(call, runspace.name(), runspace.state(), expected, help);
  }

  private InvalidRunspaceStateException(
      String call, String runspace, RunspaceState state, String expected, String help) {
    super(
        call
            + ": runspace \""
            + runspace
            + "\" is "
            + state
            + ", expected "
            + expected
            + "; "
            + help);
    this.state = state;
  }

  /** {@return the state in which the call came} */
  public RunspaceState state() {
    return state;
  }
}
