package dev.runspaces;

import com.google.common.eventbus.EventBus;
import dev.runspaces.delivery.DeliveryContext;
import dev.runspaces.delivery.EventHub;
import dev.runspaces.event.EngineEvents;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.EventManager;
import dev.runspaces.event.Registration;
import dev.runspaces.eventbus.RunspaceEventBus;
import dev.runspaces.thread.WaitRefusedException;
import dev.runspaces.worker.Deadline;
import dev.runspaces.worker.Waiting;
import dev.runspaces.worker.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

  private final long id = Registry.instance().nextId();
  private final String name;
  private final @Nullable Runspace parent;

  private final Variables variables = new Variables();
  private final Lifecycle lifecycle;
  private final Worker worker;
  private final EventHub events;
  private final RunspaceEventBus bus;
  private final OwnedResources resources = new OwnedResources();
  private final Invocations invocations = new Invocations(this);
  private final Closing closing = new Closing(this);
  private final Opening opening;
  private final UncaughtErrors uncaughtErrors;

  Runspace(RunspaceBuilder description) {
    name = description.name();
    parent = description.parent();
    opening = new Opening(this, closing, description.startup());
    uncaughtErrors =
        new UncaughtErrors(parent == null ? null : parent.uncaughtErrors, description.uncaught());
    worker = new Worker(this, "runspace-" + name, description.carrier());
    description.variables().forEach(variables::set);
    lifecycle = new Lifecycle(name);
    events = new EventHub(new Deliveries(), parent == null ? null : parent.events);
    bus = new RunspaceEventBus(name, events);
    lifecycle.addListener(change -> events.announce(EngineEvents.STATE_CHANGED, change));
  }

  /** {@return its number in this JVM, from 1, never used again} */
  public long id() {
    return id;
  }

  /** {@return its name} */
  public String name() {
    return name;
  }

  /** {@return the runspace that it was opened in, if any} */
  public Optional<Runspace> parent() {
    return Optional.ofNullable(parent);
  }

  /** {@return the runspaces opened in this one that are not closed, oldest first; immutable} */
  public List<Runspace> children() {
    return resources.ofType(Runspace.class);
  }

  /** {@return its state now} */
  public RunspaceState state() {
    return lifecycle.state();
  }

  /** {@return what its start-up threw, if it is {@link RunspaceState#BROKEN}} */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(lifecycle.snapshot().cause());
  }

  /** {@return its variables} */
  public Variables variables() {
    return variables;
  }

  /** {@return its events} */
  public EventManager events() {
    return events;
  }

  /**
   * Returns its events as a Guava event bus: register {@code @Subscribe} classes on it, and post to
   * it. Subscribers are called on the runspace's thread, in order; one that throws becomes an error
   * event. {@code post} returns before the event is delivered.
   *
   * @return the bus, always the same
   */
  public EventBus bus() {
    return bus;
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
    opening.open();
    return this;
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
    return new RunspaceBuilder(childName, this);
  }

  /**
   * Begins to run a script, and returns. Scripts run in the order in which they were begun.
   *
   * @param script what to run
   * @param <T> the type of its value
   * @return the invocation
   * @throws InvalidRunspaceStateException if the runspace is not open
   */
  public <T extends @Nullable Object> Invocation<T> begin(Script<T> script) {
    return invocations.begin(Invocations.writingItsValue(script));
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
    return invocations.beginAwaited(Invocations.writingItsValue(script)).await();
  }

  /** {@return a new, empty shell, for several scripts or for running them again} */
  public Shell shell() {
    return new Shell(this);
  }

  /**
   * Calls a listener on each change of state, in order, on a thread that makes a change: not always
   * its own, when two are made at once. What it throws is logged.
   *
   * @param listener what to call
   * @return closing it removes the listener
   */
  public Registration onStateChanged(Consumer<? super RunspaceStateChanged> listener) {
    return lifecycle.addListener(listener);
  }

  /**
   * Hands over something that is to be closed with this runspace, at the latest: newest first,
   * before running scripts are stopped, so that its last events still arrive.
   *
   * @param resource what to close; its {@code close} must be harmless when called twice
   * @return closing it hands the resource back: it is then not closed with the runspace
   * @throws InvalidRunspaceStateException if the runspace is closed, or nearly; the resource is
   *     then not closed
   */
  public Registration own(AutoCloseable resource) {
    if (!resources.add(resource)) {
      throw new InvalidRunspaceStateException(
          "own", this, "OPENED", "close the resource where it was made");
    }
    return () -> resources.remove(resource);
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
   * once as well, and the closing goes on elsewhere.
   *
   * @param timeout how long to wait for scripts that do not stop; after it they are named in the
   *     log and left behind, and the runspace is closed all the same
   * @throws RunspaceCloseException if something that it owned failed to close; the runspace is
   *     closed, and every failure is suppressed in the exception
   */
  public void close(Duration timeout) {
    closing.close(Deadline.after(timeout));
  }

  @Override
  public String toString() {
    return "runspace \"" + name + "\" (" + id + ") " + state();
  }

  boolean isCurrent() {
    return worker.isCurrentThread();
  }

  Worker worker() {
    return worker;
  }

  Lifecycle lifecycle() {
    return lifecycle;
  }

  OwnedResources resources() {
    return resources;
  }

  Invocations invocations() {
    return invocations;
  }

  UncaughtErrors uncaughtErrors() {
    return uncaughtErrors;
  }

  EventHub hub() {
    return events;
  }

  /** Whether scripts may be begun, be it those of the start-up. */
  boolean acceptsWork() {
    RunspaceState now = state();
    boolean startingUp = now == RunspaceState.OPENING && opening.hasStartup();
    return now == RunspaceState.OPENED || startingUp;
  }

  /** What the hub needs of this runspace. */
  private final class Deliveries implements DeliveryContext {
    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean isBegun() {
      return state() != RunspaceState.BEFORE_OPEN;
    }

    @Override
    public void execute(Runnable delivery) {
      worker.deliver(delivery);
    }

    @Override
    public boolean await(CompletableFuture<?> future, Duration timeout)
        throws InterruptedException {
      return Waiting.awaitDelivery(future, Deadline.after(timeout), worker);
    }

    @Override
    public void uncaught(ErrorOccurred error) {
      uncaughtErrors.take(error);
    }
  }
}
