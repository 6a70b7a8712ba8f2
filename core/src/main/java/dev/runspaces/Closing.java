package dev.runspaces;

import dev.runspaces.event.EngineEvents;
import dev.runspaces.event.Event;
import dev.runspaces.worker.Deadline;
import dev.runspaces.worker.SafeLog;
import dev.runspaces.worker.Waiting;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** How one runspace ends: once, completely, in one order, whoever asks for it. */
final class Closing {
  private static final System.Logger LOG = System.getLogger("dev.runspaces");

  private final RunspaceCore runspace;
  private final AtomicBoolean finished = new AtomicBoolean();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  /** Made by who begins to close; null before. */
  private volatile @Nullable ClosingCalls calls;

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
    if (begin()) {
      var failures = new ArrayList<Throwable>();
      attempt(() -> tellExiting(way, wasOpen), failures);
      if (Waiting.isForbidden()) {
        CompletableFuture<Void> unused =
            logFailure(elsewhere(() -> report(release(deadline, way), failures)));
      } else {
        report(release(deadline, way), failures);
      }
    } else if (!isCalledFromInside()
        && !Waiting.isForbidden()
        && !Waiting.awaitUninterruptibly(closed, deadline)
        && unattended) {
      leaveBehind();
    }
  }

  /** Returns whether the closing is this thread's; the others wait for it. */
  private boolean begin() {
    var mine = new ClosingCalls(runspace);
    var isMine = new AtomicBoolean();
    // Whose listeners are told within.
    mine.make(() -> isMine.set(runspace.lifecycle().tryMove(RunspaceState.CLOSING)));
    if (isMine.get()) {
      calls = mine;
    }
    return isMine.get();
  }

  /** Where a start-up has failed, nobody has begun to close. */
  private ClosingCalls calls() {
    ClosingCalls begun = calls;
    if (begun == null) {
      begun = new ClosingCalls(runspace);
      calls = begun;
    }
    return begun;
  }

  private void tellExiting(Way way, boolean wasOpen) {
    if (way == Way.AT_ONCE) {
      // Those below first: nothing is accepted there any more that would be refused here.
      var all = new ArrayList<RunspaceCore>();
      addFromBelow(runspace, all);
      all.forEach(each -> each.closing().stopDelivering());
    } else if (wasOpen && runspace.events().hasSubscriberFor(EngineEvents.EXITING)) {
      runspace.events().announce(EngineEvents.EXITING);
    }
  }

  /** Notes whatever is thrown: the rest has to be done all the same. */
  private void attempt(Runnable step, List<Throwable> failures) {
    try {
      calls().make(step::run);
    } catch (Throwable failure) {
      failures.add(failure);
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
        runspace.resources().closeAll(resource -> close(resource, deadline, way));
    attempt(runspace.invocations()::stopAll, failures);
    try {
      end(deadline);
    } catch (Throwable failure) {
      failures.add(failure);
    }
    return failures;
  }

  private void close(AutoCloseable resource, Deadline deadline, Way way) throws Exception {
    if (resource instanceof RunspaceCore child) {
      child.closing().close(deadline, way);
    } else if (runspace.isCurrent() || Waiting.isForbidden()) {
      // Who must not wait here cannot wait for another thread either.
      calls().make(resource::close);
    } else {
      ClosingCalls here = calls();
      ResourceCloser.close(() -> here.make(resource::close), deadline);
    }
  }

  /** Has the last work done, and waits for it where that is possible. */
  private void end(Deadline deadline) {
    if (!runspace.worker().isStarted()) {
      // From here on no event can start it; one that was accepted already has.
      runspace.events().stopAccepting();
    }
    if (!runspace.worker().isStarted() && !runspace.events().hasUndelivered()) {
      finish();
    } else if (!runspace.worker().inPlace(this::concludeAtOnce)) {
      runspace.worker().run(this::conclude);
      if (runspace.isCurrent() || runspace.events().isHandlingHere() || Waiting.isForbidden()) {
        unattended = true;
      } else if (Registry.instance().isExiting() && isEndingTheJvm()) {
        finish();
      } else {
        awaitEnd(deadline);
      }
    }
  }

  /** Whether the runspace's code has called {@link System#exit}, from which it never returns. */
  private boolean isEndingTheJvm() {
    return runspace.worker().stack().contains("java.lang.Shutdown.");
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
   * Whether this thread runs code of the runspace or of one below it, or code that their closing
   * has called: closing waits for its end.
   */
  private boolean isCalledFromInside() {
    RunspaceCore here = Runspaces.currentCore();
    return (here != null && here.isOrIsBelow(runspace))
        || runspace.events().isHandlingHere()
        || ClosingCalls.holdUp(runspace);
  }

  /**
   * Closes without making the caller wait; what fails is logged.
   *
   * @return ends with the closing
   */
  CompletableFuture<Void> closeElsewhere(Deadline deadline) {
    return logFailure(elsewhere(() -> close(deadline)));
  }

  /**
   * Closes without making the caller wait, who is told.
   *
   * @param handle held until then, lest it be taken for forgotten
   * @return ends when it is closed, also if somebody else closes it; or with what failed
   */
  CompletableFuture<Void> closeAsync(Runspace handle) {
    Deadline deadline = Deadline.after(Runspace.CLOSE_TIMEOUT);
    CompletableFuture<Void> closing =
        elsewhere(
            () -> {
              try {
                close(deadline);
              } finally {
                Reference.reachabilityFence(handle);
              }
            });
    return closing.thenCombine(closed, (nothing, closedNow) -> null);
  }

  /**
   * Ends all that the runspace owns, and then the runspace, without making the caller wait; what
   * fails is logged.
   */
  void releaseElsewhere() {
    Deadline deadline = Deadline.after(Runspace.CLOSE_TIMEOUT);
    CompletableFuture<Void> unused =
        logFailure(elsewhere(() -> report(release(deadline), List.of())));
  }

  /**
   * Closes for somebody who does not wait: at the end of what runs, if that is the runspace's own
   * code, and elsewhere otherwise.
   */
  void closeSoon() {
    Deadline deadline = Deadline.after(Runspace.CLOSE_TIMEOUT);
    if (runspace.isCurrent()) {
      try {
        close(deadline);
      } catch (Throwable failure) {
        log(failure);
      }
    } else {
      CompletableFuture<Void> unused = closeElsewhere(deadline);
    }
  }

  private CompletableFuture<Void> elsewhere(Runnable closing) {
    var ended = new CompletableFuture<Void>();
    Runnable work = () -> run(closing, ended);
    try {
      var closer = new Thread(work, "runspace-closer-" + runspace.name());
      closer.setDaemon(true);
      closer.start();
    } catch (Throwable noThread) {
      // Better here than never.
      work.run();
    }
    return ended;
  }

  private static void run(Runnable closing, CompletableFuture<Void> ended) {
    try {
      closing.run();
      ended.complete(null);
    } catch (Throwable failure) {
      ended.completeExceptionally(failure);
    }
  }

  private static CompletableFuture<Void> logFailure(CompletableFuture<Void> closing) {
    return closing.exceptionally(
        failure -> {
          log(failure);
          return null;
        });
  }

  private static void log(Throwable failure) {
    SafeLog.error(LOG, "closing, on behalf of a thread that must not wait", failure);
  }

  private void report(List<Throwable> failures, List<Throwable> before) {
    var all = new ArrayList<Throwable>(before);
    all.addAll(failures);
    if (!all.isEmpty()) {
      throw new RunspaceCloseException(runspace.name(), all);
    }
  }

  private void leaveBehind() {
    SafeLog.warning(
        LOG,
        "runspace \""
            + runspace.name()
            + "\" is closed, but its code does not stop and is left behind; it is at"
            + runspace.worker().stack());
    finish();
  }

  /**
   * The last work, where nothing is under way: no thread need be woken only to find that nothing is
   * left to do.
   *
   * @return whether that is so
   */
  private boolean concludeAtOnce() {
    runspace.events().stopAccepting();
    boolean isDone =
        !runspace.events().hasUndelivered() && runspace.events().whenDelivered().isDone();
    if (isDone) {
      finish();
    }
    return isDone;
  }

  /** The last work on the runspace's thread, after all that was handed to it before. */
  private void conclude() {
    try {
      runspace.events().stopAccepting();
      // Not left to who has just raised an event, and may not have got that far.
      runspace.events().deliverRest();
      runspace.worker().drainDeliveries();
      CompletableFuture<Void> delivered = runspace.events().whenDelivered();
      if (!delivered.isDone()) {
        if (!finished.get()) {
          // Again after that: a handler that fails on its executor is reported here.
          CompletableFuture<Void> unused =
              delivered.thenRun(() -> runspace.worker().run(this::conclude));
        }
        return;
      }
    } catch (Throwable failure) {
      // What cannot be done in the end must not keep it from ending.
      log(failure);
    }
    finish();
  }

  private void finish() {
    if (!finished.compareAndSet(false, true)) {
      return;
    }
    var failures = new ArrayList<Throwable>();
    attempt(runspace.events()::close, failures);
    attempt(runspace::endBus, failures);
    attempt(runspace.invocations()::abandonAll, failures);
    attempt(runspace.variables()::clear, failures);
    Registry.instance().remove(runspace);
    runspace.parent().ifPresent(parent -> parent.resources().remove(runspace));
    attempt(() -> runspace.lifecycle().tryMove(RunspaceState.CLOSED), failures);
    attempt(runspace::endWatch, failures);
    attempt(runspace.worker()::end, failures);
    failures.forEach(Closing::log);
    closed.complete(null);
  }
}
