package dev.runspaces.delivery;

import dev.runspaces.event.Event;

/** What becomes of an event in a hub in which nobody has heard it. */
@FunctionalInterface
public interface Unheard {

  /** Nothing: it was news for whoever cares. */
  Unheard FORGET = (hub, event) -> {};

  /** It stays pending, for somebody who asks later. */
  Unheard KEEP = EventHub::keepPending;

  /** Called on the hub's delivering thread. */
  void in(EventHub hub, Event event);
}
