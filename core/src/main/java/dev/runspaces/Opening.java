package dev.runspaces;

import dev.runspaces.worker.Deadline;
import dev.runspaces.worker.Waiting;
import java.util.List;

/** How one runspace begins: known to its parent and to the registry, then started up. */
final class Opening {
  private final Runspace runspace;
  private final Closing closing;
  private final List<Script<?>> startup;

  Opening(Runspace runspace, Closing closing, List<Script<?>> startup) {
    this.runspace = runspace;
    this.closing = closing;
    this.startup = startup;
  }

  /** Whether there is a start-up, so that scripts run before the runspace is opened. */
  boolean hasStartup() {
    return !startup.isEmpty();
  }

  void open() {
    if (hasStartup()) {
      Waiting.refuseWhereForbidden();
    }
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
      for (Script<?> script : startup) {
        runspace.invocations().beginAwaited(script).await();
      }
    } catch (Throwable failure) {
      throw takenBack(failure);
    }
    if (!runspace.lifecycle().tryMove(RunspaceState.OPENED)) {
      throw takenBack(new IllegalStateException("it was closed while it was being opened"));
    }
  }

  private void joinParent(Runspace parent) {
    if (!parent.acceptsWork() || !parent.resources().add(runspace)) {
      throw new InvalidRunspaceStateException(
          "open(\"" + runspace.name() + "\")", parent, "OPENED", "open it in an open runspace");
    }
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
    return refusal;
  }
}
