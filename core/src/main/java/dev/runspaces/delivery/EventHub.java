package dev.runspaces.delivery;

import dev.runspaces.delivery.HubSubscription.Action;
import dev.runspaces.delivery.PendingEvents.Waiter;
import dev.runspaces.event.EngineEvents;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Event;
import dev.runspaces.event.EventCounts;
import dev.runspaces.event.EventManager;
import dev.runspaces.event.EventsDropped;
import dev.runspaces.event.ObjectEvents;
import dev.runspaces.event.Overflow;
import dev.runspaces.event.Registration;
import dev.runspaces.event.Subscription;
import dev.runspaces.event.SubscriptionBuilder;
import dev.runspaces.flight.Flight;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The event manager of a runspace: what is raised in it begins at its {@link Source}, and what it
 * hears comes through its {@link Inbox}.
 */
public final class EventHub implements EventManager, RelayPoint {
  private static final System.Logger LOG = System.getLogger("dev.runspaces.event");

  /** Asked for each object that is posted. */
  private static final ClassValue<String> NAMES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          return nameOf(type);
        }
      };

  private final DeliveryContext context;
  private final @Nullable EventHub parent;
  private final int level;

  /** Made with the first event that needs it; two of them are as good as one. */
  private @Nullable Origin forgotten;

  /**
   * What is passed on from here to other buses. Made where there may be any; under {@code this}.
   */
  private @Nullable Passage onward;

  private final Inbox inbox;
  private final Routes routes;
  private final Source source;
  private final Failures failures;
  private final Requests requests = new Requests();
  private final Lanes lanes = new Lanes();

  /** Whether there is a subscription for {@link Calls}. Written under {@code this}. */
  private volatile boolean runsCalls;

  /**
   * Makes the hub of a runspace, which passes its events on to the parent's hub if there is one.
   */
  public EventHub(DeliveryContext context, @Nullable EventHub parent) {
    this.context = context;
    this.parent = parent;
    this.level = parent == null ? 0 : parent.level + 1;
    this.inbox = new Inbox(this, context);
    this.routes = new Routes(this, parent);
    this.source = new Source(this, context);
    this.failures = new Failures(context, source, parent);
  }

  @Override
  public Event raise(String sourceIdentifier, @Nullable Object... arguments) {
    requireName("raise", sourceIdentifier, arguments);
    return source.raise(Emission.of(sourceIdentifier, Unheard.KEEP, arguments));
  }

  @Override
  public Event raiseFrom(Object sender, String sourceIdentifier, @Nullable Object... arguments) {
    Objects.requireNonNull(sender, "raiseFrom: a sender is needed; raise(name) needs none");
    requireName("raiseFrom", sourceIdentifier, arguments);
    return source.raise(Emission.of(sourceIdentifier, Unheard.KEEP, arguments).from(sender));
  }

  @Override
  public Event post(Object payload) {
    Objects.requireNonNull(payload, "post: an object is needed; raise(name) needs none");
    Origin origin = forgotten();
    long sequence = source.post(payload, origin);
    return sequence == 0 ? raise(payload, origin) : origin.occurrence(payload, sequence);
  }

  private Origin forgotten() {
    Origin made = forgotten;
    if (made == null) {
      made = new Origin(context.name(), Unheard.FORGET);
      forgotten = made;
    }
    return made;
  }

  private static void requireName(
      String call, String sourceIdentifier, @Nullable Object[] arguments) {
    Objects.requireNonNull(sourceIdentifier, "raise: an event needs a source identifier");
    Objects.requireNonNull(
        arguments, "raise: null instead of arguments; for one that is null write (Object) null");
    requireNoBlank(call, sourceIdentifier);
  }

  private static void requireNoBlank(String call, String sourceIdentifier) {
    if (sourceIdentifier.isBlank()) {
      throw new IllegalArgumentException(
          call
              + "(\""
              + sourceIdentifier
              + "\"): a source identifier must have at least one character that is not white space");
    }
  }

  /** Posts an object; its origin decides what becomes of it where nobody hears it. */
  public void post(Object payload, Origin origin) {
    if (source.post(payload, origin) == 0) {
      Event unused = raise(payload, origin);
    }
  }

  /**
   * Posts an object from the runspace's own code, and tells those here of it, if it is the next to
   * be told.
   *
   * @return whether it was; else it has to be posted as others are
   */
  boolean tell(Object payload, Origin origin) {
    return context.isUndisturbed() && source.tell(payload, origin);
  }

  DeliveryContext context() {
    return context;
  }

  private Event raise(Object payload, Origin origin) {
    return source.raise(origin.emission(payload));
  }

  /**
   * Waits for room as {@link #post(Object)} does, but keeps none: for who posts afterwards, by
   * {@link #postAdmitted}, where it must not wait.
   *
   * @throws dev.runspaces.event.EventOverflowException if there is no room, in time
   */
  public void awaitRoom(Class<?> payload) {
    source.awaitRoom(NAMES.get(payload));
  }

  /** Posts an object as {@link #post(Object)} does, but lets it in however many wait. */
  public void postAdmitted(Object payload) {
    Origin origin = forgotten();
    if (source.post(payload, origin) == 0) {
      Event unused = source.raiseAdmitted(origin.emission(payload));
    }
  }

  @Override
  public CompletableFuture<Event> request(String sourceIdentifier, @Nullable Object... arguments) {
    Objects.requireNonNull(sourceIdentifier, "request: a source identifier is needed");
    Objects.requireNonNull(
        arguments, "request: null instead of arguments; for one that is null write (Object) null");
    requireNoBlank("request", sourceIdentifier);
    Request request = requests.begin();
    try {
      if (context.isBegun() && inbox.isAccepting() && !hasSubscriberFor(sourceIdentifier)) {
        throw Request.unheard(sourceIdentifier, context.name());
      }
      Event event = source.raise(Emission.of(sourceIdentifier, request, arguments));
      request.giveUpOne(event);
    } catch (RuntimeException refused) {
      request.fail(refused);
    }
    return request.reply();
  }

  @Override
  public void raiseError(Throwable failure) {
    Objects.requireNonNull(failure, "raiseError: an error is needed");
    failures.report(failure);
  }

  /** Tells of something that the runspace itself has to say; silent where a hub is closed. */
  public void announce(String sourceIdentifier, @Nullable Object... arguments) {
    source.announce(Emission.of(sourceIdentifier, Unheard.NEWS, arguments));
  }

  /** Tells, here alone, of something that concerns nobody else; silent where this hub is closed. */
  public void announceHere(String sourceIdentifier, Object payload) {
    if (inbox.isHeard()) {
      boolean unused = source.announceHere(Emission.of(sourceIdentifier, Unheard.NEWS, payload));
    }
  }

  /** Has something run, in order with the events here; returns false where this hub is closed. */
  boolean call(String name, Calls.Call call) {
    return (runsCalls || beginToRunCalls()) && source.announceHere(Emission.of(name, call));
  }

  private synchronized boolean beginToRunCalls() {
    if (!runsCalls) {
      try {
        var interest = new Interest.InCalls();
        var action = new Action(interest::handle, SubscriptionOptions.NONE.withHidden());
        HubSubscription unused = subscribe(interest, action);
      } catch (IllegalStateException closed) {
        return false;
      }
      runsCalls = true;
    }
    return true;
  }

  /**
   * Tells of a failure: here, then in the parent, and so on until somebody handles it.
   *
   * @param orElse run if nobody does
   */
  public void reportError(ErrorOccurred error, Runnable orElse) {
    source.report(error, new Climbing(orElse));
  }

  void handlerFailed(Throwable failure, Event event) {
    inbox.handlerFailed();
    failures.reportHandler(failure, event);
  }

  Failures failures() {
    return failures;
  }

  void keepPending(Occurrence event) {
    inbox.pending().keep(event);
  }

  @Nullable EventHub parent() {
    return parent;
  }

  String name() {
    return context.name();
  }

  Routes routes() {
    return routes;
  }

  Overflow overflow() {
    return context.overflow();
  }

  void eventsDropped(EventsDropped dropped) {
    LOG.log(
        Level.WARNING,
        "runspace \"{0}\" has dropped {1,choice,1#one event|1<{1} events}: more were waiting than {2} allows",
        dropped.runspace(),
        dropped.count(),
        dropped.policy());
    Flight.RECORDER.dropped(dropped.runspace(), dropped.count());
    source.announceLate(Emission.of(EngineEvents.EVENTS_DROPPED, Unheard.NEWS, dropped));
  }

  Inbox inbox() {
    return inbox;
  }

  synchronized Passage onward() {
    Passage made = onward;
    if (made == null) {
      made = new Passage();
      onward = made;
    }
    return made;
  }

  Lanes lanes() {
    return lanes;
  }

  /** How many hubs are above this one. */
  int level() {
    return level;
  }

  @Override
  public SubscriptionBuilder<Event> on(String sourceIdentifier) {
    Objects.requireNonNull(sourceIdentifier, "on: a source identifier is needed");
    requireNoBlank("on", sourceIdentifier);
    return new HubSubscriptionBuilder<>(this, new Interest.InName(sourceIdentifier));
  }

  @Override
  public <T> SubscriptionBuilder<T> on(Class<T> type) {
    Objects.requireNonNull(type, "on: a type is needed");
    if (type.isPrimitive()) {
      throw new IllegalArgumentException(
          "on(" + type + "): no event is of a primitive type; subscribe to its wrapper class");
    }
    return new HubSubscriptionBuilder<>(this, new Interest.InType(type));
  }

  @Override
  public Registration remember(String pattern, int count) {
    Objects.requireNonNull(pattern, "remember: a name is needed; \"*\" stands for every one");
    if (count < 1) {
      throw new IllegalArgumentException(
          "remember(\"" + pattern + "\", " + count + "): at least 1 event is needed");
    }
    return inbox.remember(NamePattern.of(pattern), count);
  }

  void raise(Emission emission) {
    Event unused = source.raise(emission);
  }

  @Override
  public SubscriptionBuilder<Event> onObject(ObjectEvents source) {
    Objects.requireNonNull(source, "onObject: a source is needed");
    return new HubSubscriptionBuilder<>(this, () -> new ObjectCalls(this, source).toHandler());
  }

  @Override
  public Registration listenTo(ObjectEvents source) {
    Objects.requireNonNull(source, "listenTo: a source is needed");
    return new HubSubscriptionBuilder<Event>(this, () -> new ObjectCalls(this, source).toNobody())
        .hidden()
        .handle(event -> {});
  }

  HubSubscription subscribe(Interest interest, Action action) {
    return inbox.subscribe(interest, action);
  }

  void remove(HubSubscription subscription) {
    inbox.remove(subscription);
  }

  /**
   * Tells whether an event raised here under a name would be heard by somebody who subscribes to
   * that name or waits for it: here, in the parent, or where it is forwarded to. Those who listen
   * to types or to everything do not count.
   */
  public boolean hasSubscriberFor(String sourceIdentifier) {
    EventHub hub = this;
    while (hub != null && !hub.inbox.isListeningTo(sourceIdentifier)) {
      hub = hub.routes.next(this, sourceIdentifier);
    }
    return hub != null;
  }

  @Override
  public Registration forward(String pattern) {
    Objects.requireNonNull(pattern, "forward: a name is needed; \"*\" stands for every one");
    return routes.forward(pattern);
  }

  @Override
  public List<Subscription> subscriptions() {
    return inbox.subscriptions(NamePattern.ANY);
  }

  @Override
  public List<Subscription> subscriptions(String pattern) {
    return inbox.subscriptions(NamePattern.of(pattern));
  }

  @Override
  public List<Event> pending() {
    return inbox.pending().list(NamePattern.ANY);
  }

  @Override
  public List<Event> pending(String pattern) {
    return inbox.pending().list(NamePattern.of(pattern));
  }

  @Override
  public int removePending(String pattern) {
    return inbox.pending().remove(NamePattern.of(pattern));
  }

  @Override
  public boolean removePending(Event event) {
    Objects.requireNonNull(event, "removePending: an event is needed");
    return inbox.pending().remove(event);
  }

  @Override
  public Optional<Event> await(String sourceIdentifier, Duration timeout)
      throws InterruptedException {
    Objects.requireNonNull(sourceIdentifier, "await: a source identifier is needed");
    requireNoBlank("await", sourceIdentifier);
    Waiter waiter = inbox.take(sourceIdentifier);
    boolean taken = false;
    try {
      taken = context.await(waiter.next(), timeout);
      return taken ? waiter.next().getNow(Optional.empty()).map(event -> event) : Optional.empty();
    } finally {
      if (!taken) {
        inbox.pending().giveUp(waiter);
      }
    }
  }

  @Override
  public EventCounts counts() {
    return inbox.counts(source.raised());
  }

  /** Refuses events, but for errors, from now on; those accepted before are still delivered. */
  public void stopAccepting() {
    inbox.stopAccepting();
  }

  /** Tells whether events are accepted and not delivered. */
  public boolean hasUndelivered() {
    return inbox.hasUndelivered();
  }

  /**
   * Has what is accepted delivered on the runspace's thread, whoever else was to see to that; and
   * nobody wait for executors that have ended. Called on the runspace's thread.
   */
  public void deliverRest() {
    inbox.deliverRest();
  }

  /**
   * Refuses events, but for errors, from now on, and keeps what is not delivered for the taking.
   */
  public void stopDelivering() {
    inbox.stopDelivering();
  }

  /**
   * Ends when executors have handled what subscriptions have given to them so far; what is still to
   * be delivered on the runspace's thread does not count. Handlers that failed may have raised
   * errors here until then.
   */
  public CompletableFuture<Void> whenDelivered() {
    return lanes.whenIdle();
  }

  /**
   * Tells whether the calling thread is an executor's that handles an event of this hub, or of one
   * below: closing waits for its end.
   */
  public boolean isHandlingHere() {
    EventHub here = ExecutorLane.current();
    while (here != null && here != this) {
      here = here.parent;
    }
    return here != null;
  }

  /**
   * Refuses events, but for errors, from now on, and takes those back that are accepted and not
   * delivered, or not to those on executors, oldest first: they never will be. Also after {@link
   * #close()}, which leaves some where code did not come to an end. Each is handed over once; what
   * the parent has of them is delivered there.
   *
   * <p>Errors among them are not handed over: they climb.
   */
  public List<Event> takeUndelivered() {
    return inbox.takeUndelivered();
  }

  /** Tells whether it has ended, and hears nothing any more. */
  public boolean isClosed() {
    return inbox.isClosed();
  }

  /** Ends all subscriptions, all requests and all waits for events. */
  public void close() {
    int undelivered = inbox.close();
    if (undelivered > 0) {
      LOG.log(
          Level.WARNING,
          "runspace \"{0}\" is closed, and {1} of its events were not delivered",
          context.name(),
          undelivered);
    }
    requests.failAll(context.name());
  }

  IllegalStateException refused(String what) {
    return new IllegalStateException(
        what
            + " was refused: runspace \""
            + context.name()
            + "\" is closed, and its events with it; use those of an open runspace, such as its"
            + " parent");
  }

  /**
   * Takes over what was posted elsewhere; silent where a hub is closed, or not open yet.
   *
   * @throws dev.runspaces.event.EventOverflowException if there is no room for it
   */
  @Override
  public void relay(Object payload, Journey journey) {
    source.relay(Emission.of(nameOf(payload), Unheard.FORGET, payload).on(journey), journey);
  }

  /**
   * Has what users raise here, or below, go on to another place, on the delivering thread.
   *
   * @throws IllegalStateException if this hub is closed
   */
  @Override
  public Registration relayTo(RelayPoint next) {
    var interest = new Interest.Onward(next, onward());
    return subscribe(interest, new Action(interest::handle, SubscriptionOptions.NONE.withHidden()));
  }

  @Override
  public String toString() {
    return "runspace \"" + context.name() + "\"";
  }

  static String nameOf(Object payload) {
    return NAMES.get(payload.getClass());
  }

  private static String nameOf(Class<?> type) {
    String simpleName = type.getSimpleName();
    return simpleName.isEmpty() ? type.getName() : simpleName;
  }
}
