package dev.runspaces.swing.edt;

import dev.runspaces.thread.WaitGuard;
import java.awt.EventQueue;

/** Keeps the EDT from waiting for runspaces. Found by {@code core}; not for use in programs. */
public final class EdtWaitGuard implements WaitGuard {

  /** Made by the service loader. */
  public EdtWaitGuard() {}

  @Override
  public boolean forbidsWaiting() {
    return EventQueue.isDispatchThread();
  }

  @Override
  public String threadDescription() {
    return "the event dispatch thread";
  }
}
