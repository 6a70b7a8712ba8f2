package dev.runspaces.event;

import org.jspecify.annotations.Nullable;

/**
 * Says why a {@linkplain EventManager#request request} will have no reply: nobody hears it, whoever
 * heard it has failed, an overflow policy has dropped it, or the runspace that asked was closed.
 */
public final class NoReplyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message what was asked, and why nobody will answer
   * @param cause what a handler threw; null if none has failed
   */
  public NoReplyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
