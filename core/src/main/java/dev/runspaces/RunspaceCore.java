package dev.runspaces;

import dev.runspaces.delivery.DeliveryContext;
import dev.runspaces.delivery.EventHub;
import dev.runspaces.event.EngineEvents;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Overflow;
import dev.runspaces.eventbus.RunspaceEventBus;
import dev.runspaces.worker.Deadline;
import dev.runspaces.worker.Letter;
import dev.runspaces.worker.Waiting;
import dev.runspaces.worker.Worker;
import java.lang.ref.Cleaner.Cleanable;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a runspace is made of. {@link Runspace}, which users hold, is its handle: parts know the
 * core alone, so that a handle which nobody holds any more tells that its runspace was forgotten.
 */
final class RunspaceCore implements AutoCloseable {
  private final long id = Registry.instance().nextId();
  private final String name;
  private final @Nullable RunspaceCore parent;
  private final Map<String, Object> initialVariables;

  /** What is below another is closed with it, and needs no watch. */
  private final @Nullable CreationSite madeAt;

  private final Variables variables = new Variables();
  private final Lifecycle lifecycle;
  private final Worker worker;
  private final EventHub events;

  /** Made when it is asked for first, as most are never asked. Written under {@code this}. */
  private volatile @Nullable RunspaceEventBus bus;

  /** Whether the bus has ended, be it before it was made. Guarded by {@code this}. */
  private boolean busEnded;

  private final OwnedResources resources = new OwnedResources();
  private final Invocations invocations = new Invocations(this);
  private final Closing closing = new Closing(this);
  private final Opening opening;
  private final Idleness idleness = new Idleness(this);
  private final UncaughtErrors uncaughtErrors;

  /** Guarded by {@code this}. */
  private @Nullable WeakReference<Runspace> handle;

  /** What runs scripts in the runspaces below, if this is the runspace of a pool. */
  private volatile @Nullable PoolDispatcher pool;

  private volatile @Nullable Cleanable watch;

  /** Guarded by {@code this}. */
  private @Nullable UUID instanceId;

  RunspaceCore(RunspaceBuilder description) {
    name = description.name();
    parent = description.parent();
    madeAt = parent == null ? CreationSite.here() : null;
    opening = new Opening(this, closing, description.startup());
    uncaughtErrors =
        new UncaughtErrors(parent == null ? null : parent.uncaughtErrors, description.uncaught());
    worker = new Worker(this, name, description.carrier());
    worker.whenIdle(idleness::check);
    initialVariables = Map.copyOf(description.variables());
    initialVariables.forEach(variables::set);
    lifecycle = new Lifecycle(name, this::isAvailabilityHeard, this::announceAvailability);
    events = new EventHub(new Deliveries(description), parent == null ? null : parent.events);
    lifecycle.addStateListener(change -> events.announce(EngineEvents.STATE_CHANGED, change));
  }

  private boolean isAvailabilityHeard() {
    return events.hasSubscriberFor(EngineEvents.AVAILABILITY_CHANGED);
  }

  private void announceAvailability(RunspaceAvailabilityChanged change) {
    if (isAvailabilityHeard()) {
      events.announce(EngineEvents.AVAILABILITY_CHANGED, change);
    }
  }

  /** Returns the handle: the one that somebody holds, or another. */
  synchronized Runspace handle() {
    Runspace held = handle == null ? null : handle.get();
    if (held == null) {
      held = new Runspace(this);
      handle = new WeakReference<>(held);
    }
    return held;
  }

  /** From now on, somebody who forgets the handle is told. */
  void watch() {
    if (madeAt != null) {
      watch = Leaks.watch(handle(), this);
    }
  }

  void endWatch() {
    Cleanable watched = watch;
    if (watched != null) {
      watched.clean();
    }
  }

  @Nullable CreationSite madeAt() {
    return madeAt;
  }

  long id() {
    return id;
  }

  /** Made when it is asked for first: whoever looks for it must have it from here. */
  synchronized UUID instanceId() {
    if (instanceId == null) {
      instanceId = UUID.randomUUID();
    }
    return instanceId;
  }

