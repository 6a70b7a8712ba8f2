package dev.runspaces.delivery;

import dev.runspaces.delivery.HubSubscription.Action;
import dev.runspaces.delivery.PendingEvents.Waiter;
import dev.runspaces.event.EngineEvents;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Event;
import dev.runspaces.event.EventManager;
import dev.runspaces.event.Subscription;
import dev.runspaces.event.SubscriptionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The event manager of a runspace: numbers what is raised in it, and puts it into its own inbox and
 * into the parent's.
 */
public final class EventHub implements EventManager {
  private final DeliveryContext context;
  private final @Nullable EventHub parent;
  private final Inbox inbox;

  /** Held while an event is numbered and put into the inboxes, so that all agree on the order. */
  private final Object raising = new Object();

  private long lastSequence;

  /**
   * Makes the hub of a runspace, which passes its events on to the parent's hub if there is one.
   */
  public EventHub(DeliveryContext context, @Nullable EventHub parent) {
    this.context = context;
    this.parent = parent;
    this.inbox = new Inbox(this, context);
  }

  @Override
  public Event raise(String sourceIdentifier, @Nullable Object... arguments) {
    return raise(new Emission(sourceIdentifier, null, Unheard.KEEP), arguments);
  }

  @Override
  public Event raiseFrom(Object sender, String sourceIdentifier, @Nullable Object... arguments) {
    return raise(new Emission(sourceIdentifier, sender, Unheard.KEEP), arguments);
  }

  @Override
  public Event post(Object payload) {
    return post(payload, Unheard.FORGET);
  }

  /** Posts an object; {@code unheard} decides what becomes of it where nobody hears it. */
  public Event post(Object payload, Unheard unheard) {
    return raise(new Emission(nameOf(payload), null, unheard), payload);
  }

  @Override
  public void raiseError(Throwable failure) {
    var error = ErrorOccurred.outsideHandlers(failure, context.name());
    reportError(error, () -> context.uncaught(error));
  }

  /** Tells of something that the runspace itself has to say; silent where a hub is closed. */
  public void announce(String sourceIdentifier, Object payload) {
    synchronized (raising) {
      Occurrence occurrence =
          occurrence(new Emission(sourceIdentifier, null, Unheard.FORGET), payload);
      inbox.accept(occurrence);
      passOn(occurrence);
    }
  }

  /** Tells, here alone, of something that concerns nobody else; silent where this hub is closed. */
  public void announceHere(String sourceIdentifier, Object payload) {
    synchronized (raising) {
      inbox.accept(occurrence(new Emission(sourceIdentifier, null, Unheard.FORGET), payload));
    }
  }

  /**
   * Tells of a failure: here, then in the parent, and so on until somebody handles it.
   *
   * @param orElse run if nobody does
   */
  public void reportError(ErrorOccurred error, Runnable orElse) {
    Occurrence declined = null;
    synchronized (raising) {
      Occurrence occurrence = errorOccurrence(error, orElse);
      if (!inbox.acceptError(occurrence)) {
        declined = occurrence;
      }
    }
    if (declined != null) {
      climb(declined, orElse);
    }
  }

  void handlerFailed(Throwable failure, Event event) {
    var error = new ErrorOccurred(failure, context.name(), event, event.subscription());
    Runnable uncaught = () -> context.uncaught(error);
    if (event.payload() instanceof ErrorOccurred) {
      // A handler of errors that fails must not be asked to handle its own failure.
      climb(errorOccurrence(error, uncaught), uncaught);
    } else {
      reportError(error, uncaught);
    }
  }

  void keepPending(Event event) {
    inbox.pending().keep(event);
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
  public List<Subscription> subscriptions() {
    return inbox.subscriptions();
  }

  @Override
  public List<Event> pending() {
    return inbox.pending().list();
  }

  @Override
  public int removePending(String sourceIdentifier) {
    return inbox.pending().remove(sourceIdentifier);
  }

  @Override
  public Optional<Event> await(String sourceIdentifier, Duration timeout)
      throws InterruptedException {
    Waiter waiter = inbox.pending().take(sourceIdentifier);
    boolean taken = false;
    try {
      taken = context.await(waiter.next(), timeout);
      return taken ? waiter.next().getNow(Optional.empty()) : Optional.empty();
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

  /** Something to raise: all but its arguments and what this hub adds. */
  private record Emission(String sourceIdentifier, @Nullable Object sender, Unheard unheard) {}

  private Event raise(Emission emission, @Nullable Object... arguments) {
    if (!context.isBegun()) {
      throw new IllegalStateException(
          "raising \""
              + emission.sourceIdentifier
              + "\" was refused: runspace \""
              + context.name()
              + "\" is not open yet; call open() first");
    }
    synchronized (raising) {
      Occurrence occurrence = occurrence(emission, arguments);
      if (!inbox.accept(occurrence)) {
        throw refused("raising \"" + emission.sourceIdentifier + "\"");
      }
      passOn(occurrence);
      return occurrence;
    }
  }

  private Occurrence occurrence(Emission emission, @Nullable Object... arguments) {
    synchronized (raising) {
      return new Occurrence(
          Objects.requireNonNull(emission.sourceIdentifier, "sourceIdentifier"),
          context.name(),
          ++lastSequence,
          Instant.now(),
          emission.sender,
          Collections.unmodifiableList(new ArrayList<>(Arrays.asList(arguments))),
          emission.unheard);
    }
  }

  private Occurrence errorOccurrence(ErrorOccurred error, Runnable orElse) {
    Unheard climb = (hub, event) -> hub.climb((Occurrence) event, orElse);
    return occurrence(new Emission(EngineEvents.ERRORS_OCCURRED, null, climb), error);
  }

  private void passOn(Occurrence occurrence) {
    if (parent != null) {
      parent.inbox.accept(occurrence);
    }
  }

  private void climb(Occurrence occurrence, Runnable orElse) {
    if (parent == null) {
      orElse.run();
    } else if (!parent.inbox.acceptError(occurrence)) {
      parent.climb(occurrence, orElse);
    }
  }

  private static String nameOf(Object payload) {
    String simpleName = payload.getClass().getSimpleName();
    return simpleName.isEmpty() ? payload.getClass().getName() : simpleName;
  }
}
