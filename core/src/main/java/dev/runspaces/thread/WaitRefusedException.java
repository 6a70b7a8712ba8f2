package dev.runspaces.thread;

/**
 * A thread that must not wait, such as the event dispatch thread of a GUI, made a call that waits.
 * The call was refused at once, before it could freeze the program.
 *
 * @see dev.runspaces.thread.WaitGuard
 */
public final class WaitRefusedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param thread what the thread is called, see {@link WaitGuard#threadDescription}
   */
  public WaitRefusedException(String thread) {
    super(
        "waiting on "
            + thread
            + " was refused: it would freeze the program; wait in a runspace, or go on from"
            + " Invocation.toFuture() or an event handler");
  }
}
