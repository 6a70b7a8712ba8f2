package dev.runspaces.delivery;

import dev.runspaces.delivery.HubSubscription.Action;
import dev.runspaces.delivery.HubSubscription.Place;
import dev.runspaces.event.Subscription;
import java.util.List;

/**
 * The receiving side of a hub: takes events in the order in which they come, and has each delivered
 * once, on the runspace's thread. Thread-safe.
 */
final class Inbox {
  private final EventHub hub;
  private final DeliveryContext context;
  private final Dispatcher dispatcher = new Dispatcher();
  private final PendingEvents pending;

  /** Stands for this inbox on an event's journey, and keeps nothing else alive. */
  private final Object place = new Object();

  /** Guards what follows, and keeps the numbers and the runspace's queue in the same order. */
  private final Object lock = new Object();

  private long lastAccepted;
  private long lastSubscription;
  private int underWay;
  private boolean accepting = true;
  private boolean closed;

  Inbox(EventHub hub, DeliveryContext context) {
    this.hub = hub;
    this.context = context;
    this.pending = new PendingEvents(context.name(), hub.level());
  }

  /** Takes an event, once, or returns false if it comes too late. Never waits for a handler. */
  boolean accept(Occurrence occurrence) {
    synchronized (lock) {
      // Under the lock: of two events that come by two ways each, none may overtake the other.
      if (accepting && occurrence.comesTo(place)) {
        take(occurrence);
      }
      return accepting;
    }
  }

  /**
   * Takes an error event, or returns false if this inbox is closed. Until then somebody may handle
   * it: it may be a failure on one of the last events.
   */
  boolean acceptError(Occurrence occurrence) {
    synchronized (lock) {
      if (!closed) {
        take(occurrence);
      }
      return !closed;
    }
  }

  private void take(Occurrence occurrence) {
    long number = ++lastAccepted;
    if (canSettleAtOnce(occurrence)) {
      settle(occurrence, Reception.UNHEARD);
    } else {
      underWay++;
      context.execute(() -> deliver(occurrence, number));
    }
  }

  /** Adds a subscription, to what is accepted from now on. */
  Subscription subscribe(Interest interest, Action action) {
    synchronized (lock) {
      if (!accepting) {
        throw hub.refused("subscribing to \"" + interest.target() + "\"");
      }
      var place = new Place(++lastSubscription, lastAccepted);
      var subscription = new HubSubscription(hub, place, interest, action);
      dispatcher.add(subscription);
      return subscription;
    }
  }

  void remove(HubSubscription subscription) {
    dispatcher.remove(subscription);
  }

  List<Subscription> subscriptions(NamePattern targets) {
    return dispatcher.list(targets);
  }

  PendingEvents pending() {
    return pending;
  }

  /** Tells whether an event on that journey has come here before. */
  boolean knows(Journey journey) {
    return journey.hasBeenAt(place);
  }

  void stopAccepting() {
    synchronized (lock) {
      accepting = false;
    }
  }

  void close() {
    synchronized (lock) {
      accepting = false;
      closed = true;
    }
    dispatcher.closeAll();
    pending.close();
  }

  /**
   * Where nobody listens and nothing is under way, no thread need be started for an event. What
   * calls somebody's code when it is unheard is left to the thread all the same.
   */
  private boolean canSettleAtOnce(Occurrence occurrence) {
    return underWay == 0 && dispatcher.isEmpty() && occurrence.unheard().isQuiet();
  }

  private void deliver(Occurrence occurrence, long number) {
    try {
      settle(occurrence, dispatcher.dispatch(occurrence, number));
    } finally {
      synchronized (lock) {
        underWay--;
      }
    }
  }

  private void settle(Occurrence occurrence, Reception told) {
    Reception reception = pending.offer(occurrence) ? Reception.HEARD : told;
    if (reception == Reception.HEARD) {
      occurrence.heardAt(hub.level());
    } else if (reception == Reception.UNHEARD || occurrence.unheard().isAlsoForOverheard()) {
      occurrence.unheard().in(hub, occurrence);
    }
  }
}
