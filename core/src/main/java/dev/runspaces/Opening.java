package dev.runspaces;

import dev.runspaces.flight.Flight;
import dev.runspaces.thread.WaitTimeoutException;
import dev.runspaces.worker.Deadline;
import dev.runspaces.worker.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How one runspace begins: known to its parent and to the registry, then started up. */
final class Opening {
  private final RunspaceCore runspace;
  private final Closing closing;
  private final List<Script<?>> startup;

  Opening(RunspaceCore runspace, Closing closing, List<Script<?>> startup) {
    this.runspace = runspace;
    this.closing = closing;
    this.startup = startup;
  }

  /** Whether there is a start-up, so that scripts run before the runspace is opened. */
  boolean hasStartup() {
    return !startup.isEmpty();
  }

  void open() {
    open(Caller.patient(), invocation -> invocation.await());
  }

  /** Opens it, and waits for the start-up no longer than this. */
  void open(Duration timeout) {
    Caller caller = Caller.within(timeout);
    open(caller, invocation -> awaitInTime(invocation, caller, timeout));
  }

  private void awaitInTime(Invocation<Void> invocation, Caller caller, Duration timeout)
      throws InterruptedException {
    try {
      caller.await(invocation);
    } catch (WaitTimeoutException late) {
      throw new WaitTimeoutException("opening runspace \"" + runspace.name() + "\"", timeout);
    }
  }

  /** How the end of the start-up is waited for. */
  private interface Wait {
    void until(Invocation<Void> running) throws InterruptedException;
  }

  private void open(Caller caller, Wait wait) {
    if (hasStartup()) {
      Waiting.refuseWhereForbidden();
    }
    Object mark = Flight.RECORDER.beginOpening(runspace.name());
    try {
      beginAndConclude(caller, wait);
    } finally {
      Flight.RECORDER.endOpening(mark, runspace.state().name());
    }
  }

  private void beginAndConclude(Caller caller, Wait wait) {
    begin();
    try (caller) {
      if (hasStartup()) {
        wait.until(startUp(caller::of));
      }
    } catch (WaitTimeoutException late) {
      // Who gave a time-out has waited long enough.
      if (runspace.lifecycle().tryBreak(late)) {
        closing.releaseElsewhere();
      }
      throw late;
    } catch (Throwable failure) {
      throw takenBack(failure);
    }
    conclude();
  }

  /**
   * Opens without waiting; cancelling the future closes the runspace.
   *
   * @param handle the one that is opened; held until then, lest it be taken for forgotten
   */
  CompletableFuture<Runspace> openAsync(Runspace handle) {
    Object mark = Flight.RECORDER.beginOpening(runspace.name());
    try {
      begin();
    } catch (RuntimeException refused) {
      Flight.RECORDER.endOpening(mark, runspace.state().name());
      throw refused;
    }
    CompletableFuture<Runspace> opened;
    if (hasStartup()) {
      // On a thread that may wait: what is taken back is closed.
      opened = startUpAsync().handleAsync((nothing, failure) -> concluded(handle, failure));
    } else {
      opened = startUpAsync().handle((nothing, failure) -> concluded(handle, failure));
    }
    CompletableFuture<Runspace> unused =
        opened.whenComplete(
            (openedHandle, failure) -> {
              Flight.RECORDER.endOpening(mark, runspace.state().name());
              if (opened.isCancelled()) {
                CompletableFuture<Void> unusedEnd =
                    closing.closeElsewhere(Deadline.after(Runspace.CLOSE_TIMEOUT));
              }
            });
    return opened;
  }

  private CompletableFuture<Void> startUpAsync() {
    try {
      return hasStartup()
          ? startUp(Invocation::observed).toFuture()
          : CompletableFuture.completedFuture(null);
    } catch (IllegalStateException closedMeanwhile) {
      return CompletableFuture.failedFuture(closedMeanwhile);
    }
  }

  /** Brings variables back to what they were in the beginning, and runs the start-up again. */
  Script<Void> again() {
    return Script.action(
        context -> {
          runspace.variables().clear();
          runspace.initialVariables().forEach(runspace.variables()::set);
          runspace.events().removePending("*");
          runAll(context);
        });
  }

  private void begin() {
    if (!runspace.lifecycle().tryMove(RunspaceState.OPENING)) {
      throw new InvalidRunspaceStateException(
          "open",
          runspace,
          "BEFORE_OPEN",
          "open another with Runspaces.open(\"" + runspace.name() + "\")");
    }
    try {
      runspace.parent().ifPresent(this::joinParent);
      Registry.instance().add(runspace);
      runspace.watch();
    } catch (Throwable failure) {
      throw takenBack(failure);
    }
  }

  private void joinParent(RunspaceCore parent) {
    if (!parent.acceptsWork() || !parent.resources().add(runspace)) {
      throw new InvalidRunspaceStateException(
          "open(\"" + runspace.name() + "\")", parent, "OPENED", "open it in an open runspace");
    }
  }

  /** Begins the start-up; who learns of its failure says so before it can fail. */
  private Invocation<Void> startUp(UnaryOperator<Invocation<Void>> preparation) {
    var invocation = new Invocation<>(runspace, Task.of(Script.action(this::runAll)));
    try {
      return runspace.invocations().start(preparation.apply(invocation));
    } catch (InvalidRunspaceStateException refused) {
      throw closedMeanwhile();
    }
  }

  private void runAll(ScriptContext context) throws Exception {
    for (Script<?> script : startup) {
      context.throwIfStopping();
      Object unused = script.run(context);
    }
  }

  private void conclude() {
    if (!runspace.lifecycle().tryMove(RunspaceState.OPENED)) {
      throw takenBack(closedMeanwhile());
    }
  }

  private static IllegalStateException closedMeanwhile() {
    return new IllegalStateException("it was closed while it was being opened");
  }

  private Runspace concluded(Runspace handle, @Nullable Throwable failure) {
    if (failure != null) {
      Throwable cause = failure.getCause();
      throw takenBack(failure instanceof CompletionException && cause != null ? cause : failure);
    }
    conclude();
    return handle;
  }

  /** Ends what there is already; returns what to throw. */
  private RuntimeException takenBack(Throwable failure) {
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    Throwable thrown = failure instanceof InvocationFailedException ? failure.getCause() : null;
    Throwable cause = thrown == null ? failure : thrown;
    RuntimeException refusal =
        failure instanceof InvalidRunspaceStateException refused
            ? refused
            : new RunspaceOpenException(runspace.name(), cause);
    Deadline deadline = Deadline.after(Runspace.CLOSE_TIMEOUT);
    if (runspace.lifecycle().tryBreak(cause)) {
      closing.release(deadline).forEach(refusal::addSuppressed);
    } else {
      closing.close(deadline);
    }
    // Whoever closed it meanwhile may have looked for it there before it was added.
    Registry.instance().remove(runspace);
    runspace.parent().ifPresent(parent -> parent.resources().remove(runspace));
    runspace.endWatch();
    return refusal;
  }
}
