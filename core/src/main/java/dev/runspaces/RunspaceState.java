package dev.runspaces;

/**
 * The states of a runspace's life, in the order in which they are passed through.
 *
 * <p>The counterpart of PowerShell's {@code RunspaceState}; its states for remote connections are
 * left out.
 */
public enum RunspaceState {
  /** Created, not opened yet: variables may be set, nothing runs. */
  BEFORE_OPEN,
  /** Being opened: registered, and its start-up script is running. */
  OPENING,
  /** Ready: initialised in full, runs scripts and delivers events. */
  OPENED,
  /** Being closed: refuses new work, ends what it owns, still delivers events already raised. */
  CLOSING,
  /** Closed: everything it owned has ended. Final. */
  CLOSED,
  /** Its start-up failed; everything it owned has ended. Final. */
  BROKEN;

  /**
   * Tells whether a runspace in this state can move to another: the one table of legal moves.
   *
   * @param next the state to move to
   * @return whether that move is legal
   */
  public boolean canBecome(RunspaceState next) {
    return switch (this) {
      case BEFORE_OPEN -> next == OPENING || next == CLOSING;
      case OPENING -> next == OPENED || next == CLOSING || next == BROKEN;
      case OPENED -> next == CLOSING;
      case CLOSING -> next == CLOSED;
      case CLOSED, BROKEN -> false;
    };
  }

  /** {@return whether no other state follows} */
  public boolean isFinal() {
    return this == CLOSED || this == BROKEN;
  }
}
