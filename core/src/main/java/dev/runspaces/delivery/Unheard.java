package dev.runspaces.delivery;

import dev.runspaces.event.Event;

/** What becomes of an event in a hub in which nobody has heard it. */
@FunctionalInterface
@SuppressWarnings("ClassInitializationDeadlock") // Quiet is made here alone
public interface Unheard {

  /** Nothing: it was for whoever cares. */
  Unheard FORGET = new Quiet("forget");

  /** It stays pending, for somebody who asks later. */
  Unheard KEEP = new Quiet("keep");

  /** Nothing: it was what a runspace has to say of itself. */
  Unheard NEWS = new Quiet("news");

  /** Called on the hub's delivering thread; where {@link #isQuiet}, on any. */
  void in(EventHub hub, Event event);

  /** Whether it calls nobody's code, and so may happen where the event is raised. */
  default boolean isQuiet() {
    return false;
  }

  /** Whether the event counts as unheard where only those heard it who listen to everything. */
  default boolean isAlsoForOverheard() {
    return false;
  }

  /** The ways in which no code is called; told apart by identity. */
  record Quiet(String name) implements Unheard {
    @Override
    public void in(EventHub hub, Event event) {
      if (equals(KEEP)) {
        hub.keepPending((Occurrence) event);
      }
    }

    @Override
    public boolean isQuiet() {
      return true;
    }
  }
}
