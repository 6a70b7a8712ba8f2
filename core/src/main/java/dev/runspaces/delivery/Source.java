package dev.runspaces.delivery;

import dev.runspaces.event.EngineEvents;
import dev.runspaces.event.ErrorOccurred;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where events begin: numbers what is raised in one runspace, and puts it into that runspace's
 * inbox, into the parent's, and further up where it is forwarded. Thread-safe.
 */
final class Source {
  private final EventHub hub;
  private final DeliveryContext context;

  /** Held while an event is numbered and put into the inboxes, so that all agree on the order. */
  private final Turnstile turnstile;

  Source(EventHub hub, DeliveryContext context) {
    this.hub = hub;
    this.context = context;
    this.turnstile = hub.inbox().turnstile();
  }

  /** Returns how many events there have been. */
  long raised() {
    turnstile.enter();
    try {
      return turnstile.lastNumber();
    } finally {
      turnstile.leave();
    }
  }

  /** Raises an event, or refuses it where there is no runspace to raise it in. */
  Occurrence raise(Emission emission) {
    requireBegun(emission.sourceIdentifier());
    Emission keyed = hub.routes().withKeys(emission);
    // Before it has a number: whoever waits here must not hold up others.
    Admission admission = Admission.of(emission.sourceIdentifier(), hub);
    long time = hub.routes().showEvent(emission) ? Occurrence.now() : Occurrence.WHEN_ASKED;
    try {
      return raise(keyed, time);
    } finally {
      admission.end();
    }
  }

  /** Waits for room as {@link #raise} does, for {@link #raiseAdmitted}. */
  void awaitRoom(String sourceIdentifier) {
    if (context.isBegun() && hub.inbox().isAccepting()) {
      Admission.of(sourceIdentifier, hub).end();
    }
  }

  /** Raises an event as {@link #raise} does, but lets it in however many wait. */
  Occurrence raiseAdmitted(Emission emission) {
    requireBegun(emission.sourceIdentifier());
    long time = hub.routes().showEvent(emission) ? Occurrence.now() : Occurrence.WHEN_ASKED;
    return raise(hub.routes().withKeys(emission), time);
  }

  private Occurrence raise(Emission emission, long time) {
    Occurrence occurrence;
    long here;
    Due above = null;
    turnstile.enter();
    try {
      occurrence = number(onItsJourney(emission), time);
      here = hub.inbox().accept(occurrence);
      if (here != Inbox.REFUSED) {
        above = passOn(occurrence);
      }
    } finally {
      turnstile.leave();
    }
    seeTo(here, above);
    if (here == Inbox.REFUSED) {
      throw hub.refused("raising \"" + emission.sourceIdentifier() + "\"");
    }
    return occurrence;
  }

  /**
   * Has an event go on to the buses that are connected where it comes to. Called with the
   * turnstile: from one number on it is all events, or none until then.
   */
  private Emission onItsJourney(Emission emission) {
    return emission.unheard() instanceof Request
        ? emission
        : emission.on(hub.routes().journeyOf(emission.sourceIdentifier()));
  }

  /**
   * Raises what carries an object, as {@link #raise} does, where nobody looks at more than that.
   *
   * @return its number; 0 if it has to be raised as an event
   */
  long post(Object payload, Origin origin) {
    return context.isBegun() ? post(payload, origin, false) : 0;
  }

  /**
   * Posts an object from the runspace's own code, on its thread, if it is the next to be told
   * there: those here have been told when this returns.
   *
   * @return whether it was; else it has to be posted as others are
   */
  boolean tell(Object payload, Origin origin) {
    Inbox inbox = hub.inbox();
    if (inbox.plainToTell() != null && post(payload, origin, true) != 0) {
      return true;
    }
    return inbox.isNextToTell() && tell(origin.emission(payload), Occurrence.now());
  }

  private boolean tell(Emission emission, long time) {
    Inbox inbox = hub.inbox();
    Occurrence occurrence;
    Due above;
    turnstile.enter();
    try {
      if (!inbox.isNextToTell() || hub.routes().asksForMore(emission.sourceIdentifier())) {
        return false;
      }
      occurrence = number(emission, time);
      above = passOn(occurrence);
    } finally {
      turnstile.leave();
    }
    try {
      Due.seeToAll(above);
    } finally {
      inbox.tell(null, occurrence, null, occurrence.sequence());
    }
    return true;
  }

  private long post(Object payload, Origin origin, boolean isToBeTold) {
    Inbox inbox = hub.inbox();
    HubSubscription[] hearers = null;
    long sequence;
    long here = Inbox.SETTLED;
    long inParent = Inbox.SETTLED;
    Due further = null;
    turnstile.enter();
    try {
      hearers = isToBeTold ? inbox.plainToTell() : null;
      if (isToBeTold
          ? hearers == null || !hub.routes().isForPayloadElsewhere(payload)
          : !hub.routes().isForPayload(payload)) {
        return 0;
      }
      sequence = turnstile.number();
      if (hearers == null) {
        here = inbox.accept(payload, origin, sequence);
      }
      EventHub next = here == Inbox.REFUSED ? null : hub.parent();
      if (next != null) {
        inParent = next.inbox().accept(payload, origin, sequence);
        next = inParent == Inbox.REFUSED ? null : next.routes().nextFor(payload);
      }
      while (next != null) {
        long taken = next.inbox().accept(payload, origin, sequence);
        further = new Due(next.inbox(), taken, further);
        next = taken == Inbox.REFUSED ? null : next.routes().nextFor(payload);
      }
    } finally {
      turnstile.leave();
    }
    try {
      seeTo(here, inParent, further);
    } finally {
      if (hearers != null) {
        inbox.tell(hearers, payload, origin, sequence);
      }
    }
    if (here == Inbox.REFUSED) {
      throw hub.refused("raising \"" + EventHub.nameOf(payload) + "\"");
    }
    return sequence;
  }

