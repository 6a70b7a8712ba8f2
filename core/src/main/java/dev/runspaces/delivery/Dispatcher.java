package dev.runspaces.delivery;

import dev.runspaces.event.Subscription;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Who hears an event: the subscriptions of one hub, told in the order of their registration. */
final class Dispatcher {
  private final CopyOnWriteArrayList<HubSubscription> subscriptions = new CopyOnWriteArrayList<>();

  /** The event that is being told now. For the delivering thread only. */
  private @Nullable Round current;

  void add(HubSubscription subscription) {
    subscriptions.add(subscription);
  }

  void remove(HubSubscription subscription) {
    subscriptions.remove(subscription);
  }

  boolean isEmpty() {
    return subscriptions.isEmpty();
  }

  /** Returns those that are not hidden and whose targets match, oldest first. */
  List<Subscription> list(NamePattern targets) {
    var found = new ArrayList<Subscription>();
    for (HubSubscription subscription : subscriptions) {
      if (!subscription.isHidden() && targets.matches(subscription.target())) {
        found.add(subscription);
      }
    }
    return List.copyOf(found);
  }

  boolean isListeningTo(String sourceIdentifier) {
    for (HubSubscription subscription : subscriptions) {
      if (subscription.isListeningTo(sourceIdentifier)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells everybody. Called on the delivering thread, for one event at a time.
   *
   * @return how the event was received
   */
  Reception dispatch(Occurrence occurrence, long number) {
    var round = new Round(occurrence, number, current);
    current = round;
    try {
      round.finish();
    } finally {
      current = round.outer;
    }
    return round.reception;
  }

  /** Takes what executors were to handle and have not begun with. */
  List<Handed> takeUnhandled() {
    var unhandled = new ArrayList<Handed>();
    for (HubSubscription subscription : subscriptions) {
      unhandled.addAll(subscription.takeUnhandled());
    }
    return unhandled;
  }

  void closeAll() {
    subscriptions.forEach(HubSubscription::close);
  }

  /** The telling of one event; inside another one's when a handler waits and events go on. */
  private final class Round {
    private final Occurrence occurrence;
    private final long number;
    private final @Nullable Round outer;
    private final Iterator<HubSubscription> listeners = subscriptions.iterator();
    private Reception reception = Reception.UNHEARD;

    Round(Occurrence occurrence, long number, @Nullable Round outer) {
      this.occurrence = occurrence;
      this.number = number;
      this.outer = outer;
    }

    /** Tells those who have not heard it yet: first the earlier events, lest this overtake them. */
    void finish() {
      if (outer != null) {
        outer.finish();
      }
      boolean interrupted = false;
      while (listeners.hasNext()) {
        reception = reception.or(listeners.next().deliver(occurrence, number));
        // Whatever interrupted one handler was not meant for the next, but for who waits below.
        interrupted |= Thread.interrupted();
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
