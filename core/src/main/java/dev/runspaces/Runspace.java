package dev.runspaces;

import com.google.common.eventbus.EventBus;
import dev.runspaces.event.Event;
import dev.runspaces.event.EventManager;
import dev.runspaces.event.Registration;
import dev.runspaces.thread.WaitRefusedException;
import dev.runspaces.thread.WaitTimeoutException;
import dev.runspaces.worker.Deadline;
import dev.runspaces.worker.Waiting;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A named place where code runs: scripts and event handlers, on one thread of its own, one at a
 * time. PowerShell's {@code Runspace}. Open one with {@link Runspaces#open(String)}.
 *
 * <p>All methods may be called on any thread, also inside the runspace; none of them deadlocks with
 * itself. The thread is a daemon, and started with the first thing to do.
 */
public final class Runspace implements AutoCloseable {
  /** How long {@link #close()} waits for scripts that were asked to stop. */
  public static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  private final RunspaceCore core;

  /** Keeps the parent's handle: as long as this one is held, nobody has forgotten the parent. */
  private final @Nullable Runspace parent;

  Runspace(RunspaceCore core) {
    this.core = core;
    this.parent = core.parent().map(RunspaceCore::handle).orElse(null);
  }

  /** {@return its number in this JVM, from 1, never used again} */
  public long id() {
    return core.id();
  }

  /** {@return its number in the world: no other runspace of any JVM has it} */
  public UUID instanceId() {
    return core.instanceId();
  }

  /** {@return its name} */
  public String name() {
    return core.name();
  }

  /** {@return the runspace that it was opened in, if any} */
  public Optional<Runspace> parent() {
    return Optional.ofNullable(parent);
  }

  /** {@return the runspaces opened in this one that are not closed, oldest first; immutable} */
  public List<Runspace> children() {
    return core.children().stream().map(RunspaceCore::handle).toList();
  }

  /** {@return its state now} */
  public RunspaceState state() {
    return core.state();
  }

  /** {@return whether it has time for a script now; {@code NONE} unless it is open} */
  public RunspaceAvailability availability() {
    return core.lifecycle().snapshot().availability();
  }

