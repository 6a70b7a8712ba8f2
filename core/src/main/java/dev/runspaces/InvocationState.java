package dev.runspaces;

/**
 * The states of an invocation, in the order in which they are passed through. PowerShell's {@code
 * PSInvocationState}.
 */
public enum InvocationState {
  /** Begun, waiting for its turn in the runspace. */
  NOT_STARTED,
  /** Its script is running. */
  RUNNING,
  /** Asked to stop; its script has not returned yet. */
  STOPPING,
  /** Cut short by a stop. Final. */
  STOPPED,
  /** Its script did all its work. Final. */
  COMPLETED,
  /** Its script threw. Final. */
  FAILED;

  /**
   * Tells whether an invocation in this state can move to another: the one table of legal moves.
   *
   * <p>STOPPING may still become COMPLETED: a script that had done its work before it noticed the
   * stop has completed.
   *
   * @param next the state to move to
   * @return whether that move is legal
   */
  public boolean canBecome(InvocationState next) {
    return switch (this) {
      case NOT_STARTED -> next == RUNNING || next == STOPPED;
      case RUNNING -> next == STOPPING || next == COMPLETED || next == FAILED;
      case STOPPING -> next == STOPPED || next == COMPLETED;
      case STOPPED, COMPLETED, FAILED -> false;
    };
  }

  /** {@return whether no other state follows} */
  public boolean isFinal() {
    return this == STOPPED || this == COMPLETED || this == FAILED;
  }
}
