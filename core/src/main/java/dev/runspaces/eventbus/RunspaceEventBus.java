package dev.runspaces.eventbus;

import com.google.common.eventbus.DeadEvent;
import com.google.common.eventbus.EventBus;
import dev.runspaces.delivery.EventHub;
import dev.runspaces.delivery.Unheard;
import dev.runspaces.event.Event;
import dev.runspaces.event.Subscription;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * A runspace's events in the shape that Guava's users know: {@code @Subscribe} methods are
 * subscriptions like any other, and what is posted is an event like any other.
 *
 * <p>Unlike Guava's own, it calls subscribers on the runspace's thread, keeps the order of events,
 * tells nobody who has unregistered, and turns a subscriber's failure into an error event.
 */
public final class RunspaceEventBus extends EventBus {
  private final EventHub hub;
  private final IdentityHashMap<Object, List<Subscription>> registered = new IdentityHashMap<>();

  /** Makes the bus of a runspace. */
  public RunspaceEventBus(String runspace, EventHub hub) {
    super(runspace);
    this.hub = hub;
  }

  /**
   * Subscribes each {@code @Subscribe} method of the listener; a second time does nothing.
   *
   * @throws IllegalArgumentException if a method cannot be a subscriber; none is then registered
   */
  @Override
  public void register(Object listener) {
    List<SubscriberMethod> methods = SubscriberMethod.of(listener.getClass());
    synchronized (registered) {
      if (!registered.containsKey(listener)) {
        var subscriptions = new ArrayList<Subscription>();
        for (SubscriberMethod method : methods) {
          subscriptions.add(hub.on(method.eventType(), event -> method.invoke(listener, event)));
        }
        registered.put(listener, subscriptions);
      }
    }
  }

  /**
   * Ends the listener's subscriptions.
   *
   * @throws IllegalArgumentException if it is not registered, as Guava's bus does
   */
  @Override
  public void unregister(Object listener) {
    List<Subscription> subscriptions;
    synchronized (registered) {
      subscriptions = registered.remove(listener);
    }
    if (subscriptions == null) {
      throw new IllegalArgumentException(
          "unregister: "
              + listener
              + " is not registered on the bus of runspace \""
              + identifier()
              + "\"");
    }
    subscriptions.forEach(Subscription::close);
  }

  /**
   * Raises the event; returns before it is delivered. An event that no one here hears comes back as
   * a {@link DeadEvent}.
   */
  @Override
  public void post(Object event) {
    hub.post(event, event instanceof DeadEvent ? Unheard.FORGET : this::bury);
  }

  private void bury(EventHub where, Event event) {
    // The parent's hub had the event too, but it was not posted on the parent's bus.
    Object payload = event.payload();
    if (where == hub && payload != null) {
      // Only here, for the parent may well have heard it; and silent where the runspace closes
      // meanwhile: it is an echo, not somebody's event.
      hub.announceHere(DeadEvent.class.getSimpleName(), new DeadEvent(this, payload));
    }
  }
}
