package dev.runspaces.swing.edt;

/** A component was used on a thread other than the EDT. Its stack trace shows where. */
public final class EdtViolationException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  EdtViolationException(String message) {
    super(message);
  }
}
