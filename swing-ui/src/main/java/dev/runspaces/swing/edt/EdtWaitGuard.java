package dev.runspaces.swing.edt;

import dev.runspaces.thread.WaitGuard;
import java.awt.EventQueue;

/** Keeps the EDT from waiting for runspaces. Found by {@code core}; not for use in programs. */
public final class EdtWaitGuard implements WaitGuard {

  /** Made by the service loader. */
  public EdtWaitGuard() {}

  /**
   * Asks AWT only on a thread of its own: on any other the question would start it, in programs
   * without windows too, and be an error where there is no display.
   */
  @Override
  public boolean forbidsWaiting() {
    return isOfAwt(Thread.currentThread()) && EventQueue.isDispatchThread();
  }

  private static boolean isOfAwt(Thread thread) {
    return thread.getClass().getName().equals("java.awt.EventDispatchThread");
  }

  @Override
  public String threadDescription() {
    return "the event dispatch thread";
  }
}