  private void requireBegun(String sourceIdentifier) {
    if (!context.isBegun()) {
      throw new IllegalStateException(
          "raising \""
              + sourceIdentifier
              + "\" was refused: runspace \""
              + context.name()
              + "\" is not open yet; call open() first");
    }
  }

  /**
   * Takes over what was raised elsewhere; silent where a hub is closed, or not open yet.
   *
   * @throws dev.runspaces.event.EventOverflowException if there is no room for it
   */
  void relay(Emission emission, Journey journey) {
    // What does not get in anyway needs no room.
    if (!context.isBegun() || !hub.inbox().isAccepting() || hub.inbox().knows(journey)) {
      return;
    }
    Emission keyed = hub.routes().withKeys(emission);
    Admission admission = Admission.ofPassing(emission.sourceIdentifier(), hub);
    try {
      relayAdmitted(keyed, journey);
    } finally {
      admission.end();
    }
  }

  private void relayAdmitted(Emission emission, Journey journey) {
    long here = Inbox.SETTLED;
    Due above = null;
    turnstile.enter();
    try {
      // Looked up before it is numbered, so that no number is missing.
      if (!hub.inbox().knows(journey)) {
        Occurrence occurrence = number(emission);
        here = hub.inbox().accept(occurrence);
        if (here != Inbox.REFUSED) {
          above = passOn(occurrence);
        }
      }
    } finally {
      turnstile.leave();
    }
    seeTo(here, above);
  }

  /** Tells of something here and in the parent; silent where a hub is closed. */
  void announce(Emission emission) {
    announce(emission, hub.inbox()::accept);
  }

  /** Tells of something here and in the parent, also while this hub is closing. */
  void announceLate(Emission emission) {
    announce(emission, hub.inbox()::acceptError);
  }

  private void announce(Emission emission, ToLongFunction<Occurrence> acceptance) {
    long here;
    Due above;
    turnstile.enter();
    try {
      Occurrence occurrence = number(emission);
      here = acceptance.applyAsLong(occurrence);
      above = passOn(occurrence);
    } finally {
      turnstile.leave();
    }
    seeTo(here, above);
  }

  /** Tells of something here alone; returns false where this hub is closed. */
  boolean announceHere(Emission emission) {
    long here;
    turnstile.enter();
    try {
      here = hub.inbox().accept(number(emission));
    } finally {
      turnstile.leave();
    }
    hub.inbox().seeTo(here);
    return here != Inbox.REFUSED;
  }

  /** Tells of an error: here, and from the parent on only if nobody here handles it. */
  void report(ErrorOccurred error, Climbing climbing) {
    Occurrence occurrence;
    long here;
    turnstile.enter();
    try {
      occurrence = number(error, climbing);
      here = hub.inbox().acceptError(occurrence);
    } finally {
      turnstile.leave();
    }
    hub.inbox().seeTo(here);
    if (here == Inbox.REFUSED) {
      hub.failures().climb(occurrence, climbing);
    }
  }

  /** Tells of an error from the parent on. */
  void reportAbove(ErrorOccurred error, Climbing climbing) {
    Occurrence occurrence;
    turnstile.enter();
    try {
      occurrence = number(error, climbing);
    } finally {
      turnstile.leave();
    }
    hub.failures().climb(occurrence, climbing);
  }

  private Occurrence number(ErrorOccurred error, Climbing climbing) {
    return number(Emission.of(EngineEvents.ERRORS_OCCURRED, climbing, error));
  }

  private Occurrence number(Emission emission) {
    return number(emission, Occurrence.now());
  }

  /** Called with the turnstile. */
  private Occurrence number(Emission emission, long time) {
    return new Occurrence(emission, context.name(), turnstile.number(), time);
  }

  /**
   * To the parent, and further as far as each on the way says so. Called with the turnstile.
   *
   * @return what is still to be seen to there; null if nothing
   */
  private @Nullable Due passOn(Occurrence occurrence) {
    String name = occurrence.sourceIdentifier();
    Due due = null;
    EventHub above = hub.routes().next(hub, name);
    while (above != null) {
      long taken = above.inbox().accept(occurrence);
      due = new Due(above.inbox(), taken, due);
      above = taken == Inbox.REFUSED ? null : above.routes().next(hub, name);
    }
    return due;
  }

  /**
   * What is still to be seen to when the turnstile is left: others need not wait until a thread is
   * woken, and to have it woken may be to call somebody's executor.
   */
  private record Due(Inbox inbox, long taken, @Nullable Due before) {
    /** Sees to all of it, those first where it was taken first. */
    static void seeToAll(@Nullable Due due) {
      if (due != null) {
        try {
          seeToAll(due.before);
        } finally {
          due.inbox.seeTo(due.taken);
        }
      }
    }
  }

  private void seeTo(long here, @Nullable Due above) {
    try {
      hub.inbox().seeTo(here);
    } finally {
      Due.seeToAll(above);
    }
  }

  /** As the other one, for the usual case, in which there is nothing further than the parent. */
  private void seeTo(long here, long inParent, @Nullable Due further) {
    try {
      hub.inbox().seeTo(here);
    } finally {
      EventHub parent = hub.parent();
      if (parent != null) {
        try {
          parent.inbox().seeTo(inParent);
        } finally {
          Due.seeToAll(further);
        }
      }
    }
  }
}
