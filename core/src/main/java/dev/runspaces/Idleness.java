package dev.runspaces;

import dev.runspaces.delivery.EventHub;
import dev.runspaces.event.EngineEvents;
import org.jspecify.annotations.Nullable;

/** Tells, once each time, that a runspace has nothing to do. For the runspace's thread. */
final class Idleness {
  private final RunspaceCore runspace;

  /** How many letters the runspace had done when it was told last. */
  private long doneWhenTold;

  /** How many letters the telling itself has caused: 1 where somebody in the runspace hears it. */
  private int ownLetters;

  /** The thread that is just telling. */
  private volatile @Nullable Thread teller;

  Idleness(RunspaceCore runspace) {
    this.runspace = runspace;
  }

  /** Called when there is nothing left to do, with the number of letters done so far. */
  void check(long done) {
    EventHub events = runspace.events();
    boolean nothingSince = done == doneWhenTold + ownLetters;
    if (nothingSince
        || runspace.state() != RunspaceState.OPENED
        || !events.hasSubscriberFor(EngineEvents.ON_IDLE)) {
      return;
    }
    doneWhenTold = done;
    ownLetters = 0;
    teller = Thread.currentThread();
    try {
      events.announce(EngineEvents.ON_IDLE);
    } finally {
      teller = null;
    }
  }

  /** Called, on any thread, when an event is going to be delivered in the runspace. */
  void noteDelivery() {
    if (teller == Thread.currentThread()) {
      ownLetters = 1;
    }
  }
}