  String name() {
    return name;
  }

  Optional<RunspaceCore> parent() {
    return Optional.ofNullable(parent);
  }

  /** Returns whether it is this one, or in one that is. */
  boolean isOrIsBelow(RunspaceCore other) {
    RunspaceCore one = this;
    while (one != null && one != other) {
      one = one.parent;
    }
    return one != null;
  }

  List<RunspaceCore> children() {
    return resources.ofType(RunspaceCore.class);
  }

  RunspaceState state() {
    return lifecycle.snapshot().state();
  }

  Variables variables() {
    return variables;
  }

  Map<String, Object> initialVariables() {
    return initialVariables;
  }

  EventHub events() {
    return events;
  }

  RunspaceEventBus bus() {
    RunspaceEventBus made = bus;
    return made == null ? makeBus() : made;
  }

  private synchronized RunspaceEventBus makeBus() {
    RunspaceEventBus made = bus;
    if (made == null) {
      made = new RunspaceEventBus(name, events);
      if (busEnded) {
        made.end();
      }
      bus = made;
    }
    return made;
  }

  void endBus() {
    RunspaceEventBus made;
    synchronized (this) {
      busEnded = true;
      made = bus;
    }
    if (made != null) {
      made.end();
    }
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

  Opening opening() {
    return opening;
  }

  Closing closing() {
    return closing;
  }

  UncaughtErrors uncaughtErrors() {
    return uncaughtErrors;
  }

  Optional<PoolDispatcher> pool() {
    return Optional.ofNullable(pool);
  }

  void belongsTo(PoolDispatcher dispatcher) {
    pool = dispatcher;
  }

  boolean isCurrent() {
    return worker.isCurrentThread();
  }

  /** Whether scripts may be begun, be it those of the start-up. */
  boolean acceptsWork() {
    RunspaceState now = state();
    boolean startingUp = now == RunspaceState.OPENING && opening.hasStartup();
    return now == RunspaceState.OPENED || startingUp;
  }

  /** Closes it as {@link Runspace#close()} does. */
  @Override
  public void close() {
    closing.close(Deadline.after(Runspace.CLOSE_TIMEOUT));
  }

  @Override
  public String toString() {
    return "runspace \"" + name + "\" (" + id + ") " + state();
  }

  /** What the hub needs of this runspace. */
  private final class Deliveries implements DeliveryContext {
    private final Overflow overflow;
    private final Duration patience;

    Deliveries(RunspaceBuilder description) {
      overflow = description.overflow();
      patience = description.spinning();
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean isBegun() {
      return state() != RunspaceState.BEFORE_OPEN;
    }

    @Override
    public long execute(Letter delivery) {
      idleness.noteDelivery();
      return worker.deliver(delivery);
    }

    @Override
    public long lastNumber() {
      return worker.lastNumber();
    }

    @Override
    public void remind() {
      worker.remind();
    }

    @Override
    public boolean await(CompletableFuture<?> future, Duration timeout)
        throws InterruptedException {
      return Waiting.awaitDelivery(future, Deadline.after(timeout), worker);
    }

    @Override
    public boolean awaitIdle(CompletableFuture<?> future, Duration timeout)
        throws InterruptedException {
      return Waiting.awaitIdle(future, Deadline.after(timeout));
    }

    @Override
    public boolean isInside() {
      return worker.isCurrentThread();
    }

    @Override
    public boolean isHere() {
      return worker.isHere();
    }

    @Override
    public boolean isUndisturbed() {
      return worker.isUndisturbed();
    }

    @Override
    public void tidyUp() {
      worker.tidyUp();
    }

    @Override
    public void deliverUntil(BooleanSupplier enough) {
      worker.deliverUntil(enough);
    }

    @Override
    public boolean mustNotWait() {
      return Waiting.isForbidden();
    }

    @Override
    public Overflow overflow() {
      return overflow;
    }

    @Override
    public Duration patience() {
      return patience;
    }

    @Override
    public void uncaught(ErrorOccurred error) {
      uncaughtErrors.take(error);
    }
  }
}
