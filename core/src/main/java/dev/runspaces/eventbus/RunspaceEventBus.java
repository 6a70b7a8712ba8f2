package dev.runspaces.eventbus;

import com.google.common.eventbus.DeadEvent;
import com.google.common.eventbus.EventBus;
import dev.runspaces.delivery.EventHub;
import dev.runspaces.delivery.Journey;
import dev.runspaces.delivery.Origin;
import dev.runspaces.delivery.OwnPosts;
import dev.runspaces.delivery.RelayPoint;
import dev.runspaces.delivery.Unheard;
import dev.runspaces.event.Event;
import dev.runspaces.event.Registration;
import java.util.Objects;

/**
 * A runspace's events in the shape that Guava's users know: {@code @Subscribe} methods are
 * subscriptions like any other, and what is posted is an event like any other.
 *
 * <p>Unlike Guava's own, it calls subscribers on the runspace's thread, keeps the order of events,
 * tells nobody who has unregistered, and turns a subscriber's failure into an error event. It calls
 * one subscriber at a time, also where {@code @AllowConcurrentEvents} would allow more.
 */
public final class RunspaceEventBus extends EventBus implements RelayPoint {
  private final EventHub hub;
  private final OwnPosts ownPosts;
  private final Listeners listeners;
  private final Connections connections = new Connections();

  /** Where what is posted here comes from; what nobody here hears is buried. */
  private final Origin origin;

  /** Makes the bus of a runspace. */
  public RunspaceEventBus(String runspace, EventHub hub) {
    super(runspace);
    this.hub = hub;
    this.ownPosts = new OwnPosts(hub);
    this.listeners = new Listeners(hub);
    this.origin = new Origin(runspace, new Burial());
  }

  /**
   * Subscribes each {@code @Subscribe} method of the listener; a second time does nothing.
   *
   * @throws IllegalArgumentException if a method cannot be a subscriber; none is then registered
   */
  @Override
  public void register(Object listener) {
    Objects.requireNonNull(listener, "register: a listener is needed");
    listeners.register(listener);
  }

  /** Subscribes as {@link #register} does, until the handle is closed and all others it has. */
  public Registration registerScoped(Object listener) {
    return listeners.registerScoped(listener);
  }

  /**
   * Ends the listener's subscriptions, also those that somebody has a handle to.
   *
   * @throws IllegalArgumentException if it has subscriber methods and is not registered, as Guava's
   *     bus does
   */
  @Override
  public void unregister(Object listener) {
    Objects.requireNonNull(listener, "unregister: a listener is needed");
    if (!listeners.unregister(listener) && !SubscriberMethod.of(listener.getClass()).isEmpty()) {
      throw new IllegalArgumentException(
          "unregister: "
              + listener
              + " is not registered on the bus of runspace \""
              + identifier()
              + "\"");
    }
  }

  /**
   * Raises the event. Called by the runspace's own code, it returns when the subscribers here have
   * been told, as Guava's does: of what came before, of this, and of what they post meanwhile. A
   * subscriber itself does not wait for that: what it posts is told when it has returned. On the
   * EDT, and whatever thread must not be held up, what other events are before is told in its turn.
   * Called on any other thread, it returns at once. An event that no one here hears comes back as a
   * {@link DeadEvent}.
   */
  @Override
  public void post(Object event) {
    Objects.requireNonNull(event, "post: an event is needed");
    ownPosts.post(event, origin);
  }

  /** Turns what nobody hears into a {@link DeadEvent}. */
  private final class Burial implements Unheard {
    @Override
    public void in(EventHub where, Event event) {
      // The parent's hub had the event too, but it was not posted on the parent's bus.
      Object payload = event.payload();
      if (where == hub && payload != null && !(payload instanceof DeadEvent)) {
        // Only here, for the parent may well have heard it; and silent where the runspace closes
        // meanwhile: it is an echo, not somebody's event.
        ownPosts.inAnswer(
            () ->
                hub.announceHere(
                    DeadEvent.class.getSimpleName(),
                    new DeadEvent(RunspaceEventBus.this, payload)));
      }
    }

    @Override
    public boolean isQuiet() {
      return true;
    }

    @Override
    public boolean isAboutPayload() {
      return true;
    }
  }

  /**
   * Has what is posted here posted on another bus, and what is posted there here; until it is
   * closed, or a runspace ends that takes part in it.
   *
   * @throws IllegalArgumentException if it is this bus
   * @throws IllegalStateException if a runspace that takes part in it is closed
   */
  public Registration connect(EventBus other) {
    if (other == this) {
      throw new IllegalArgumentException(
          "connect: this is the bus of runspace \""
              + identifier()
              + "\" itself; its subscribers hear already what is posted on it");
    }
    RelayPoint there = other instanceof RunspaceEventBus peer ? peer : BusTap.on(other);
    return Connection.between(this, there).handOver();
  }

  @Override
  public void relay(Object event, Journey journey) {
    if (!(event instanceof DeadEvent)) {
      hub.relay(event, journey);
    }
  }

  @Override
  public Registration relayTo(RelayPoint next) {
    return hub.relayTo(next);
  }

  Connections connections() {
    return connections;
  }

  /** Ends all connections, and keeps no listener any more. */
  public void end() {
    listeners.end();
    connections.endAll();
  }

  @Override
  public String toString() {
    return "bus of " + hub;
  }
}
