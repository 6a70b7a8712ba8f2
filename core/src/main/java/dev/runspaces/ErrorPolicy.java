package dev.runspaces;

/** What a {@link Shell} does when one of its scripts throws. PowerShell's {@code ErrorAction}. */
public enum ErrorPolicy {
  /** The invocation ends there, {@link InvocationState#FAILED}. */
  STOP,
  /**
   * The error goes to the error stream and becomes an error event, and the next script runs; the
   * invocation ends {@link InvocationState#COMPLETED}. A script that is stopped still ends it.
   */
  CONTINUE
}
