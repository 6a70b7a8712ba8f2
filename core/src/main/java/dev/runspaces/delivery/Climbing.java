package dev.runspaces.delivery;

import dev.runspaces.event.Event;

/** The way of an error: from hub to parent until somebody handles it, and then out at the top. */
record Climbing(Runnable orElse) implements Unheard {

  @Override
  public void in(EventHub hub, Event event) {
    hub.failures().climb((Occurrence) event, this);
  }

  @Override
  public boolean isAlsoForOverheard() {
    return true;
  }

  @Override
  public boolean isForOrdinary() {
    return false;
  }
}
