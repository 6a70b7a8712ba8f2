package dev.runspaces;

import dev.runspaces.event.EngineEvents;
import dev.runspaces.event.Event;
import dev.runspaces.worker.Deadline;
import dev.runspaces.worker.Waiting;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** How one runspace ends: once, completely, in one order, whoever asks for it. */
final class Closing {
  private static final System.Logger LOG = System.getLogger("dev.runspaces");

  private final RunspaceCore runspace;
  private final AtomicBoolean finished = new AtomicBoolean();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  /** Whether the thread that closes has gone on, and nobody has an eye on how long it takes. */
  private volatile boolean unattended;

  Closing(RunspaceCore runspace) {
    this.runspace = runspace;
  }

  void close(Deadline deadline) {
    close(deadline, Way.DELIVERING);
  }

  /**
   * Closes without delivering what is accepted and not delivered yet.
   *
   * @return those events, those of runspaces below first
   */
  List<Event> closeNow(Deadline deadline) {
    var all = new ArrayList<RunspaceCore>();
    addFromBelow(runspace, all);
    close(deadline, Way.AT_ONCE);
    return all.stream().flatMap(each -> each.events().takeUndelivered().stream()).toList();
  }

  private static void addFromBelow(RunspaceCore runspace, List<RunspaceCore> all) {
    runspace.children().forEach(child -> addFromBelow(child, all));
    all.add(runspace);
  }

  /** What becomes of events that are accepted and not delivered yet. */
  private enum Way {
    DELIVERING,
    AT_ONCE
  }

  private void close(Deadline deadline, Way way) {
    boolean wasOpen = runspace.state() == RunspaceState.OPENED;
    if (runspace.lifecycle().tryMove(RunspaceState.CLOSING)) {
      if (way == Way.AT_ONCE) {
        stopDelivering();
      } else if (wasOpen && runspace.events().hasSubscriberFor(EngineEvents.EXITING)) {
        runspace.events().announce(EngineEvents.EXITING);
      }
      if (Waiting.isForbidden()) {
        startCloser(() -> report(release(deadline, way)));
      } else {
        report(release(deadline, way));
      }
    } else if (!isCalledFromInside()
        && !Waiting.isForbidden()
        && !Waiting.awaitUninterruptibly(closed, deadline)
        && unattended) {
      leaveBehind();
    }
  }

  private void stopDelivering() {
    runspace.events().stopDelivering();
    interruptHandler();
  }

  private void interruptHandler() {
    // Not a script: that one gets its own interrupt, once, and may be busy with cleaning up.
    if (!runspace.isCurrent() && !runspace.invocations().isAnyRunning()) {
      runspace.worker().interrupt();
    }
  }

  /**
   * Ends all that the runspace owns, and then the runspace.
   *
   * @return what failed on the way
   */
  List<Throwable> release(Deadline deadline) {
    return release(deadline, Way.DELIVERING);
  }

  private List<Throwable> release(Deadline deadline, Way way) {
    List<Throwable> failures =
        runspace
            .resources()
            .closeAll(
                resource -> {
                  if (resource instanceof RunspaceCore child) {
                    child.closing().close(deadline, way);
                  } else {
                    resource.close();
                  }
                });
    runspace.invocations().stopAll();
    if (!runspace.worker().isStarted()) {
      // From here on no event can start it; one that was accepted already has.
      runspace.events().stopAccepting();
    }
    if (!runspace.worker().isStarted() && !runspace.events().hasUndelivered()) {
      finish();
    } else {
      runspace.worker().run(this::conclude);
      if (runspace.isCurrent() || runspace.events().isHandlingHere() || Waiting.isForbidden()) {
        unattended = true;
      } else {
        awaitEnd(deadline);
      }
    }
    return failures;
  }

  /** Waits for the last work; an event handler that holds it up is interrupted near the end. */
  private void awaitEnd(Deadline deadline) {
    long patience = deadline.remainingNanos();
    Deadline nearEnd = Deadline.after(Duration.ofNanos(patience - patience / 5));
    if (!Waiting.awaitUninterruptibly(closed, nearEnd)) {
      interruptHandler();
      if (!Waiting.awaitUninterruptibly(closed, deadline)) {
        leaveBehind();
      }
    }
  }

  /**
   * Whether this thread runs code of the runspace or of one below it: closing waits for its end.
   */
  private boolean isCalledFromInside() {
    RunspaceCore here = Runspaces.currentCore();
    while (here != null && here != runspace) {
      here = here.parent().orElse(null);
    }
    return here != null || runspace.events().isHandlingHere();
  }

  /** Closes without making the caller wait. */
  void closeElsewhere(Deadline deadline) {
    startCloser(() -> close(deadline));
  }

  /**
   * Closes for somebody who does not wait: at the end of what runs, if that is the runspace's own
   * code, and elsewhere otherwise.
   */
  void closeSoon() {
    Deadline deadline = Deadline.after(Runspace.CLOSE_TIMEOUT);
    if (runspace.isCurrent()) {
      logFailure(() -> close(deadline));
    } else {
      closeElsewhere(deadline);
    }
  }

  private void startCloser(Runnable closing) {
    var closer = new Thread(() -> logFailure(closing), "runspace-closer-" + runspace.name());
    closer.setDaemon(true);
    closer.start();
  }

  private static void logFailure(Runnable closing) {
    try {
      closing.run();
    } catch (RunspaceCloseException failure) {
      LOG.log(Level.ERROR, "closing, on behalf of a thread that must not wait", failure);
    }
  }

  private void report(List<Throwable> failures) {
    if (!failures.isEmpty()) {
      throw new RunspaceCloseException(runspace.name(), failures);
    }
  }

  private void leaveBehind() {
    LOG.log(
        Level.WARNING,
        "runspace \"{0}\" is closed, but its code does not stop and is left behind; it is at{1}",
        runspace.name(),
        runspace.worker().stack());
    finish();
  }

  /** The last work on the runspace's thread, after all that was handed to it before. */
  private void conclude() {
    runspace.events().stopAccepting();
    // Not left to who has just raised an event, and may not have got that far.
    runspace.events().deliverRest();
    runspace.worker().drainDeliveries();
    CompletableFuture<Void> delivered = runspace.events().whenDelivered();
    if (delivered.isDone()) {
      finish();
    } else if (!finished.get()) {
      // Again after that: a handler that fails on its executor is reported here.
      CompletableFuture<Void> unused =
          delivered.thenRun(() -> runspace.worker().run(this::conclude));
    }
  }

  private void finish() {
    if (!finished.compareAndSet(false, true)) {
      return;
    }
    runspace.events().close();
    runspace.bus().end();
    runspace.invocations().abandonAll();
    runspace.variables().clear();
    Registry.instance().remove(runspace);
    runspace.parent().ifPresent(parent -> parent.resources().remove(runspace));
    runspace.lifecycle().tryMove(RunspaceState.CLOSED);
    runspace.endWatch();
    runspace.worker().end();
    closed.complete(null);
  }
}
