package dev.runspaces.delivery;

import dev.runspaces.event.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who hears an event: the subscriptions of one hub, told in the order of their registration. */
final class Dispatcher {
  private final CopyOnWriteArrayList<HubSubscription> subscriptions = new CopyOnWriteArrayList<>();

  void add(HubSubscription subscription) {
    subscriptions.add(subscription);
  }

  void remove(HubSubscription subscription) {
    subscriptions.remove(subscription);
  }

  boolean isEmpty() {
    return subscriptions.isEmpty();
  }

  List<Subscription> list() {
    return List.copyOf(subscriptions);
  }

  /**
   * Tells everybody. Called on the delivering thread, for one event at a time.
   *
   * @return whether anybody dealt with the event
   */
  boolean dispatch(Occurrence occurrence, long number) {
    boolean heard = false;
    for (HubSubscription subscription : subscriptions) {
      heard |= subscription.deliver(occurrence, number);
    }
    return heard;
  }

  void closeAll() {
    subscriptions.forEach(HubSubscription::close);
  }
}
