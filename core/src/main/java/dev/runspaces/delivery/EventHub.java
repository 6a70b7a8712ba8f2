package dev.runspaces.delivery;

import dev.runspaces.delivery.HubSubscription.Action;
import dev.runspaces.delivery.PendingEvents.Waiter;
import dev.runspaces.event.EngineEvents;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Event;
import dev.runspaces.event.EventManager;
import dev.runspaces.event.Registration;
import dev.runspaces.event.Subscription;
import dev.runspaces.event.SubscriptionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The event manager of a runspace: numbers what is raised in it, and puts it into its own inbox and
 * into the parent's.
 */
public final class EventHub implements EventManager, RelayPoint {
  private final DeliveryContext context;
  private final @Nullable EventHub parent;
  private final int level;
  private final Inbox inbox;
  private final Forwards forwards = new Forwards();

  /** Held while an event is numbered and put into the inboxes, so that all agree on the order. */
  private final Object raising = new Object();

  private long lastSequence;

  /**
   * Makes the hub of a runspace, which passes its events on to the parent's hub if there is one.
   */
  public EventHub(DeliveryContext context, @Nullable EventHub parent) {
    this.context = context;
    this.parent = parent;
    this.level = parent == null ? 0 : parent.level + 1;
    this.inbox = new Inbox(this, context);
  }

  @Override
  public Event raise(String sourceIdentifier, @Nullable Object... arguments) {
    return raise(Emission.of(sourceIdentifier, Unheard.KEEP, arguments).on(new Journey()));
  }

  @Override
  public Event raiseFrom(Object sender, String sourceIdentifier, @Nullable Object... arguments) {
    return raise(
        Emission.of(sourceIdentifier, Unheard.KEEP, arguments).from(sender).on(new Journey()));
  }

  @Override
  public Event post(Object payload) {
    return post(payload, Unheard.FORGET);
  }

  /** Posts an object; {@code unheard} decides what becomes of it where nobody hears it. */
  public Event post(Object payload, Unheard unheard) {
    return raise(Emission.of(nameOf(payload), unheard, payload).on(new Journey()));
  }

  @Override
  public void raiseError(Throwable failure) {
    var error = ErrorOccurred.outsideHandlers(failure, context.name());
    reportError(error, () -> context.uncaught(error));
  }

  /** Tells of something that the runspace itself has to say; silent where a hub is closed. */
  public void announce(String sourceIdentifier, Object payload) {
    Emission emission = Emission.of(sourceIdentifier, Unheard.NEWS, payload);
    synchronized (raising) {
      Occurrence occurrence = occurrence(emission);
      inbox.accept(occurrence);
      passOn(occurrence);
    }
  }

  /** Tells, here alone, of something that concerns nobody else; silent where this hub is closed. */
  public void announceHere(String sourceIdentifier, Object payload) {
    Emission emission = Emission.of(sourceIdentifier, Unheard.NEWS, payload);
    synchronized (raising) {
      inbox.accept(occurrence(emission));
    }
  }

  /**
   * Tells of a failure: here, then in the parent, and so on until somebody handles it.
   *
   * @param orElse run if nobody does
   */
  public void reportError(ErrorOccurred error, Runnable orElse) {
    var climbing = new Climbing(orElse);
    Occurrence declined = null;
    synchronized (raising) {
      Occurrence occurrence = errorOccurrence(error, climbing);
      if (!inbox.acceptError(occurrence)) {
        declined = occurrence;
      }
    }
    if (declined != null) {
      climb(declined, climbing);
    }
  }

  void handlerFailed(Throwable failure, Event event) {
    var error = new ErrorOccurred(failure, context.name(), event, event.subscription());
    Runnable uncaught = () -> context.uncaught(error);
    if (event.payload() instanceof ErrorOccurred) {
      // A handler of errors that fails must not be asked to handle its own failure.
      var climbing = new Climbing(uncaught);
      climb(errorOccurrence(error, climbing), climbing);
    } else {
      reportError(error, uncaught);
    }
  }

  void climb(Occurrence error, Climbing climbing) {
    if (parent == null) {
      climbing.orElse().run();
    } else if (!parent.inbox.acceptError(error)) {
      parent.climb(error, climbing);
    }
  }

  void keepPending(Occurrence event) {
    inbox.pending().keep(event);
  }

  /** How many hubs are above this one. */
  int level() {
    return level;
  }

