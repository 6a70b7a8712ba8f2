package dev.runspaces;

import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.EventManager;
import dev.runspaces.thread.WaitRefusedException;
import dev.runspaces.thread.WaitTimeoutException;
import dev.runspaces.worker.Deadline;
import dev.runspaces.worker.Waiting;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A script that was handed to a runspace: begun once, ended once, {@link
 * InvocationState#COMPLETED}, {@link InvocationState#FAILED} or {@link InvocationState#STOPPED}.
 * What PowerShell's {@code BeginInvoke} returns, with the state and the streams at the same place.
 *
 * <p>Safe for use on any thread. Where a method waits it says so; a wait inside a runspace goes on
 * delivering that runspace's events, and on a thread that must not wait it is refused.
 *
 * @param <T> the type of the script's value
 */
public final class Invocation<T extends @Nullable Object> {
  private static final System.Logger LOG = System.getLogger("dev.runspaces");

  /** How long a script may ignore a stop before its stack is logged. */
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

  private final RunspaceCore runspace;

  /** Held, so that nobody takes a runspace that still works for a forgotten one. */
  private final Runspace handle;

  private final Script<T> script;
  private final List<Object> output = Collections.synchronizedList(new ArrayList<>());
  private final CompletableFuture<Outcome<T>> ended = new CompletableFuture<>();

  private final Object lock = new Object();

  /** How far the script has come: NOT_STARTED, RUNNING or STOPPING; {@link #ended} has the rest. */
  private volatile InvocationState progress = InvocationState.NOT_STARTED;

  /** Whether it was stopped before it had started; guarded by {@link #lock}. */
  private boolean withdrawn;

  /**
   * The thread to interrupt; guarded by {@link #lock}, so that no interrupt hits a later script.
   */
  private @Nullable Thread runner;

  /** Whether the script has seen that it should stop. */
  private volatile boolean stopNoticed;

  /** Whether somebody will learn of a failure from this object. */
  private volatile boolean observed;

  Invocation(RunspaceCore runspace, Script<T> script) {
    this.runspace = runspace;
    this.script = script;
    this.handle = runspace.handle();
  }

  /** Notes that somebody is going to wait for it, before it can fail. */
  Invocation<T> observed() {
    observed = true;
    return this;
  }

  /** {@return the runspace in which it runs} */
  public Runspace runspace() {
    return handle;
  }

  /** {@return its state now} */
  public InvocationState state() {
    Outcome<T> outcome = ended.getNow(null);
    return outcome == null ? progress : outcome.state();
  }

  /** {@return what it has written so far, in order; an immutable copy} */
  public List<Object> output() {
    synchronized (output) {
      return List.copyOf(output);
    }
  }

  /** {@return how it ended, or empty while it has not} */
  public Optional<Outcome<T>> outcome() {
    observed = true;
    return Optional.ofNullable(ended.getNow(null));
  }

  /**
   * Waits until it has ended. PowerShell's {@code EndInvoke}.
   *
   * @return the script's value
   * @throws InvocationFailedException if it failed; the cause is what the script threw
   * @throws InvocationStoppedException if it was stopped
   * @throws InterruptedException if the waiting thread is interrupted; the invocation goes on
   * @throws InvalidInvocationStateException if its own script calls this
   * @throws WaitRefusedException if this thread must not wait
   */
  public T await() throws InterruptedException {
    await(Deadline.never());
    return valueOf(ended.join());
  }

  /**
   * Waits until it has ended, but not longer than this.
   *
   * @param timeout how long to wait at most, from zero
   * @return the script's value
   * @throws WaitTimeoutException if the time runs out; the invocation goes on
   * @throws InvocationFailedException if it failed; the cause is what the script threw
   * @throws InvocationStoppedException if it was stopped
   * @throws InterruptedException if the waiting thread is interrupted; the invocation goes on
   * @throws InvalidInvocationStateException if its own script calls this
   * @throws WaitRefusedException if this thread must not wait
   */
  public T await(Duration timeout) throws InterruptedException {
    if (!await(Deadline.after(timeout))) {
      throw new WaitTimeoutException("the script in runspace \"" + runspace.name() + "\"", timeout);
    }
    return valueOf(ended.join());
  }

  /**
   * Asks it to stop, without waiting for that: one that has not started never will; a running one
   * has its {@linkplain ScriptContext#isStopping() token} set and its thread interrupted. A script
   * that ignores both for five seconds is named in the log, with its stack. Stopping twice, or what
   * has ended, does nothing. PowerShell's {@code Stop}.
   */
  public void stop() {
    withdraw();
  }

  /** Stops it; returns whether that came before it had started, so that it never will. */
  boolean withdraw() {
    synchronized (lock) {
      if (progress.canBecome(InvocationState.STOPPING) && runner != null) {
        progress = InvocationState.STOPPING;
        runner.interrupt();
        nameIfItGoesOn();
      }
      if (withdrawn || progress != InvocationState.NOT_STARTED) {
        return withdrawn;
      }
      withdrawn = true;
    }
    end(new Outcome<>(InvocationState.STOPPED, null, output(), null));
    return true;
  }

  /**
   * Returns a future for code that cannot wait: it ends as {@link #await()} would, on the
   * runspace's thread, and cancelling it stops the invocation.
   *
   * @return a new future
   */
  public CompletableFuture<T> toFuture() {
    observed = true;
    CompletableFuture<T> future = ended.thenApply(this::valueOf);
    CompletableFuture<T> unused =
        future.whenComplete(
            (value, failure) -> {
              if (future.isCancelled()) {
                stop();
              }
            });
    return future;
  }

  @Override
  public String toString() {
    return "invocation in runspace \"" + runspace.name() + "\": " + state();
  }

  boolean isRunning() {
    synchronized (lock) {
      return runner != null;
    }
  }

  /** Runs the script, unless it was stopped before. Called on the runspace's thread. */
  void run() {
    if (!runspace.acceptsWork()) {
      stop();
    }
    synchronized (lock) {
      if (withdrawn) {
        return;
      }
      progress = InvocationState.RUNNING;
      runner = Thread.currentThread();
    }
    T value = null;
    Throwable failure = null;
    runspace.invocations().enter();
    try {
      value = script.run(new Context());
    } catch (Throwable thrown) {
      failure = thrown;
    }
    InvocationState last;
    synchronized (lock) {
      runner = null;
      last = lastState(failure);
    }
    runspace.invocations().leave();
    if (!ended.isDone()) { // not given up meanwhile, see abandon()
      boolean completed = last == InvocationState.COMPLETED;
      end(new Outcome<>(last, completed ? value : null, output(), failure));
    }
  }

  /** Ends an invocation whose script does not come back, so that nobody waits for it for ever. */
  void abandon() {
    stop();
    runspace.invocations().forget(this);
    ended.complete(new Outcome<>(InvocationState.STOPPED, null, output(), null));
  }

  /**
   * Decides how the script ended. One that had done its work before it noticed that it should stop
   * has completed: nothing was cut short.
   */
  private InvocationState lastState(@Nullable Throwable failure) {
    if (progress == InvocationState.RUNNING) {
      return failure == null ? InvocationState.COMPLETED : InvocationState.FAILED;
    }
    // An interrupt that is gone has ended some wait of the script's: it noticed.
    boolean interruptConsumed = !Thread.interrupted();
    boolean noticed = stopNoticed || interruptConsumed;
    return failure == null && !noticed ? InvocationState.COMPLETED : InvocationState.STOPPED;
  }

  private void end(Outcome<T> outcome) {
    Throwable error = outcome.error();
    try {
      if (outcome.state() == InvocationState.FAILED && error != null) {
        // Before the future ends: whoever wakes up by it may close what should hear of the error.
        var occurred = ErrorOccurred.outsideHandlers(error, runspace.name());
        runspace
            .events()
            .reportError(
                occurred,
                () -> {
                  if (!observed) {
                    runspace.uncaughtErrors().take(occurred);
                  }
                });
      }
    } finally {
      runspace.invocations().forget(this);
      ended.complete(outcome);
    }
  }

  private boolean await(Deadline deadline) throws InterruptedException {
    refuseFromItsOwnScript();
    observed = true;
    return Waiting.awaitWork(ended, deadline, runspace.worker());
  }

  /**
   * Its script, or what runs in the middle of it, would wait for an end that it holds up itself.
   */
  private void refuseFromItsOwnScript() {
    synchronized (lock) {
      if (runner == Thread.currentThread()) {
        throw new InvalidInvocationStateException(
            "await",
            "this is called by the script itself, which would wait for its own end",
            "return from the script instead");
      }
    }
  }

  @SuppressWarnings("NullAway") // the value of a completed script is a T, which may include null
  private T valueOf(Outcome<T> outcome) {
    Throwable error = outcome.error();
    return switch (outcome.state()) {
      case COMPLETED -> outcome.value();
      case FAILED -> throw new InvocationFailedException(runspace.name(), error);
      default -> throw new InvocationStoppedException(runspace.name(), error);
    };
  }

  /** A time-out of its future: where the script obeys, nothing is kept for the rest of the time. */
  private void nameIfItGoesOn() {
    CompletableFuture<Void> unused =
        ended
            .thenAccept(outcome -> {})
            .orTimeout(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
            .whenCompleteAsync(
                (nothing, late) -> {
                  if (late != null) {
                    LOG.log(
                        Level.WARNING,
                        "the script in runspace \"{0}\" has ignored for {1} s that it was asked to"
                            + " stop; it is at{2}",
                        runspace.name(),
                        STOP_PATIENCE.toSeconds(),
                        runspace.worker().stack());
                  }
                });
  }

  /** The runspace, as the script sees it. */
  private final class Context implements ScriptContext {
    @Override
    public Runspace runspace() {
      return handle;
    }

    @Override
    public EventManager events() {
      return runspace.events();
    }

    @Override
    public Variables variables() {
      return runspace.variables();
    }

    @Override
    public void write(Object value) {
      output.add(Objects.requireNonNull(value, "value"));
    }

    @Override
    public List<Object> output() {
      return Invocation.this.output();
    }

    @Override
    public boolean isStopping() {
      boolean stopping = progress == InvocationState.STOPPING;
      if (stopping) {
        stopNoticed = true;
      }
      return stopping;
    }

    @Override
    public void throwIfStopping() {
      if (isStopping()) {
        throw new InvocationStoppedException(runspace.name(), null);
      }
    }
  }
}
