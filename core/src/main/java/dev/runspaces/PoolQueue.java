package dev.runspaces;

/** What an invocation knows of the pool in which it waits for a runspace. */
interface PoolQueue {

  /**
   * Runs it here and now if it is still waiting, and the calling thread is inside a runspace of the
   * pool: that one is waiting from now on, and might be the last one that could run it.
   *
   * @return whether it has been run by that
   * @throws InvalidInvocationStateException if it must not be run here
   */
  boolean helpOut(Invocation<?> invocation);
}
