package dev.runspaces.thread;

import java.time.Duration;

/**
 * A wait with a time-out ended without what it waited for. Nothing is stopped by it: waiting again
 * is allowed.
 */
public final class WaitTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param what what was waited for, as a sentence begins
   * @param timeout how long
   */
  public WaitTimeoutException(String what, Duration timeout) {
    super(what + " did not end within " + timeout.toMillis() + " ms");
  }
}
