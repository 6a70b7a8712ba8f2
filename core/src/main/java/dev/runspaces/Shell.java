package dev.runspaces;

import dev.runspaces.Statements.Statement;
import dev.runspaces.stream.DataCollection;
import dev.runspaces.stream.Streams;
import dev.runspaces.thread.WaitRefusedException;
import dev.runspaces.thread.WaitTimeoutException;
import dev.runspaces.worker.Deadline;
import dev.runspaces.worker.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A list of scripts that are run one after the other in a runspace, as often as wanted. What the
 * {@code PowerShell} object is there. For a single script, {@link Runspace#begin} is shorter. That
 * of a {@link RunspacePool} runs each time in whichever of its runspaces is free.
 *
 * <p>Safe for use on any thread, but it runs one invocation at a time, and is not edited meanwhile.
 */
public final class Shell implements AutoCloseable {
  /** Of a shell of a pool, the pool's own. Held, so that nobody takes it for a forgotten one. */
  private final Runspace runspace;

  /** Hands an invocation over to whoever has it run; throws if that is refused. */
  private final Consumer<Invocation<?>> starter;

  private final List<Statement> statements = new ArrayList<>();
  private ErrorPolicy onError = ErrorPolicy.STOP;
  private @Nullable DataCollection<Object> input;
  private @Nullable Streams streams;
  private @Nullable Invocation<List<Object>> begun;
  private boolean awaitsEnd;
  private boolean closed;

  Shell(Runspace runspace, Consumer<Invocation<?>> starter) {
    this.runspace = runspace;
    this.starter = starter;
  }

  /**
   * Adds a script after those that are there. PowerShell's {@code AddScript}.
   *
   * @param script the script; its value, if it is not null, becomes output
   * @return this shell
   * @throws InvalidInvocationStateException if the shell is running or closed
   */
  public synchronized Shell add(Script<?> script) {
    Objects.requireNonNull(script, "add: a script is needed");
    requireIdle("add");
    statements.add(new Statement(script, Arguments.NONE));
    return this;
  }

  /**
   * Gives a value to the script that was added last; it finds it by its position. PowerShell's
   * {@code AddArgument}.
   *
   * @param value the value; may be null
   * @return this shell
   * @throws InvalidInvocationStateException if there is no script yet, or the shell is running or
   *     closed
   */
  public synchronized Shell argument(@Nullable Object value) {
    replaceLast("argument", statement -> statement.arguments().plus(value));
    return this;
  }

  /**
   * Gives a value to the script that was added last; it finds it by this name. PowerShell's {@code
   * AddParameter}.
   *
   * @param name the name; case is ignored; given again, it replaces the value
   * @param value the value
   * @return this shell
   * @throws InvalidInvocationStateException if there is no script yet, or the shell is running or
   *     closed
   */
  public synchronized Shell parameter(String name, Object value) {
    Objects.requireNonNull(name, "parameter: a name is needed; argument(value) needs none");
    Objects.requireNonNull(value, "parameter: null is no value; leave the parameter out instead");
    replaceLast("parameter", statement -> statement.arguments().plus(name, value));
    return this;
  }

  /**
   * Says where the scripts read, from the next {@link #begin} on. What is added to it while they
   * run reaches them at once. Every run goes on where the one before has stopped taking.
   *
   * @param source where they read; whoever fills it completes it
   * @return this shell
   * @throws InvalidInvocationStateException if the shell is running or closed
   */
  public synchronized Shell input(DataCollection<Object> source) {
    Objects.requireNonNull(source, "input: a collection is needed");
    requireIdle("input");
    input = source;
    return this;
  }

  /**
   * Has all that the scripts write collected there too, from the next {@link #begin} on, next to
   * the streams of the invocation itself. It may be shared by any number of runs and shells, and is
   * never completed by them. PowerShell's caller-supplied {@code PSDataCollection}.
   *
   * @param collected where to
   * @return this shell
   * @throws InvalidInvocationStateException if the shell is running or closed
   */
  public synchronized Shell streams(Streams collected) {
    Objects.requireNonNull(collected, "streams: streams are needed");
    requireIdle("streams");
    streams = collected;
    return this;
  }

  /**
   * Says what happens when a script throws; {@link ErrorPolicy#STOP} if nothing is said.
   *
   * @param policy what
   * @return this shell
   * @throws InvalidInvocationStateException if the shell is running or closed
   */
  public synchronized Shell onError(ErrorPolicy policy) {
    Objects.requireNonNull(policy, "onError: a policy is needed");
    requireIdle("onError");
    onError = policy;
    return this;
  }

  /**
   * Removes all scripts, and what they were given. PowerShell's {@code Commands.Clear}.
   *
   * @return this shell
   * @throws InvalidInvocationStateException if the shell is running or closed
   */
  public synchronized Shell clear() {
    requireIdle("clear");
    statements.clear();
    return this;
  }

  /**
   * Begins to run the scripts, and returns. The first one that throws ends them all, unless {@link
   * #onError} said otherwise. PowerShell's {@code BeginInvoke}.
   *
   * @return the invocation; its value is the output
   * @throws InvalidInvocationStateException if there is no script, or the shell is running or
   *     closed, or as many scripts wait in its pool as the queue limit allows
   * @throws InvalidRunspaceStateException if the runspace, or the pool, is not open
   */
  public Invocation<List<Object>> begin() {
    return begin(UnaryOperator.identity());
  }

  private Invocation<List<Object>> begin(UnaryOperator<Invocation<List<Object>>> preparation) {
    Invocation<List<Object>> invocation;
    @Nullable Invocation<List<Object>> before;
    boolean beforeAwaitsEnd;
    synchronized (this) {
      requireIdle("begin");
      if (statements.isEmpty()) {
        throw new InvalidInvocationStateException(
            "begin", "the shell is empty", "add a script first");
      }
      var task =
          Task.of(new Statements(List.copyOf(statements), onError)).with(input).copiedTo(streams);
      invocation = preparation.apply(new Invocation<>(runspace.core(), task));
      before = begun;
      beforeAwaitsEnd = awaitsEnd;
      begun = invocation;
      awaitsEnd = true;
    }
    // Without the lock: where callers lend their threads, the scripts run in here.
    try {
      starter.accept(invocation);
      return invocation;
    } catch (InvalidRunspaceStateException | InvalidInvocationStateException refused) {
      synchronized (this) {
        if (begun == invocation) {
          begun = before;
          awaitsEnd = beforeAwaitsEnd;
        }
      }
      throw refused;
    }
  }

  private void replaceLast(String call, Function<Statement, Arguments> arguments) {
    requireIdle(call);
    if (statements.isEmpty()) {
      throw new InvalidInvocationStateException(
          call, "the shell is empty", "add the script first that is to be given it");
    }
    int last = statements.size() - 1;
    Statement before = statements.get(last);
    statements.set(last, new Statement(before.script(), arguments.apply(before)));
  }

  /**
   * Waits for what was begun, and returns its output. PowerShell's {@code EndInvoke}.
   *
   * @param invocation what {@link #begin} returned last
   * @return the output of all scripts, in order; immutable
   * @throws IllegalArgumentException if this shell did not begin it
   * @throws InvalidInvocationStateException if it has been ended before, or one of its own scripts
   *     calls this
   * @throws InvocationFailedException if a script failed; what came before is in {@link
   *     Invocation#outcome()}
   * @throws InvocationStoppedException if it was stopped
   * @throws InterruptedException if the waiting thread is interrupted; it can be ended again
   * @throws WaitRefusedException if this thread must not wait; it can be ended elsewhere
   */
  public List<Object> end(Invocation<List<Object>> invocation) throws InterruptedException {
    Objects.requireNonNull(
        invocation, "end: an invocation is needed, the one that begin() returned");
    return end(invocation, Invocation::await);
  }

  /**
   * Ends what was begun as {@link #end(Invocation)} does, but does not wait longer than this; see
   * {@link Invocation#await(Duration)}.
   *
   * @param invocation what {@link #begin} returned last
   * @param timeout how long to wait at most, from zero
   * @return the output of all scripts, in order; immutable
   * @throws WaitTimeoutException if the time runs out; the scripts go on, and it can be ended again
   * @throws IllegalArgumentException if this shell did not begin it
   * @throws InvalidInvocationStateException if it has been ended before, or one of its own scripts
   *     calls this
   * @throws InvocationFailedException if a script failed
   * @throws InvocationStoppedException if it was stopped
   * @throws InterruptedException if the waiting thread is interrupted; it can be ended again
   * @throws WaitRefusedException if this thread must not wait; it can be ended elsewhere
   */
  public List<Object> end(Invocation<List<Object>> invocation, Duration timeout)
      throws InterruptedException {
    Objects.requireNonNull(timeout, "end: a time-out is needed");
    Objects.requireNonNull(
        invocation, "end: an invocation is needed, the one that begin() returned");
    Deadline deadline = Deadline.after(timeout); // refuses one that is none before it is ended
    return end(invocation, begun -> begun.await(deadline, timeout));
  }

  private interface Wait {
    List<Object> of(Invocation<List<Object>> invocation) throws InterruptedException;
  }

  private List<Object> end(Invocation<List<Object>> invocation, Wait wait)
      throws InterruptedException {
    Objects.requireNonNull(
        invocation, "end: an invocation is needed, the one that begin() returned");
    synchronized (this) {
      if (invocation != begun) {
        throw new IllegalArgumentException(
            "end: this shell did not begin that "
                + invocation
                + "; end what begin() returned last");
      }
      if (!awaitsEnd) {
        throw new InvalidInvocationStateException(
            "end", "it has been ended before", "its output is in Invocation.outcome()");
      }
      awaitsEnd = false;
    }
    try {
      return wait.of(invocation);
    } catch (InterruptedException
        | WaitRefusedException
        | WaitTimeoutException
        | InvalidInvocationStateException notAwaited) {
      synchronized (this) {
        awaitsEnd |= invocation == begun;
      }
      throw notAwaited;
    }
  }

  /**
   * Runs the scripts and waits for them: {@code end(begin())}. PowerShell's {@code Invoke}.
   *
   * @return the output of all scripts, in order; immutable
   * @throws InvocationFailedException if a script failed
   * @throws InvocationStoppedException if it was stopped
   * @throws InterruptedException if the waiting thread is interrupted; the scripts go on
   * @throws WaitRefusedException if this thread must not wait; nothing is begun then
   */
  public List<Object> invoke() throws InterruptedException {
    Waiting.refuseWhereForbidden();
    try (Caller caller = Caller.patient()) {
      return end(begin(caller::of), caller::await);
    }
  }

  /**
   * Runs the scripts as {@link #invoke()} does, but for no longer than this; see {@link
   * Runspace#invoke(Script, Duration)}.
   *
   * @param timeout how long to wait at most, from zero
   * @return the output of all scripts, in order; immutable
   * @throws WaitTimeoutException if the time runs out; the scripts are asked to stop then
   * @throws InvocationFailedException if a script failed
   * @throws InvocationStoppedException if it was stopped
   * @throws InterruptedException if the waiting thread is interrupted; the scripts go on
   * @throws WaitRefusedException if this thread must not wait; nothing is begun then
   */
  public List<Object> invoke(Duration timeout) throws InterruptedException {
    Waiting.refuseWhereForbidden();
    try (Caller caller = Caller.within(timeout)) {
      return end(begin(caller::of), caller::await);
    }
  }

  /** Asks what is running to stop; see {@link Invocation#stop()}. */
  public void stop() {
    Invocation<List<Object>> running;
    synchronized (this) {
      running = begun;
    }
    if (running != null) {
      running.stop();
    }
  }

  /** Stops what is running, and refuses everything from then on. The runspace stays open. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    stop();
  }

  private void requireIdle(String call) {
    if (closed) {
      throw new InvalidInvocationStateException(
          call, "the shell is closed", "make another with Runspace.shell()");
    }
    if (begun != null && !begun.state().isFinal()) {
      throw new InvalidInvocationStateException(
          call, "the shell is " + begun.state(), "wait for it with end(...), or stop() it first");
    }
  }
}
