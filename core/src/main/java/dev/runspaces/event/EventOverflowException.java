package dev.runspaces.event;

/**
 * An event was not raised, anywhere, because a runspace that should hear it has too many waiting;
 * see {@link Overflow#block} and {@link Overflow#fail}.
 */
public final class EventOverflowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message which event was refused, by which runspace, and what would help
   */
  public EventOverflowException(String message) {
    super(message);
  }
}
