package dev.runspaces.delivery;

import dev.runspaces.event.Subscription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who hears an event: the subscriptions of one hub, told in the order of their registration. Those
 * to a name are found by it, however many other names there are.
 */
final class Dispatcher {
  static final HubSubscription[] NOBODY = {};

  /** Null until somebody subscribes to a name. No array is ever changed, here and below. */
  private volatile @Nullable NameIndex names;

  /** Those that are asked about each event. */
  private volatile HubSubscription[] others = NOBODY;

  private volatile int count;

  /** Whether anybody is given events as such, and not only what they carry. */
  private volatile boolean showsEvents;

  /** Whether anybody hands events on to a bus that is connected. */
  private volatile boolean leadsOnward;

  /** Those that are asked about each event, if nobody hears of any in another way; else null. */
  private volatile HubSubscription @Nullable [] plain;

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
    leadsOnward |= subscription.leadsOnward();
    lookWhoIsPlain();
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
    if (subscription.leadsOnward()) {
      leadsOnward = Arrays.stream(others).anyMatch(HubSubscription::leadsOnward);
    }
    lookWhoIsPlain();
  }

  private void lookWhoIsPlain() {
    HubSubscription[] all = others;
    boolean are = all.length == count && Arrays.stream(all).allMatch(HubSubscription::isPlain);
    plain = are && count > 0 ? all : null;
  }

  /**
   * Returns all who hear anything, if they are given objects, as they are and on the delivering
   * thread; null if there are others, or nobody.
   */
  HubSubscription @Nullable [] plain() {
    return plain;
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

  boolean leadsOnward() {
    return leadsOnward;
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

  /** Says who hears what has come. */
  void begin(Round round) {
    NameIndex byName = names;
    round.begin(byName == null || byName.isEmpty() ? NOBODY : to(round.sourceIdentifier()), others);
  }

  /** Takes what executors were to handle and have not begun with. */
  List<Handed> takeUnhandled() {
    var unhandled = new ArrayList<Handed>();
    for (HubSubscription subscription : all()) {
      unhandled.addAll(subscription.takeUnhandled());
    }
    return unhandled;
  }

  /** Looks after what executors have thrown away. */
  void refuseThrownAway() {
    all().forEach(HubSubscription::refuseThrownAway);
  }

  void closeAll() {
    all().forEach(HubSubscription::close);
  }
}
