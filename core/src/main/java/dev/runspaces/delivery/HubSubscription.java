package dev.runspaces.delivery;

import dev.runspaces.delivery.ExecutorLane.Refusal;
import dev.runspaces.delivery.History.Remembered;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.EventHandler;
import dev.runspaces.event.Registration;
import dev.runspaces.event.Subscription;
import dev.runspaces.flight.Flight;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One handler in a hub. Its flag decides at the last moment whether an event still arrives. */
final class HubSubscription implements Subscription {
  private static final System.Logger LOG = System.getLogger("dev.runspaces.event");

  private static final AtomicLongFieldUpdater<HubSubscription> TRIGGERS =
      AtomicLongFieldUpdater.newUpdater(HubSubscription.class, "triggers");

  private final EventHub hub;
  private final long id;
  private final long registeredAt;
  private final Interest interest;
  private final EventHandler<Object> handler;
  private final SubscriptionOptions options;

  /** Where the handler is called; null for the delivering thread. */
  private final @Nullable ExecutorLane lane;

  /** What it is given as it is, on the delivering thread; null if it is to be asked each time. */
  private final @Nullable Class<?> payloads;

  private final long maxTriggers;

  private volatile boolean active = true;

  /** What it needs to hear anything: closed once, with it. */
  private final AtomicReference<@Nullable Registration> attachment = new AtomicReference<>();

  /**
   * What it has not heard of the time before. Set before it hears anything, then delivering only.
   */
  private volatile @Nullable Queue<Remembered> missed;

  /** How many events are on their way to the handler or were. For the delivering thread only. */
  private long granted;

  /** Written by the thread that handles; there is one at a time. */
  private volatile long triggers;

  HubSubscription(EventHub hub, Place place, Interest interest, Action action) {
    this.hub = hub;
    this.id = place.id();
    this.registeredAt = place.registeredAt();
    this.interest = interest;
    this.handler = action.handler();
    this.options = action.options();
    Executor executor = options.executor();
    this.lane = executor == null ? null : new ExecutorLane(hub, executor, this::handleInLane);
    this.payloads =
        lane == null && interest instanceof Interest.InType type && type.isOfPayloads()
            ? type.type()
            : null;
    this.maxTriggers = options.maxTriggers();
  }

  /** Where a subscription stands: its number, and that of the last event accepted before it. */
  record Place(long id, long registeredAt) {}

  /** What a subscription does, and how. */
  record Action(EventHandler<Object> handler, SubscriptionOptions options) {}

  /**
   * Hands the event to the handler, or to the executor for it, if it is of interest. Called on the
   * delivering thread.
   *
   * @return how the event is received by that
   */
  Reception deliver(Arrival arrival) {
    if (arrival.number() <= registeredAt) {
      return Reception.UNHEARD;
    }
    if (missed != null) {
      catchUp();
    }
    return payloads != null && arrival.isPayloadOnly() ? tell(arrival, payloads) : tell(arrival);
  }

  /** The usual case: what was posted is given to who wants objects of its type, as it is. */
  private Reception tell(Arrival arrival, Class<?> type) {
    if (!takes(arrival.content(), type)) {
      return Reception.UNHEARD;
    }
    granted++;
    if (Flight.RECORDER.isRecordingHandlers()) {
      return handle(arrival, arrival.content());
    }
    countTrigger();
    try {
      handler.handle(arrival.content());
      return Reception.HEARD;
    } catch (Throwable failure) {
      return failed(arrival, failure);
    }
  }

  /** Its very class is most often it, and seen in half the time. */
  private boolean takes(Object object, Class<?> type) {
    return active
        && granted < maxTriggers
        && (object.getClass() == type || type.isInstance(object));
  }

  /** Tells whether it is given objects, as they are and on the delivering thread. */
  boolean isPlain() {
    return payloads != null;
  }

  /**
   * Tells it of an object without a round, if it takes it: nobody else is left to be told if it
   * waits. Called as {@link #deliver} is, where it is plain.
   *
   * @return whether it took it
   */
  boolean tellAlone(Object object, Origin origin, long sequence) {
    if (payloads == null
        || missed != null
        || !takes(object, payloads)
        || Flight.RECORDER.isRecordingHandlers()) {
      return false;
    }
    granted++;
    countTrigger();
    try {
      handler.handle(object);
    } catch (Throwable failure) {
      Occurrence occurrence = origin.occurrence(object, sequence);
      Reception unused = failed(Arrival.of(occurrence, PendingEvents.TO_ALL), failure);
    }
    return true;
  }

  /** Notes what it has missed; returns whether that is anything. */
  boolean isToCatchUp(List<Remembered> events) {
    missed = events.isEmpty() ? null : new ArrayDeque<>(events);
    return missed != null;
  }

  /**
   * Hears what it has missed, once, before anything else; what is left of that, if its handler
   * waits in the midst of it. Called on the delivering thread.
   */
  void catchUp() {
    Queue<Remembered> events = missed;
    if (events != null) {
      for (Remembered next = events.poll(); next != null; next = events.poll()) {
        Reception unused = tell(Arrival.of(next.occurrence(), next.number()));
      }
      missed = null;
    }
  }

