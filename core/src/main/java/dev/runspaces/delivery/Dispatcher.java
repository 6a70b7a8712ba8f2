package dev.runspaces.delivery;

import dev.runspaces.event.Subscription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who hears an event: the subscriptions of one hub, told in the order of their registration. */
final class Dispatcher {
  private static final HubSubscription[] NOBODY = {};

  /** Never changed, but replaced under this object's lock. */
  private volatile HubSubscription[] subscriptions = NOBODY;

  /** For the delivering thread only, as what follows: used again for every event. */
  private final Round outermost = new Round();

  /** The event that is being told now. For the delivering thread only. */
  private @Nullable Round current;

  synchronized void add(HubSubscription subscription) {
    int count = subscriptions.length;
    HubSubscription[] more = Arrays.copyOf(subscriptions, count + 1);
    more[count] = subscription;
    subscriptions = more;
  }

  synchronized void remove(HubSubscription subscription) {
    List<HubSubscription> fewer = new ArrayList<>(Arrays.asList(subscriptions));
    if (fewer.remove(subscription)) {
      subscriptions = fewer.toArray(NOBODY);
    }
  }

  boolean isEmpty() {
    return subscriptions.length == 0;
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
    Round outer = current;
    Round round = outer == null ? outermost : new Round();
    round.begin(occurrence, number, outer);
    current = round;
    try {
      round.finish();
    } finally {
      current = outer;
    }
    return round.end();
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
    for (HubSubscription subscription : subscriptions) {
      subscription.close();
    }
  }

  /** The telling of one event; inside another one's when a handler waits and events go on. */
  private final class Round {
    private @Nullable Occurrence occurrence;
    private long number;
    private @Nullable Round outer;
    private HubSubscription[] listeners = NOBODY;
    private int next;
    private Reception reception = Reception.UNHEARD;

    void begin(Occurrence told, long itsNumber, @Nullable Round around) {
      occurrence = told;
      number = itsNumber;
      outer = around;
      listeners = subscriptions;
      next = 0;
      reception = Reception.UNHEARD;
    }

    /** Keeps nothing alive until the next time. */
    Reception end() {
      occurrence = null;
      outer = null;
      listeners = NOBODY;
      return reception;
    }

    /** Tells those who have not heard it yet: first the earlier events, lest this overtake them. */
    void finish() {
      if (outer != null) {
        outer.finish();
      }
      boolean interrupted = false;
      Occurrence told = Objects.requireNonNull(occurrence);
      while (next < listeners.length) {
        reception = reception.or(listeners[next++].deliver(told, number));
        // Whatever interrupted one handler was not meant for the next, but for who waits below.
        interrupted |= Thread.interrupted();
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
