package dev.runspaces.delivery;

import dev.runspaces.delivery.Backlog.Burst;
import dev.runspaces.delivery.EntryQueue.Entry;
import dev.runspaces.delivery.HubSubscription.Action;
import dev.runspaces.delivery.HubSubscription.Place;
import dev.runspaces.event.Event;
import dev.runspaces.event.EventCounts;
import dev.runspaces.event.EventsDropped;
import dev.runspaces.event.Registration;
import dev.runspaces.event.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The receiving side of a hub: takes events in the order in which they come, and has each delivered
 * once, on the runspace's thread. Thread-safe.
 */
final class Inbox {
  private final EventHub hub;
  private final DeliveryContext context;
  private final Dispatcher dispatcher = new Dispatcher();
  private final PendingEvents pending;
  private final History history = new History();

  /** One letter for all: each that is sent stands for one event, whichever is the oldest then. */
  private final Runnable letter = this::deliverNext;

  /** Stands for this inbox on an event's journey, and keeps nothing else alive. */
  private final Object place = new Object();

  /** Guards what follows, and keeps the numbers and the runspace's queue in the same order. */
  private final Object lock = new Object();

  private final Backlog backlog;

  /** Where those wait who raise; null where nobody has to. */
  private final @Nullable Places places;

  /** What was never delivered, and nobody has asked for yet. */
  private final List<Event> undelivered = new ArrayList<>();

  private long lastAccepted;
  private long lastSubscription;
  private int beingDelivered;
  private long delivered;
  private long failed;

  /** Whether a letter is on the way by which it will be told what was dropped. */
  private boolean announcing;

  private boolean accepting = true;
  private boolean closed;

  Inbox(EventHub hub, DeliveryContext context) {
    this.hub = hub;
    this.context = context;
    this.pending = new PendingEvents(context.name(), hub.level());
    this.backlog = new Backlog(context.overflow());
    this.places =
        Places.areLimited(context.overflow()) ? new Places(context, lock, backlog::ordinary) : null;
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
    if (occurrence.isOrdinary()) {
      history.note(occurrence, number);
    }
    if (occurrence.unheard() instanceof Request request) {
      request.entered();
    }
    if (canSettleAtOnce(occurrence)) {
      delivered++;
      settle(occurrence, Reception.UNHEARD);
    } else {
      if (backlog.put(occurrence, number, occurrence.key(this))) {
        context.execute(letter);
      }
      if (backlog.hasBurst() && !announcing) {
        announcing = true;
        context.execute(this::announceDropped);
      }
    }
  }

  /** Adds a subscription, to what is accepted from now on. */
  HubSubscription subscribe(Interest interest, Action action) {
    synchronized (lock) {
      if (!accepting) {
        throw hub.refused("subscribing to \"" + interest.target() + "\"");
      }
      var place = new Place(++lastSubscription, lastAccepted);
      var subscription = new HubSubscription(hub, place, interest, action);
      dispatcher.add(subscription);
      if (action.options().history() && subscription.isToCatchUp(history.all())) {
        context.execute(subscription::catchUp);
      }
      return subscription;
    }
  }

  /** Keeps the last events of some names for subscribers who come late. */
  Registration remember(NamePattern names, int most) {
    return history.remember(names, most);
  }

  void remove(HubSubscription subscription) {
    dispatcher.remove(subscription);
  }

  List<Subscription> subscriptions(NamePattern targets) {
    return dispatcher.list(targets);
  }

  /** Tells whether anybody listens to events of this name, or waits for one. */
  boolean isListeningTo(String sourceIdentifier) {
    return dispatcher.isListeningTo(sourceIdentifier) || pending.isAwaiting(sourceIdentifier);
  }

  PendingEvents pending() {
    return pending;
  }

  /** Tells whether an event on that journey has come here before. */
  boolean knows(Journey journey) {
    return journey.hasBeenAt(place);
  }

  boolean isAccepting() {
    synchronized (lock) {
      return accepting;
    }
  }

  @Nullable Places places() {
    return places;
  }

  void stopAccepting() {
    synchronized (lock) {
      accepting = false;
    }
    if (places != null) {
      places.close();
    }
  }

  void stopDelivering() {
    stopAccepting();
    takeBack();
  }

  /** Takes what is not delivered out of the queue, so that it never is, and hands it over once. */
  List<Event> takeUndelivered() {
    stopDelivering();
    synchronized (lock) {
      List<Event> taken = List.copyOf(undelivered);
      undelivered.clear();
      return taken;
    }
  }

  /** Returns how many events were left undelivered. */
  int close() {
    synchronized (lock) {
      accepting = false;
      closed = true;
    }
    if (places != null) {
      places.close();
    }
    int left = takeBack();
    announceDropped();
    dispatcher.closeAll();
    pending.close();
    history.clear();
    return left;
  }

  void handlerFailed() {
    synchronized (lock) {
      failed++;
    }
  }

  EventCounts counts(long raised) {
    int kept = pending.size();
    synchronized (lock) {
      return new EventCounts(
          raised,
          delivered,
          backlog.size() + beingDelivered,
          kept,
          backlog.dropped(),
          backlog.replaced(),
          failed,
          backlog.highWaterMark());
    }
  }

  /** Keeps the events; errors go on to who still hears them, and a runspace's own news is over. */
  private int takeBack() {
    var left = new TreeMap<Long, Occurrence>();
    for (Handed handed : dispatcher.takeUnhandled()) {
      left.put(handed.number(), handed.occurrence());
    }
    int before;
    int after;
    synchronized (lock) {
      for (Entry entry = backlog.poll(); entry != null; entry = backlog.poll()) {
        left.put(entry.number(), entry.occurrence());
      }
      before = undelivered.size();
      left.values().stream().filter(Occurrence::isOrdinary).forEach(undelivered::add);
      after = undelivered.size();
    }
    for (Occurrence occurrence : left.values()) {
      if (occurrence.unheard().isAlsoForOverheard()) {
        occurrence.unheard().in(hub, occurrence);
      }
    }
    return after - before;
  }

  /**
   * Where nobody listens and nothing is under way, no thread need be started for an event. What
   * calls somebody's code when it is unheard is left to the thread all the same.
   */
  private boolean canSettleAtOnce(Occurrence occurrence) {
    return beingDelivered == 0
        && backlog.size() == 0
        && dispatcher.isEmpty()
        && occurrence.unheard().isQuiet();
  }

  /** Nothing is left to deliver where it has been taken back. */
  private void deliverNext() {
    Entry entry;
    synchronized (lock) {
      entry = backlog.poll();
      if (entry == null) {
        return;
      }
      beingDelivered++;
    }
    if (places != null) {
      places.handOut();
    }
    try {
      Occurrence occurrence = entry.occurrence();
      settle(occurrence, dispatcher.dispatch(occurrence, entry.number()));
    } finally {
      synchronized (lock) {
        beingDelivered--;
        delivered++;
      }
    }
  }

  /** Tells of a burst: of what was dropped while this letter was on its way. */
  private void announceDropped() {
    Burst burst;
    synchronized (lock) {
      announcing = false;
      burst = backlog.takeBurst();
    }
    if (burst.count() > 0) {
      hub.eventsDropped(
          new EventsDropped(context.name(), burst.count(), burst.total(), context.overflow()));
      burst.requests().forEach(request -> request.unheard().in(hub, request));
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