  /** {@return what its start-up threw, if it is {@link RunspaceState#BROKEN}} */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(core.lifecycle().snapshot().cause());
  }

  /** {@return its variables} */
  public Variables variables() {
    return core.variables();
  }

  /** {@return its events} */
  public EventManager events() {
    return core.events();
  }

  /**
   * Returns its events as a Guava event bus: register {@code @Subscribe} classes on it, and post to
   * it. Subscribers are called on the runspace's thread, in order, one at a time also where
   * {@code @AllowConcurrentEvents} would allow more; one that throws becomes an error event.
   *
   * <p>Called by the runspace's own code, {@code post} returns when its subscribers have been told,
   * as that of Guava's {@code EventBus} does: of what was raised before, of this, and of what they
   * post themselves meanwhile. A subscriber does not wait for that; what it posts is told after
   * what it was told of. Called on any other thread, {@code post} returns before that, as that of
   * {@code AsyncEventBus} does; so it does on a thread that must not be held up, such as the EDT,
   * where other events wait before it, and where the thread is interrupted meanwhile. {@link
   * EventManager#raise} and {@link EventManager#post} return before that everywhere.
   *
   * @return the bus, always the same
   */
  public EventBus bus() {
    return core.bus();
  }

  /**
   * Registers a listener with {@code @Subscribe} methods on {@link #bus()}, and gives a handle for
   * taking it off: for a try block, or for another runspace or a window to own. When the handle is
   * closed nothing more arrives, not even what was already queued; closing it again does nothing.
   * At the latest it ends with this runspace.
   *
   * <p>A listener that is registered several times is told once, until all its handles are closed
   * and, where it was also registered by {@link EventBus#register}, until it is unregistered.
   * {@link EventBus#unregister} ends it at once, whatever handles there are.
   *
   * @param listener the listener; its class may have any visibility, if its module opens its
   *     package to this library
   * @return closing it takes the listener off
   * @throws IllegalArgumentException if one of its {@code @Subscribe} methods cannot be a
   *     subscriber; none is then registered
   * @throws IllegalStateException if the runspace is closed
   * @see Runspaces#register(EventBus, Object)
   */
  public Registration register(Object listener) {
    Objects.requireNonNull(listener, "register: a subscriber is needed");
    return core.bus().registerScoped(listener);
  }

  /**
   * Connects another event bus with {@link #bus()}, in both directions: an application's own,
   * asynchronous or not, or another runspace's.
   *
   * <ul>
   *   <li>What is posted there is told to the subscribers of this runspace, as if it had been
   *       posted here, except that nobody is told of a {@link com.google.common.eventbus.DeadEvent}
   *       if there are none. What is posted before this runspace is opened is not told.
   *   <li>What is raised or posted here, or comes from a runspace below, is posted there, if it has
   *       a payload: in order, by this runspace's thread; or by that of another runspace which is
   *       connected with it, too, and is at work on an earlier event of the same source. Unless
   *       that bus is asynchronous its subscribers are called by that thread. What the library
   *       itself has to tell stays here: errors, changes of state, dead events; and requests do,
   *       for which an answer could not come back.
   *   <li>An event comes to each bus and runspace once, however they are connected, and never back.
   *       An object that is posted twice is two events. If an asynchronous bus refuses one of ours,
   *       the next post of that very object on it may be taken for it, as long as any runspace is
   *       connected with it.
   *   <li>Subscribers that fail are the affair of their bus. If it fails itself, because its
   *       executor refuses work, say, that is an error event here.
   *   <li>What is posted there finds room here as what is raised here does ({@link
   *       dev.runspaces.event.Overflow}): it may hold up the thread that brings it. If it is
   *       refused, an application's bus has the {@link dev.runspaces.event.EventOverflowException},
   *       as of a subscriber that fails: its {@link
   *       com.google.common.eventbus.SubscriberExceptionHandler} is told, and whoever has posted it
   *       is not. Another runspace has it as an error event. All others are told of the event.
   *   <li>An event that nobody else hears is a dead one here, and pending, as without the
   *       connection. On an application's bus there are no dead events as long as it is connected:
   *       the connection hears all.
   * </ul>
   *
   * <p>The connection ends with this runspace, after its last event, or with the other one, or when
   * it is closed: then nothing more passes, either way. PowerShell has nothing of the kind; {@code
   * Register-EngineEvent -Forward} comes near.
   *
   * @param other the bus to connect with; two connections with the same one do what one does
   * @return closing it ends the connection
   * @throws IllegalArgumentException if it is this runspace's own bus
   * @throws IllegalStateException if this runspace is closed, or the one whose bus it is
   */
  public Registration connect(EventBus other) {
    Objects.requireNonNull(other, "connect: an event bus is needed");
    return core.bus().connect(other);
  }

  /**
   * Opens a runspace that was {@linkplain RunspaceBuilder#create() created}: registers it, and runs
   * its start-up.
   *
   * @return this runspace, {@link RunspaceState#OPENED}
   * @throws RunspaceOpenException if the start-up fails, or it is closed meanwhile
   * @throws InvalidRunspaceStateException if it was opened before, or its parent is not open
   * @throws WaitRefusedException if there is a start-up script and this thread must not wait
   */
  public Runspace open() {
    core.opening().open();
    return this;
  }

  /**
   * Opens a runspace as {@link #open()} does, but waits no longer than this for its start-up. One
   * that runs on the calling thread is asked to stop in time, but only its end ends the call: if it
   * has done all its work, the runspace is open.
   *
   * @param timeout how long to wait at most, from zero
   * @return this runspace, {@link RunspaceState#OPENED}
   * @throws WaitTimeoutException if the time runs out; the runspace is then {@link
   *     RunspaceState#BROKEN} with this as its {@linkplain #failure() cause}, its start-up is asked
   *     to stop, and what it owns is closed elsewhere
   * @throws RunspaceOpenException if the start-up fails, or it is closed meanwhile
   * @throws InvalidRunspaceStateException if it was opened before, or its parent is not open
   * @throws WaitRefusedException if there is a start-up script and this thread must not wait
   */
  public Runspace open(Duration timeout) {
    core.opening().open(timeout);
    return this;
  }

  /**
   * Begins to open a runspace that was {@linkplain RunspaceBuilder#create() created}, without
   * waiting for its start-up. PowerShell's {@code OpenAsync}.
   *
   * @return ends when it is {@link RunspaceState#OPENED}, or with what {@link #open()} would throw;
   *     cancelling it closes the runspace
   * @throws InvalidRunspaceStateException if it was opened before, or its parent is not open
   */
  public CompletableFuture<Runspace> openAsync() {
    return core.opening().openAsync(this);
  }

  /**
   * Opens a runspace below this one: it is closed with this one at the latest, and its events reach
   * this one's subscribers.
   *
   * @param childName its name
   * @return the child, open
   * @throws InvalidRunspaceStateException if this runspace is not open
   */
  public Runspace open(String childName) {
    return builder(childName).open();
  }

  /**
   * Starts to describe a runspace below this one.
   *
   * @param childName its name
   * @return a builder
   */
  public RunspaceBuilder builder(String childName) {
    return new RunspaceBuilder(childName, core);
  }

  /**
   * Begins to run a script, and returns. Scripts run in the order in which they were begun; only
   * one that is awaited inside this runspace runs at once, in the midst of the code that waits.
   *
   * @param script what to run
   * @param <T> the type of its value
   * @return the invocation
   * @throws InvalidRunspaceStateException if the runspace is not open
   */
  public <T extends @Nullable Object> Invocation<T> begin(Script<T> script) {
    return core.invocations().begin(Task.writingItsValue(script));
  }

  /**
   * Runs a script and waits for it: {@code begin(script).await()}. Inside this runspace itself it
   * runs in place.
   *
   * @param script what to run
   * @param <T> the type of its value
   * @return the script's value
   * @throws InvocationFailedException if it failed; the cause is what it threw
   * @throws InvocationStoppedException if it was stopped
   * @throws InvalidRunspaceStateException if the runspace is not open
   * @throws InterruptedException if the waiting thread is interrupted; the script goes on
   * @throws WaitRefusedException if this thread must not wait
   */
  public <T extends @Nullable Object> T invoke(Script<T> script) throws InterruptedException {
    Waiting.refuseWhereForbidden();
    try (Caller caller = Caller.patient()) {
      return caller.await(core.invocations().begin(Task.writingItsValue(script), caller));
    }
  }

  /**
   * Runs a script as {@link #invoke(Script)} does, but for no longer than this. One that runs on
   * the calling thread, as inside this runspace itself, is asked to stop in time as well, but only
   * its end ends the call: if it has a value all the same, that is returned.
   *
   * @param script what to run
   * @param timeout how long to wait at most, from zero
   * @param <T> the type of its value
   * @return the script's value
   * @throws WaitTimeoutException if the time runs out; the script is asked to stop then. To let it
   *     go on, call {@link #begin} and {@link Invocation#await(Duration)}
   * @throws InvocationFailedException if it failed; the cause is what it threw
   * @throws InvocationStoppedException if it was stopped
   * @throws InvalidRunspaceStateException if the runspace is not open
   * @throws InterruptedException if the waiting thread is interrupted; the script goes on
   * @throws WaitRefusedException if this thread must not wait
   */
  public <T extends @Nullable Object> T invoke(Script<T> script, Duration timeout)
      throws InterruptedException {
    Waiting.refuseWhereForbidden();
    try (Caller caller = Caller.within(timeout)) {
      return caller.await(core.invocations().begin(Task.writingItsValue(script), caller));
    }
  }

  /**
   * Brings its variables back to what they were when it was made, forgets pending events, and runs
   * its start-up again: as one piece of work, after the scripts begun before. What it owns and its
   * subscriptions stay. PowerShell's {@code ResetRunspaceState}.
   *
   * @throws InvocationFailedException if the start-up fails now; the variables that it had set
   *     until then are there
   * @throws InvalidRunspaceStateException if the runspace is not open
   * @throws InterruptedException if the waiting thread is interrupted; the reset goes on
   * @throws WaitRefusedException if this thread must not wait
   */
  public void reset() throws InterruptedException {
    invoke(core.opening().again());
  }

  /**
   * Resets it as {@link #reset()} does, but does not wait longer than this; see {@link
   * Invocation#await(Duration)}.
   *
   * @param timeout how long to wait at most, from zero
   * @throws WaitTimeoutException if the time runs out; the reset goes on
   * @throws InvocationFailedException if the start-up fails now
   * @throws InvalidRunspaceStateException if the runspace is not open
   * @throws InterruptedException if the waiting thread is interrupted; the reset goes on
   * @throws WaitRefusedException if this thread must not wait
   */
  public void reset(Duration timeout) throws InterruptedException {
    Waiting.refuseWhereForbidden();
    Deadline deadline = Deadline.after(timeout); // refuses one that is none before it is begun
    try (Caller caller = Caller.patient()) {
      Void unused =
          core.invocations()
              .begin(Task.of(core.opening().again()), caller)
              .await(deadline, timeout);
    }
  }

  /** {@return the invocations that have not ended, in no order; immutable} */
  public List<Invocation<?>> invocations() {
    return core.invocations().list();
  }

  /** {@return a new, empty shell, for several scripts or for running them again} */
  public Shell shell() {
    return new Shell(this, core.invocations()::startNow);
  }

  /**
   * Calls a listener on each change of state, in order, on a thread that makes a change: not always
   * its own, when two are made at once. What it throws is logged.
   *
   * @param listener what to call
   * @return closing it removes the listener
   */
  public Registration onStateChanged(Consumer<? super RunspaceStateChanged> listener) {
    return core.lifecycle().addStateListener(listener);
  }

  /**
   * Calls a listener when the runspace begins to run scripts and when it has ended that, in order,
   * also with the changes of state; on a thread that makes a change. What it throws is logged.
   *
   * @param listener what to call
   * @return closing it removes the listener
   */
  public Registration onAvailabilityChanged(
      Consumer<? super RunspaceAvailabilityChanged> listener) {
    return core.lifecycle().addAvailabilityListener(listener);
  }

  /**
   * Hands over something that is to be closed with this runspace, at the latest: newest first,
   * before running scripts are stopped, so that its last events still arrive. It is closed on a
   * thread of this library's, unless who closes is inside the runspace.
   *
   * @param resource what to close; its {@code close} must be harmless when called twice, may close
   *     runspaces, and must not wait for a script of the runspace whose code closes this one
   * @return closing it hands the resource back: it is then not closed with the runspace
   * @throws InvalidRunspaceStateException if the runspace is closed, or nearly; the resource is
   *     then not closed
   */
  public Registration own(AutoCloseable resource) {
    // An object of its own: what was handed over twice can be taken back once.
    Objects.requireNonNull(resource, "own: a resource is needed");
    AutoCloseable owned = () -> resource.close();
    if (!core.resources().add(owned)) {
      throw new InvalidRunspaceStateException(
          "own", core, "OPENED", "close the resource where it was made");
    }
    return () -> core.resources().remove(owned);
  }

  /** Closes it as {@link #close(Duration)} does, with {@link #CLOSE_TIMEOUT}. */
  @Override
  public void close() {
    close(CLOSE_TIMEOUT);
  }

  /**
   * Closes it, completely: children and other resources newest first, then its scripts are stopped,
   * the events raised so far are delivered, and subscriptions end. Closing it again does nothing
   * but wait for that.
   *
   * <p>Called inside the runspace itself it returns at once, and the closing is completed when the
   * code that runs has returned. Called inside a runspace below it while it is being closed it
   * returns at once too: closing waits for that code. On a thread that must not wait it returns at
   * once as well, and the closing goes on elsewhere. Two runspaces whose code closes each other at
   * the same time wait for each other until the time-out: {@link #closeAsync} waits for nobody.
   *
   * <p>What was handed over to {@link #own} is closed on a thread of the library's, or on this one
   * where that must not wait or is inside the runspace. What does not close in time is interrupted
   * and left behind; that is a failure, whose stack says where it hangs.
   *
   * @param timeout how long to wait for resources and for scripts that do not stop; after it
   *     scripts are named in the log and left behind, and the runspace is closed all the same. A
   *     resource has a quarter of a second at least
   * @throws RunspaceCloseException if something that it owned failed to close; the runspace is
   *     closed, and every failure is suppressed in the exception
   */
  public void close(Duration timeout) {
    try {
      core.closing().close(Deadline.after(timeout));
    } finally {
      // Who is just closing it has not forgotten it; without this the JIT compiler lets it go here.
      Reference.reachabilityFence(this);
    }
  }

  /**
   * Closes it as {@link #close()} does, but elsewhere, and returns at once: for threads that must
   * not wait and yet have to know when it is closed. PowerShell's {@code CloseAsync}.
   *
   * @return ends when it is closed, whoever closes it, or with the {@link RunspaceCloseException}
   *     that {@link #close()} would throw; cancelling it changes nothing
   */
  public CompletableFuture<Void> closeAsync() {
    return core.closing().closeAsync(this);
  }

  /**
   * Closes it as {@link #closeNow(Duration)} does, with {@link #CLOSE_TIMEOUT}.
   *
   * @return the events that were not delivered here, see there
   */
  public List<Event> closeNow() {
    return closeNow(CLOSE_TIMEOUT);
  }

  /**
   * Closes it, and the runspaces below it, without delivering the events that are accepted and not
   * delivered yet: they are handed back. A handler that is running is interrupted, as scripts are.
   * Otherwise it closes as {@link #close(Duration)} does.
   *
   * <p>It also hands back what an earlier closing has left undelivered, because some code did not
   * come to an end.
   *
   * @param timeout how long to wait for code that does not stop
   * @return the events that were not delivered here and will not be, in order, those of runspaces
   *     below first, each handed over once; also such as some have heard, but not a subscription
   *     whose executor had not begun with it; errors are not among them, they climb; immutable
   * @throws RunspaceCloseException if something that it owned failed to close; the runspace is
   *     closed, and calling this again returns the events
   */
  public List<Event> closeNow(Duration timeout) {
    try {
      return core.closing().closeNow(Deadline.after(timeout));
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public String toString() {
    return core.toString();
  }

  RunspaceCore core() {
    return core;
  }
}
