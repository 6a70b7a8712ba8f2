package dev.runspaces;

import dev.runspaces.InvocationProgress.Stop;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.flight.Flight;
import dev.runspaces.stream.DataCollection;
import dev.runspaces.stream.StreamItem;
import dev.runspaces.stream.StreamName;
import dev.runspaces.stream.Streams;
import dev.runspaces.thread.WaitRefusedException;
import dev.runspaces.thread.WaitTimeoutException;
import dev.runspaces.worker.Deadline;
import dev.runspaces.worker.Waiting;
import dev.runspaces.worker.Worker;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A script that was handed to a runspace: begun once, ended once, {@link
 * InvocationState#COMPLETED}, {@link InvocationState#FAILED} or {@link InvocationState#STOPPED}.
 * What PowerShell's {@code BeginInvoke} returns, with the state and the streams at the same place.
 *
 * <p>Safe for use on any thread. Where a method waits it says so; a wait inside a runspace goes on
 * delivering that runspace's events, and on a thread that must not wait it is refused. If what is
 * waited for cannot end before a script of that runspace has run, be it that it waits for that
 * script itself, the script is run in the midst of the wait: nobody waits in a circle.
 *
 * @param <T> the type of the script's value
 */
public final class Invocation<T extends @Nullable Object> {
  private static final System.Logger LOG = System.getLogger("dev.runspaces");

  /** Changes once, if it is begun in a pool: from the pool's own runspace to the one it runs in. */
  private volatile RunspaceCore runspace;

  /** Held, so that nobody takes a runspace that still works for a forgotten one. */
  private volatile Runspace handle;

  private final Task<T> task;
  private final InvocationStreams written = new InvocationStreams();
  private final CompletableFuture<Outcome<T>> ended = new CompletableFuture<>();

  private final InvocationProgress progress = new InvocationProgress();

  private final Askers askers = new Askers();

  /** Where errors wait for somebody to ask; null for in its runspace. */
  private volatile @Nullable UnaskedErrors unaskedErrors;

  /** Who waits for it in the call in which it was begun; null if nobody does. */
  private volatile @Nullable Caller caller;

  /** Ends just before the others learn that it has ended. */
  private final CompletableFuture<Void> ending = new CompletableFuture<>();

  /** Who gives it a runspace; null where it has one from the beginning. */
  private volatile @Nullable PoolDispatcher pool;

  Invocation(RunspaceCore runspace, Task<T> task) {
    this.runspace = runspace;
    this.task = task;
    this.handle = runspace.handle();
  }

  /** Says who waits for it in the call in which it is begun; null when that call is over. */
  void calledBy(@Nullable Caller waiting) {
    caller = waiting;
  }

  /** Lets a pool choose where it runs. */
  Invocation<T> queuedIn(PoolDispatcher pool) {
    this.pool = pool;
    return unaskedAt(pool.host().invocations().unaskedErrors());
  }

  /** Says where its failure waits for somebody to ask, instead of in its runspace. */
  Invocation<T> unaskedAt(UnaskedErrors errors) {
    unaskedErrors = errors;
    return this;
  }

  /** Returns the pool that has it in its queue, if one has. */
  @Nullable PoolDispatcher queue() {
    PoolDispatcher from = pool;
    return from != null && from.isHost(runspace) ? from : null;
  }

  /** Returns the runspaces in which it may run, as far as there are any yet. */
  List<RunspaceCore> candidates() {
    PoolDispatcher queue = queue();
    return queue == null ? List.of(runspace) : queue.membersNow();
  }

  /** Returns whether it cannot begin before one of those goes on which the test is true for. */
  boolean cannotStartWithout(Predicate<RunspaceCore> heldUp) {
    PoolDispatcher queue = queue();
    return queue == null ? heldUp.test(runspace) : queue.isExhaustedBy(heldUp);
  }

  /** Returns the thread on which it runs, if it does. */
  @Nullable Thread runner() {
    return progress.runner();
  }

  /** Notes that somebody has learned from it how it ended, or is sure to. */
  Invocation<T> observed() {
    askers.tell();
    return this;
  }

  /** Returns those who learn from it how it ends. */
  Askers askers() {
    return askers;
  }

  /**
   * {@return the runspace in which it runs; of one begun in a pool the pool's own, until it runs}
   */
  public Runspace runspace() {
    return handle;
  }

  /** {@return its state now} */
  public InvocationState state() {
    Outcome<T> outcome = ended.getNow(null);
    return outcome == null ? progress.state() : outcome.state();
  }

  /** {@return what it has written so far, in order; an immutable copy} */
  public List<Object> output() {
    return written.output();
  }

  /**
   * Returns all that it writes, while it writes: output, errors, warnings, progress and so on. They
   * are completed when it ends. What is taken out of the output there is not in the outcome again.
   *
   * @return its streams, always the same
   */
  public Streams streams() {
    Streams streams = written.streams();
    writesFromNowOn(streams);
    return streams;
  }

  /** Tells whether these are its own. */
  boolean areItsOwn(Streams streams) {
    return written.streamsIfMade() == streams;
  }

  /** {@return how it ended, or empty while it has not} */
  public Optional<Outcome<T>> outcome() {
    Outcome<T> outcome = ended.getNow(null);
    if (outcome != null) {
      askers.tell();
    }
    return Optional.ofNullable(outcome);
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
   * Waits until it has ended, but not longer than this. A script that only this thread can run is
   * run in the midst of the wait, which then lasts until that script has ended, however long:
   * nobody stops it. {@link Runspace#invoke(Script, Duration)} has it stopped in time.
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
    return await(Deadline.after(timeout), timeout);
  }

  /** Waits as {@link #await(Duration)} does, until a moment that was found before. */
  T await(Deadline deadline, Duration timeout) throws InterruptedException {
    if (!await(deadline)) {
      throw tooLate(timeout);
    }
    return valueOf(ended.join());
  }

  /** Returns what to throw if it has not ended within that time. */
  WaitTimeoutException tooLate(Duration timeout) {
    return new WaitTimeoutException("the script in runspace \"" + runspace.name() + "\"", timeout);
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
    Stop stop = progress.stop();
    switch (stop) {
      case WITHDRAWN -> end(new Outcome<>(InvocationState.STOPPED, null, output(), null));
      case INTERRUPTED -> StubbornScripts.nameIfItGoesOn(ended, runspace);
      case WITHDRAWN_BEFORE, WITHOUT_EFFECT -> {}
    }
    return stop == Stop.WITHDRAWN || stop == Stop.WITHDRAWN_BEFORE;
  }

  /**
   * Returns a future for code that cannot wait: it ends as {@link #await()} would, on the
   * runspace's thread, and cancelling it stops the invocation. Inside a runspace {@code join} and
   * {@code get}, also of what is made of it by {@code thenApply} and the like, wait as {@link
   * #await()} does. Of a future that was made otherwise, as by {@code allOf}, nobody can tell which
   * scripts it waits for: in its own runspace it would wait for ever.
   *
   * @return a new future
   */
  public CompletableFuture<T> toFuture() {
    askers.tell();
    CompletableFuture<T> future = new InvocationFuture<>(this);
    CompletableFuture<?> unused =
        future.whenComplete(
            (value, failure) -> {
              if (future.isCancelled()) {
                stop();
              }
            });
    CompletableFuture<?> unusedEnd = ended.thenAccept(outcome -> end(future, outcome));
    return future;
  }

  private void end(CompletableFuture<T> future, Outcome<T> outcome) {
    try {
      future.complete(valueOf(outcome));
    } catch (InvocationFailedException | InvocationStoppedException failure) {
      // Wrapped: it is not the future that somebody has cancelled.
      future.completeExceptionally(new CompletionException(failure));
    }
  }

  @Override
  public String toString() {
    return "invocation in runspace \"" + runspace.name() + "\": " + state();
  }

  /** Has something done when it has ended, before anybody who waits for it goes on. */
  void beforeOthersLearn(Runnable cleanUp) {
    CompletableFuture<Void> unused = ending.thenRun(cleanUp);
  }

  /** Ends when it has ended; never fails. */
  CompletableFuture<Outcome<T>> ended() {
    return ended;
  }

  RunspaceCore core() {
    return runspace;
  }

  /** Has it run in another runspace than the one in which it was begun. Called before it runs. */
  void moveTo(RunspaceCore other) {
    runspace.invocations().forget(this);
    runspace = other;
    handle = other.handle();
    other.invocations().adopt(this);
  }

  /** Ends it without running it, because there is no runspace for it. */
  void fail(Throwable reason) {
    if (progress.skip()) {
      end(new Outcome<>(InvocationState.FAILED, null, output(), reason));
    }
  }

  boolean isRunning() {
    return progress.isRunning();
  }

  /** Runs the script, unless it was stopped before. Called on the runspace's thread. */
  void run() {
    Caller waiting = caller;
    if (!runspace.acceptsWork() || (waiting != null && waiting.isTooLateHere())) {
      stop();
    }
    if (!progress.begin()) {
      // Again: it may have been stopped just before the runspace took it.
      runspace.invocations().forget(this);
      return;
    }
    if (waiting != null) {
      waiting.stopInTime(this);
    }
    T value = null;
    Throwable failure = null;
    runspace.invocations().enter();
    Object mark = Flight.RECORDER.beginInvocation(runspace.name());
    try {
      value = task.script().run(new InvocationContext(this, Arguments.NONE));
    } catch (Throwable thrown) {
      failure = thrown;
    }
    InvocationState last = progress.end(failure);
    Flight.RECORDER.endInvocation(mark, last.name());
    runspace.invocations().leave();
    if (!ended.isDone()) { // not given up meanwhile, see abandon()
      boolean completed = last == InvocationState.COMPLETED;
      end(new Outcome<>(last, completed ? value : null, output(), failure));
    }
  }

  /** Ends an invocation whose script does not come back, so that nobody waits for it for ever. */
  void abandon() {
    stop();
    finish(new Outcome<>(InvocationState.STOPPED, null, output(), null));
  }

  private void end(Outcome<T> outcome) {
    Throwable error = outcome.error();
    try {
      if (outcome.state() == InvocationState.FAILED && error != null) {
        // Before the future ends: whoever wakes up by it may close what should hear of the error.
        reportError(error);
        writeLast(new StreamItem(StreamName.ERROR, error));
      }
    } finally {
      finish(outcome);
    }
  }

  private void finish(Outcome<T> outcome) {
    runspace.invocations().forget(this);
    written.complete();
    ending.complete(null);
    ended.complete(outcome);
    writesNoMore();
  }

  /** Whoever reads what the caller has supplied waits for it too from now on. */
  void writesFromNowOn() {
    Streams copy = task.copy();
    if (copy != null) {
      writesFromNowOn(copy);
    }
  }

  private void writesFromNowOn(Streams there) {
    if (!ended.isDone()) {
      StreamWriters.add(there, this);
      if (ended.isDone()) {
        writesNoMore(); // it has ended meanwhile, and may have missed it
      }
    }
  }

  private void writesNoMore() {
    Streams own = written.streamsIfMade();
    if (own != null) {
      StreamWriters.remove(own, this);
    }
    Streams copy = task.copy();
    if (copy != null) {
      StreamWriters.remove(copy, this);
    }
  }

  /** Makes it an error event, and, unless somebody asks this invocation, an uncaught error. */
  void reportError(Throwable error) {
    var occurred = ErrorOccurred.outsideHandlers(error, runspace.name());
    runspace
        .events()
        .reportError(
            occurred,
            () -> {
              UnaskedErrors elsewhere = unaskedErrors;
              UnaskedErrors here = runspace.invocations().unaskedErrors();
              (elsewhere == null ? here : elsewhere).take(this, occurred);
            });
  }

  void write(StreamItem item) {
    written.write(item);
    Streams copy = task.copy();
    if (copy != null) {
      copy.write(item);
    }
  }

  /** Writes where somebody still reads: who has completed a stream has the outcome all the same. */
  private void writeLast(StreamItem item) {
    writeLast(written::write, item);
    Streams copy = task.copy();
    if (copy != null) {
      writeLast(copy::write, item);
    }
  }

  private void writeLast(Consumer<StreamItem> there, StreamItem item) {
    try {
      there.accept(item);
    } catch (IllegalStateException completed) {
      LOG.log(Level.DEBUG, "nobody reads the errors of " + this, completed);
    }
  }

  DataCollection<Object> input() {
    return task.input();
  }

  boolean noticesStop() {
    return progress.noticesStop();
  }

  private boolean await(Deadline deadline) throws InterruptedException {
    refuseFromItsOwnScript();
    askers.come();
    try {
      boolean inTime = await(ended, deadline);
      if (inTime) {
        askers.tell();
      }
      return inTime;
    } finally {
      askers.leave();
    }
  }

  /** Waits for what its end brings about. */
  boolean awaitFromOutside(CompletableFuture<?> consequence, Deadline deadline)
      throws InterruptedException {
    refuseFromItsOwnScript();
    return await(consequence, deadline);
  }

  private boolean await(CompletableFuture<?> awaited, Deadline deadline)
      throws InterruptedException {
    if (!deadline.hasPassed()) {
      boolean unused = runIfOnlyThisThreadCan();
    }
    if (awaited.isDone()) {
      return true;
    }
    if (Worker.current() == null) { // most waits are outside, and need not be noted
      return Waiting.awaitWork(awaited, deadline, runspace.worker());
    }
    return Nesting.await(
        List.of(this), () -> Waiting.awaitWork(awaited, deadline, runspace.worker()));
  }

  /**
   * Runs it in the midst of a wait in its own runspace. It alone: and not one after the other all
   * that waits before it, each in the midst of the one before, for which no stack is deep enough.
   *
   * @return whether there was need for that
   */
  boolean runIfOnlyThisThreadCan() {
    boolean needed =
        queue() == null && runspace.isCurrent() && state() == InvocationState.NOT_STARTED;
    if (needed) {
      runspace.worker().inTheMidst(this::run);
    }
    return needed;
  }

  /** Returns whether the calling thread is in its script. */
  boolean isRunningHere() {
    return progress.isRunningHere();
  }

  /**
   * Its script, or what runs in the middle of it, would wait for an end that it holds up itself.
   */
  void refuseFromItsOwnScript() {
    if (progress.isRunningHere()) {
      throw new InvalidInvocationStateException(
          "await",
          "this is called by the script itself, which would wait for its own end",
          "return from the script instead");
    }
  }

  @SuppressWarnings("NullAway") // the value of a completed script is a T, which may include null
  private T valueOf(Outcome<T> outcome) {
    Throwable error = outcome.error();
    return switch (outcome.state()) {
      case COMPLETED -> outcome.value();
      case FAILED -> throw new InvocationFailedException(runspace, error);
      default -> throw new InvocationStoppedException(runspace.name(), error);
    };
  }
}
