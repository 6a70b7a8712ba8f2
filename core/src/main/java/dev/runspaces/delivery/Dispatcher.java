package dev.runspaces.delivery;

import dev.runspaces.event.Subscription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who hears an event: the subscriptions of one hub, told in the order of their registration. Those
 * to a name are found by it, however many other names there are.
 */
final class Dispatcher {
  private static final HubSubscription[] NOBODY = {};

  /** Null until somebody subscribes to a name. No array is ever changed, here and below. */
  private volatile @Nullable NameIndex names;

  /** Those that are asked about each event. */
  private volatile HubSubscription[] others = NOBODY;

  private volatile int count;

  /** Whether anybody is given events as such, and not only what they carry. */
  private volatile boolean showsEvents;

  /** Made with the first event, and used again for every other. For the delivering thread only. */
  private @Nullable Round outermost;

  /** The event that is being told now. For the delivering thread only. */
  private @Nullable Round current;

  synchronized void add(HubSubscription subscription) {
    String name = subscription.name();
    if (name == null) {
      others = with(others, subscription);
    } else {
      if (names == null) {
        names = new NameIndex();
      }
      names.change(name, old -> with(old == null ? NOBODY : old, subscription));
    }
    showsEvents |= subscription.showsEvents();
  }

  synchronized void remove(HubSubscription subscription) {
    String name = subscription.name();
    if (name == null) {
      HubSubscription[] fewer = without(others, subscription);
      others = fewer == null ? NOBODY : fewer;
    } else if (names != null) {
      names.change(name, old -> old == null ? null : without(old, subscription));
    }
    if (subscription.showsEvents()) {
      lookWhoIsShownEvents();
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock
  private HubSubscription[] with(HubSubscription[] some, HubSubscription one) {
    HubSubscription[] more = Arrays.copyOf(some, some.length + 1);
    more[some.length] = one;
    count++;
    return more;
  }

  /** Returns null instead of nobody where that is a name's. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock
  private HubSubscription @Nullable [] without(HubSubscription[] some, HubSubscription one) {
    List<HubSubscription> fewer = new ArrayList<>(Arrays.asList(some));
    if (!fewer.remove(one)) {
      return some;
    }
    count--;
    return fewer.isEmpty() ? null : fewer.toArray(NOBODY);
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Returns those that are not hidden and whose targets match, oldest first. */
  List<Subscription> list(NamePattern targets) {
    var found = new ArrayList<Subscription>();
    for (HubSubscription subscription : all()) {
      if (!subscription.isHidden() && targets.matches(subscription.target())) {
        found.add(subscription);
      }
    }
    return List.copyOf(found);
  }

  private List<HubSubscription> all() {
    var all = new ArrayList<>(Arrays.asList(others));
    NameIndex byName = names;
    if (byName != null) {
      byName.all().forEach(some -> all.addAll(Arrays.asList(some)));
    }
    all.sort(Comparator.comparingLong(HubSubscription::id));
    return all;
  }

  boolean isListeningTo(String sourceIdentifier) {
    for (HubSubscription subscription : to(sourceIdentifier)) {
      if (subscription.isActive()) {
        return true;
      }
    }
    return false;
  }

  boolean showsEvents() {
    return showsEvents;
  }

  private void lookWhoIsShownEvents() {
    showsEvents =
        (names != null && !names.isEmpty())
            || Arrays.stream(others).anyMatch(HubSubscription::showsEvents);
  }

  private HubSubscription[] to(String sourceIdentifier) {
    NameIndex byName = names;
    HubSubscription[] found =
        byName == null || byName.isEmpty() ? null : byName.find(sourceIdentifier);
    return found == null ? NOBODY : found;
  }

  /**
   * Tells everybody. Called on the delivering thread, for one event at a time.
   *
   * @return how the event was received
   */
  Reception dispatch(Arrival arrival) {
    Round outer = current;
    Round round = outer == null ? outermost() : new Round();
    round.begin(arrival, outer);
    current = round;
    try {
      round.finish();
    } finally {
      current = outer;
    }
    return round.end();
  }

  private Round outermost() {
    Round made = outermost;
    if (made == null) {
      made = new Round();
      outermost = made;
    }
    return made;
  }

  /** Takes what executors were to handle and have not begun with. */
  List<Handed> takeUnhandled() {
    var unhandled = new ArrayList<Handed>();
    for (HubSubscription subscription : all()) {
      unhandled.addAll(subscription.takeUnhandled());
    }
    return unhandled;
  }

  void closeAll() {
    all().forEach(HubSubscription::close);
  }

  /** The telling of one event; inside another one's when a handler waits and events go on. */
  private final class Round {
    private @Nullable Arrival arrival;
    private @Nullable Round outer;
    private HubSubscription[] toItsName = NOBODY;
    private HubSubscription[] toOthers = NOBODY;
    private int nextToItsName;
    private int nextToOthers;
    private Reception reception = Reception.UNHEARD;

    void begin(Arrival told, @Nullable Round around) {
      arrival = told;
      outer = around;
      toItsName = names == null ? NOBODY : to(told.sourceIdentifier());
      toOthers = others;
      nextToItsName = 0;
      nextToOthers = 0;
      reception = Reception.UNHEARD;
    }

    /** Keeps nothing alive until the next time. */
    Reception end() {
      arrival = null;
      outer = null;
      toItsName = NOBODY;
      toOthers = NOBODY;
      return reception;
    }

    /** Tells those who have not heard it yet: first the earlier events, lest this overtake them. */
    void finish() {
      if (outer != null) {
        outer.finish();
      }
      boolean interrupted = false;
      Arrival told = Objects.requireNonNull(arrival);
      for (HubSubscription next = next(); next != null; next = next()) {
        reception = reception.or(next.deliver(told));
        // Whatever interrupted one handler was not meant for the next, but for who waits below.
        interrupted |= Thread.interrupted();
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    /** Returns the one that was registered next. */
    private @Nullable HubSubscription next() {
      HubSubscription named = nextToItsName < toItsName.length ? toItsName[nextToItsName] : null;
      HubSubscription other = nextToOthers < toOthers.length ? toOthers[nextToOthers] : null;
      if (named != null && (other == null || named.id() < other.id())) {
        nextToItsName++;
        return named;
      }
      if (other != null) {
        nextToOthers++;
      }
      return other;
    }
  }
}
