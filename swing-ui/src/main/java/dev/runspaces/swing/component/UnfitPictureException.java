package dev.runspaces.swing.component;

import java.io.IOException;

/** A file that is there, and is no picture for a window. */
final class UnfitPictureException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  UnfitPictureException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