  @Override
  public SubscriptionBuilder<Event> on(String sourceIdentifier) {
    return new HubSubscriptionBuilder<>(this, new Interest.InName(sourceIdentifier));
  }

  @Override
  public <T> SubscriptionBuilder<T> on(Class<T> type) {
    if (type.isPrimitive()) {
      throw new IllegalArgumentException(
          "on(" + type + "): no event is of a primitive type; subscribe to its wrapper class");
    }
    return new HubSubscriptionBuilder<>(this, new Interest.InType(type));
  }

  Subscription subscribe(Interest interest, Action action) {
    return inbox.subscribe(interest, action);
  }

  void remove(HubSubscription subscription) {
    inbox.remove(subscription);
  }

  @Override
  public dev.runspaces.event.EventCounts counts() {
    return new dev.runspaces.event.EventCounts(0, 0, 0, 0, 0, 0, 0);
  }

  @Override
  public Registration forward(String pattern) {
    if (parent == null) {
      throw new IllegalStateException(
          "forward(\""
              + pattern
              + "\") was refused: runspace \""
              + context.name()
              + "\" has no parent to forward to; forward in a runspace between the source and the"
              + " one that is to hear of it");
    }
    return forwards.add(NamePattern.of(pattern));
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
  public Optional<Event> await(String sourceIdentifier, Duration timeout)
      throws InterruptedException {
    Waiter waiter = inbox.pending().take(sourceIdentifier);
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

  /** Refuses events, but for errors, from now on; those accepted before are still delivered. */
  public void stopAccepting() {
    inbox.stopAccepting();
  }

  /** Ends all subscriptions and all waits for events. */
  public void close() {
    inbox.close();
  }

  IllegalStateException refused(String what) {
    return new IllegalStateException(
        what
            + " was refused: runspace \""
            + context.name()
            + "\" is closed, and its events with it; use those of an open runspace, such as its"
            + " parent");
  }

  private Event raise(Emission emission) {
    if (!context.isBegun()) {
      throw new IllegalStateException(
          "raising \""
              + emission.sourceIdentifier()
              + "\" was refused: runspace \""
              + context.name()
              + "\" is not open yet; call open() first");
    }
    synchronized (raising) {
      Occurrence occurrence = occurrence(emission);
      if (!inbox.accept(occurrence)) {
        throw refused("raising \"" + emission.sourceIdentifier() + "\"");
      }
      passOn(occurrence);
      return occurrence;
    }
  }

  private Occurrence occurrence(Emission emission) {
    synchronized (raising) {
      return new Occurrence(emission, context.name(), ++lastSequence);
    }
  }

  private Occurrence errorOccurrence(ErrorOccurred error, Climbing climbing) {
    return occurrence(Emission.of(EngineEvents.ERRORS_OCCURRED, climbing, error));
  }

  /** To the parent, and further as far as each on the way says so. Called under the lock. */
  private void passOn(Occurrence occurrence) {
    EventHub above = parent;
    while (above != null && above.inbox.accept(occurrence) && above.forwards.include(occurrence)) {
      above = above.parent;
    }
  }

  /** Takes over what was posted elsewhere; silent where a hub is closed, or not open yet. */
  @Override
  public void relay(Object payload, Journey journey) {
    if (!context.isBegun()) {
      return;
    }
    Emission emission = Emission.of(nameOf(payload), Unheard.FORGET, payload).on(journey);
    synchronized (raising) {
      // Looked up before it is numbered, so that no number is missing.
      if (!inbox.knows(journey)) {
        Occurrence occurrence = occurrence(emission);
        if (inbox.accept(occurrence)) {
          passOn(occurrence);
        }
      }
    }
  }

  /**
   * Has what users raise here, or below, go on to another place, on the delivering thread.
   *
   * @throws IllegalStateException if this hub is closed
   */
  @Override
  public Registration relayTo(RelayPoint next) {
    var interest = new Interest.Onward(next);
    return subscribe(interest, new Action(interest::handle, SubscriptionOptions.NONE.withHidden()));
  }

  @Override
  public String toString() {
    return "runspace \"" + context.name() + "\"";
  }

  private static String nameOf(Object payload) {
    String simpleName = payload.getClass().getSimpleName();
    return simpleName.isEmpty() ? payload.getClass().getName() : simpleName;
  }
}
