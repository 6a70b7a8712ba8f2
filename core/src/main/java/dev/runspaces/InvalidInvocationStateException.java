package dev.runspaces;

/**
 * A shell or an invocation was asked for something that its state does not allow. The message says
 * what state that is, which one was expected, and what would help. PowerShell's {@code
 * InvalidPowerShellStateException}.
 */
public final class InvalidInvocationStateException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  InvalidInvocationStateException(String call, String state, String help) {
    super(call + ": " + state + "; " + help);
  }
}
