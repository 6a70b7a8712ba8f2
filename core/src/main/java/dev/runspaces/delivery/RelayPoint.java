package dev.runspaces.delivery;

import dev.runspaces.event.Registration;

/** A place to which events come, and from which they go on to others. */
public interface RelayPoint {

  /**
   * Takes an event over from elsewhere, unless it has been here before.
   *
   * @throws dev.runspaces.event.EventOverflowException if there is no room for it
   */
  void relay(Object payload, Journey journey);

  /**
   * Has the events that come here go on to another place. Whoever does that has not heard them: it
   * makes no difference to those who ask whether anybody has.
   */
  Registration relayTo(RelayPoint next);
}
