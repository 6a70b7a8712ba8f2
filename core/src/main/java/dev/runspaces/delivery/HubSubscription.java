package dev.runspaces.delivery;

import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Event;
import dev.runspaces.event.EventHandler;
import dev.runspaces.event.Subscription;
import org.jspecify.annotations.Nullable;

/** One handler in a hub. Its flag decides at the last moment whether an event still arrives. */
final class HubSubscription implements Subscription {
  private final EventHub hub;
  private final long id;
  private final long registeredAt;
  private final Interest interest;
  private final EventHandler<Object> handler;
  private final SubscriptionOptions options;

  private volatile boolean active = true;

  /** Written by the delivering thread only. */
  private volatile long triggers;

  HubSubscription(EventHub hub, Place place, Interest interest, Action action) {
    this.hub = hub;
    this.id = place.id();
    this.registeredAt = place.registeredAt();
    this.interest = interest;
    this.handler = action.handler();
    this.options = action.options();
  }

  /** Where a subscription stands: its number, and that of the last event accepted before it. */
  record Place(long id, long registeredAt) {}

  /** What a subscription does, and how. */
  record Action(EventHandler<Object> handler, SubscriptionOptions options) {}

  /**
   * Hands the event to the handler, if it is of interest. Called on the delivering thread.
   *
   * @return how the event is received by that
   */
  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer: the delivering thread
  Reception deliver(Occurrence occurrence, long number) {
    if (!active || number <= registeredAt) {
      return Reception.UNHEARD;
    }
    Event event = occurrence.through(this);
    Object selected = interest.select(occurrence, event);
    if (selected == null) {
      return Reception.UNHEARD;
    }
    // Before the call: while the last handler waits, events delivered meanwhile are not for it.
    triggers++;
    if (triggers >= options.maxTriggers()) {
      close();
    }
    try {
      handler.handle(selected);
    } catch (Throwable failure) {
      hub.handlerFailed(failure, event);
      if (occurrence.unheard() instanceof Request request) {
        request.handlerFailed(failure);
        return Reception.UNHEARD; // it is still to be answered, by somebody else
      }
      if (occurrence.payload() instanceof ErrorOccurred) {
        return Reception.UNHEARD; // it is still to be handled, by the parent
      }
    }
    return interest.reception(occurrence);
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String target() {
    return interest.target();
  }

  @Override
  public boolean isActive() {
    return active;
  }

  @Override
  public long triggers() {
    return triggers;
  }

  @Override
  public @Nullable Object messageData() {
    return options.messageData();
  }

  /** Returns the name of the runspace in whose event manager it is. */
  String runspace() {
    return hub.name();
  }

  boolean isListeningTo(String sourceIdentifier) {
    return active
        && interest instanceof Interest.InName name
        && name.target().equalsIgnoreCase(sourceIdentifier);
  }

  boolean isHidden() {
    return options.hidden();
  }

  @Override
  public void close() {
    active = false;
    hub.remove(this);
  }

  @Override
  public String toString() {
    return "subscription " + id + " to \"" + target() + "\"";
  }
}
