package dev.runspaces.thread;

/**
 * Names a kind of thread that must never wait, such as the event dispatch thread of a GUI toolkit.
 *
 * <p>Found with {@link java.util.ServiceLoader}. On a guarded thread a waiting call, for example
 * {@link dev.runspaces.Invocation#await()}, is refused at once instead of freezing the program, and
 * {@link dev.runspaces.Runspace#close()} returns while the closing goes on elsewhere.
 *
 * <p>Both methods are called on the thread that wants to wait, often; they must be quick.
 */
public interface WaitGuard {

  /** {@return whether the calling thread must not wait} */
  boolean forbidsWaiting();

  /** {@return what the guarded thread is called in messages, for example "the EDT"} */
  String threadDescription();
}
