package dev.runspaces.delivery;

import dev.runspaces.event.Event;
import java.util.OptionalLong;

/** What becomes of an event in a hub in which nobody has heard it. */
@FunctionalInterface
public interface Unheard {

  /** Nothing: it was for whoever cares. */
  Unheard FORGET = (hub, event) -> {};

  /** It stays pending, for somebody who asks later. */
  Unheard KEEP = (hub, event) -> hub.keepPending((Occurrence) event);

  /** Nothing: it was what a runspace has to say of itself. */
  Unheard NEWS = (hub, event) -> {};

  /** Called on the hub's delivering thread; where {@link #isQuiet}, on any. */
  void in(EventHub hub, Event event);

  /** Whether it calls nobody's code, and so may happen where the event is raised. */
  default boolean isQuiet() {
    return this == FORGET || this == KEEP || this == NEWS;
  }

  /** Whether the event counts as unheard where only those heard it who listen to everything. */
  default boolean isAlsoForOverheard() {
    return false;
  }

  /** Whether the event is the program's own, and no error and nothing that a runspace tells. */
  default boolean isForOrdinary() {
    return this != NEWS;
  }

  /** Whether it is about what the event carries, and nobody asks for more but who is given it. */
  default boolean isAboutPayload() {
    return this == FORGET;
  }

  /** Returns what the event has in common with its request or its reply, if it is one of these. */
  default OptionalLong correlation() {
    return OptionalLong.empty();
  }
}