  private Reception tell(Arrival arrival) {
    if (!active || granted >= maxTriggers) {
      return Reception.UNHEARD;
    }
    Object selected = interest.select(arrival, this);
    if (selected == null) {
      return Reception.UNHEARD;
    }
    granted++;
    return lane == null ? handle(arrival, selected) : putInto(lane, arrival, selected);
  }

  private Reception putInto(ExecutorLane somewhere, Arrival arrival, Object selected) {
    var handed = new Handed(arrival, selected);
    boolean isRequest = false;
    if (handed.unheard() instanceof Request request) {
      request.entered();
      isRequest = true;
    }
    Refusal refused = somewhere.put(handed);
    if (refused != null) {
      fail(refused);
    }
    // A request has a chance of its own there, which does not depend on who else hears it here.
    return refused != null || isRequest ? Reception.UNHEARD : interest.reception(arrival);
  }

  /** Looks after what was given to an executor that has ended without it. Called as catchUp is. */
  void refuseThrownAway() {
    Refusal refused = lane == null ? null : lane.takeThrownAway();
    if (refused != null) {
      fail(refused);
    }
  }

  private void fail(Refusal refused) {
    for (Handed handed : refused.events()) {
      granted--;
      fail(handed.occurrence(), refused.cause());
      lose(handed);
    }
  }

  private void handleInLane(Handed handed) {
    if (!active || handle(handed, handed.selected()) == Reception.UNHEARD) {
      lose(handed);
    }
  }

  /** What must not be lost goes on to whoever else may deal with it. */
  void lose(Handed handed) {
    Unheard unheard = handed.unheard();
    if (unheard.isAlsoForOverheard()) {
      unheard.in(hub, handed.occurrence());
    }
  }

  private Reception handle(Arrival arrival, Object selected) {
    countTrigger();
    Object mark =
        Flight.RECORDER.isRecordingHandlers()
            ? Flight.RECORDER.beginHandler(hub.name(), arrival.sourceIdentifier())
            : null;
    try {
      handler.handle(selected);
      return interest.reception(arrival);
    } catch (Throwable failure) {
      return failed(arrival, failure);
    } finally {
      if (mark != null) {
        Flight.RECORDER.endHandler(mark);
      }
    }
  }

  /** Before the call: while the last handler waits, events delivered meanwhile are not for it. */
  private void countTrigger() {
    long now = triggers + 1;
    TRIGGERS.lazySet(this, now);
    if (now >= maxTriggers) {
      close();
    }
  }

  private Reception failed(Arrival arrival, Throwable failure) {
    fail(arrival.occurrence(), failure);
    if (failure instanceof InterruptedException) {
      // Perhaps meant for a script that waits below, and has been asked to stop.
      Thread.currentThread().interrupt();
    }
    // An error is still to be handled, by the parent; a request to be answered, by another.
    return arrival.payload() instanceof ErrorOccurred || arrival.unheard() instanceof Request
        ? Reception.UNHEARD
        : interest.reception(arrival);
  }

  private void fail(Occurrence occurrence, Throwable failure) {
    if (occurrence.unheard() instanceof Request request) {
      request.handlerFailed(failure);
    }
    hub.handlerFailed(failure, occurrence.through(this));
  }

  /** Takes what an executor was to handle and has not begun with. */
  List<Handed> takeUnhandled() {
    return lane == null ? List.of() : lane.takeAll();
  }

  /** Returns the name of the runspace in whose event manager it is. */
  String runspace() {
    return hub.name();
  }

  /** Returns the name that it listens to; null if it is not about a name. */
  @Nullable String name() {
    return interest instanceof Interest.InName name ? name.target() : null;
  }

  /** Tells whether it is given events as such, and not only what they carry. */
  boolean showsEvents() {
    return interest.showsEvents();
  }

  /** Tells whether it hands events on to a bus that is connected. */
  boolean leadsOnward() {
    return interest instanceof Interest.Onward;
  }

  boolean isHidden() {
    return options.hidden();
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String target() {
    return interest.target();
  }

  @Override
  public boolean isActive() {
    return active;
  }

  @Override
  public long triggers() {
    return triggers;
  }

  @Override
  public @Nullable Object messageData() {
    return options.messageData();
  }

  /** Has something end with it, at once if it has ended already. */
  void closesAlso(Registration what) {
    attachment.set(what);
    if (!active) {
      detach();
    }
  }

  @Override
  public void close() {
    if (interest.staysToTheEnd() && !hub.inbox().isClosed()) {
      return;
    }
    active = false;
    hub.remove(this);
    detach();
  }

  private void detach() {
    Registration attached = attachment.getAndSet(null);
    if (attached != null) {
      try {
        attached.close();
      } catch (RuntimeException failure) {
        LOG.log(Level.ERROR, this + " has ended, but its listener could not be removed", failure);
      }
    }
  }

  @Override
  public String toString() {
    return "subscription " + id + " to \"" + target() + "\"";
  }
}
