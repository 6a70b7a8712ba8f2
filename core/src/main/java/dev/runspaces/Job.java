package dev.runspaces;

import dev.runspaces.stream.Streams;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work in the background that has a name and is listed until it is removed. PowerShell's
 * {@code Job}. It is an {@link Invocation} in a runspace of its own, which is closed when the
 * invocation ends; state, outcome and streams are the invocation's.
 *
 * <p>Start one with {@link Jobs#start}. All methods may be called on any thread.
 *
 * @param <T> the type of the script's value
 */
public final class Job<T extends @Nullable Object> implements AutoCloseable {
  private final long id;
  private final String name;
  private final Invocation<T> invocation;

  /** What tells those who wait for several jobs; taken back if they have gone before. */
  private final Set<Runnable> atItsEnd = ConcurrentHashMap.newKeySet();

  Job(long id, String name, Invocation<T> invocation) {
    this.id = id;
    this.name = name;
    this.invocation = invocation;
  }

  /** {@return its number among the jobs of this JVM, from 1, never used again} */
  public long id() {
    return id;
  }

  /** {@return its name} */
  public String name() {
    return name;
  }

  /** {@return the work itself: await it, look at its outcome, stop it} */
  public Invocation<T> invocation() {
    return invocation;
  }

  /** {@return the state of the work} */
  public InvocationState state() {
    return invocation.state();
  }

  /** {@return all that it writes: the invocation's streams} */
  public Streams streams() {
    return invocation.streams();
  }

  /**
   * Takes the output that there is; what is taken is not there the next time. PowerShell's {@code
   * Receive-Job}. What should be looked at and kept is {@code invocation().output()}, PowerShell's
   * {@code -Keep}.
   *
   * @return the output since the last time, in order; immutable
   */
  public List<Object> receive() {
    return streams().output().readAll();
  }

  /**
   * Waits until it has ended, well or badly, but not longer than this. Its failure is not thrown
   * but kept, in the {@linkplain Invocation#outcome() outcome}, and if it has ended in time it is
   * no uncaught error, as somebody has asked for it by this.
   *
   * @param timeout how long to wait at most, from zero
   * @return whether it has ended
   * @throws InterruptedException if the waiting thread is interrupted; the work goes on
   * @throws dev.runspaces.thread.WaitRefusedException if this thread must not wait
   */
  public boolean awaitEnd(Duration timeout) throws InterruptedException {
    return Jobs.awaitAll(List.of(this), timeout);
  }

  /** Asks it to stop; see {@link Invocation#stop()}. It stays listed. PowerShell's Stop-Job. */
  public void stop() {
    invocation.stop();
  }

  /**
   * Takes it off the list. PowerShell's {@code Remove-Job}.
   *
   * @throws InvalidInvocationStateException if it has not ended
   */
  public void remove() {
    if (!state().isFinal()) {
      throw new InvalidInvocationStateException(
          "remove", "job \"" + name + "\" is " + state(), "stop it first, or close() it");
    }
    Jobs.remove(this);
  }

  /** Stops it and takes it off the list, whether it has ended or not. Remove-Job -Force. */
  @Override
  public void close() {
    stop();
    Jobs.remove(this);
  }

  /** Has that done when it ends; if it has ended before, perhaps not. */
  void atItsEnd(Runnable told) {
    atItsEnd.add(told);
  }

  void notAtItsEnd(Runnable told) {
    atItsEnd.remove(told);
  }

  /** Called when it has ended. */
  void tellItsEnd() {
    atItsEnd.forEach(Runnable::run);
  }

  @Override
  public String toString() {
    return "job \"" + name + "\" (" + id + ") " + state();
  }
}
