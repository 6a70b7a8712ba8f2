package dev.runspaces.thread;

/**
 * Which threads the code of a runspace runs on. PowerShell's {@code PSThreadOptions}. Whatever the
 * policy, code of one runspace never runs at the same time as itself, a wait inside goes on
 * delivering the runspace's events, and no thread that the runspace itself starts keeps the JVM
 * alive.
 *
 * <p>For threads of the program's own there is {@link
 * dev.runspaces.RunspaceBuilder#threads(java.util.concurrent.Executor)}.
 */
public enum ThreadPolicy {
  /**
   * One thread for all of the runspace's life, started with the first thing to do. The default; for
   * code that is tied to its thread, or waits a lot.
   */
  REUSE,
  /**
   * A new thread for each script and each delivery of an event, for code that spoils its thread.
   */
  NEW,
  /**
   * No thread of its own: scripts run on the thread that begins them, before {@code begin} returns;
   * where another thread is just inside, that one runs them next. Events are delivered when a
   * thread is inside: with the next script, or while it waits for an invocation or an event of this
   * runspace.
   */
  CURRENT,
  /**
   * No thread of its own: a place in a pool of daemon threads, which all such runspaces of the JVM
   * share. For many runspaces with short work. The pool has a few threads for each processor: code
   * that blocks for long, but for waits through this library, keeps others waiting.
   */
  POOLED,
  /** A virtual thread whenever there is something to do. Needs Java 21 or newer. */
  VIRTUAL
}
