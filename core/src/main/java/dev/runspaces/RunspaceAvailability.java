package dev.runspaces;

/**
 * Whether a runspace has time for a script: what {@link RunspaceState#OPENED} leaves open.
 * PowerShell's {@code RunspaceAvailability}.
 */
public enum RunspaceAvailability {
  /** It is not open. */
  NONE,
  /** No script is running; one that is begun now runs next. */
  AVAILABLE,
  /** A script is running, and one that is begun now waits for its turn. */
  BUSY;

  /**
   * Tells whether a runspace can move from this to another: the one table of legal moves.
   *
   * @param next the one to move to
   * @return whether that move is legal
   */
  public boolean canBecome(RunspaceAvailability next) {
    return switch (this) {
      case NONE -> next == AVAILABLE;
      case AVAILABLE -> next == BUSY || next == NONE;
      case BUSY -> next == AVAILABLE || next == NONE;
    };
  }
}
