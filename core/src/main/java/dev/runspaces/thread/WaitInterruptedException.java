package dev.runspaces.thread;

/**
 * The waiting thread was interrupted in a call that cannot throw {@link InterruptedException}, such
 * as {@link java.util.Iterator#hasNext}. The thread's interrupt flag is set again.
 */
public final class WaitInterruptedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param what what was waited for, as a sentence begins
   * @param interrupt how the wait ended
   */
  public WaitInterruptedException(String what, InterruptedException interrupt) {
    super(what + " was interrupted", interrupt);
  }
}
