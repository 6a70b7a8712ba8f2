package dev.runspaces.delivery;

import dev.runspaces.event.EngineEvents;
import dev.runspaces.event.ErrorOccurred;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where events begin: numbers what is raised in one runspace, and puts it into that runspace's
 * inbox, into the parent's, and further up where it is forwarded. Thread-safe.
 */
final class Source {
  private final EventHub hub;
  private final DeliveryContext context;

  /** Held while an event is numbered and put into the inboxes, so that all agree on the order. */
  private final Object raising = new Object();

  private long lastSequence;

  Source(EventHub hub, DeliveryContext context) {
    this.hub = hub;
    this.context = context;
  }

  /** Returns how many events there have been. */
  long raised() {
    synchronized (raising) {
      return lastSequence;
    }
  }

  /** Raises an event, or refuses it where there is no runspace to raise it in. */
  Occurrence raise(Emission emission) {
    if (!context.isBegun()) {
      throw new IllegalStateException(
          "raising \""
              + emission.sourceIdentifier()
              + "\" was refused: runspace \""
              + context.name()
              + "\" is not open yet; call open() first");
    }
    Emission keyed = hub.routes().withKeys(emission);
    // Before it has a number: whoever waits here must not hold up others.
    Admission admission = Admission.of(emission.sourceIdentifier(), hub);
    Instant time = hub.routes().showEvent(emission) ? Instant.now() : null;
    try {
      synchronized (raising) {
        Occurrence occurrence = number(keyed, time);
        if (!hub.inbox().accept(occurrence)) {
          throw hub.refused("raising \"" + emission.sourceIdentifier() + "\"");
        }
        passOn(occurrence);
        return occurrence;
      }
    } finally {
      admission.end();
    }
  }

  /** Takes over what was raised elsewhere; silent where a hub is closed, or not open yet. */
  void relay(Emission emission, Journey journey) {
    if (!context.isBegun()) {
      return;
    }
    Emission keyed = hub.routes().withKeys(emission);
    synchronized (raising) {
      // Looked up before it is numbered, so that no number is missing.
      if (!hub.inbox().knows(journey)) {
        Occurrence occurrence = number(keyed);
        if (hub.inbox().accept(occurrence)) {
          passOn(occurrence);
        }
      }
    }
  }

  /** Tells of something here and in the parent; silent where a hub is closed. */
  void announce(Emission emission) {
    synchronized (raising) {
      Occurrence occurrence = number(emission);
      hub.inbox().accept(occurrence);
      passOn(occurrence);
    }
  }

  /** Tells of something here and in the parent, also while this hub is closing. */
  void announceLate(Emission emission) {
    synchronized (raising) {
      Occurrence occurrence = number(emission);
      hub.inbox().acceptError(occurrence);
      passOn(occurrence);
    }
  }

  /** Tells of something here alone; silent where this hub is closed. */
  void announceHere(Emission emission) {
    synchronized (raising) {
      hub.inbox().accept(number(emission));
    }
  }

  /** Tells of an error: here, and from the parent on only if nobody here handles it. */
  void report(ErrorOccurred error, Climbing climbing) {
    Occurrence declined = null;
    synchronized (raising) {
      Occurrence occurrence = number(error, climbing);
      if (!hub.inbox().acceptError(occurrence)) {
        declined = occurrence;
      }
    }
    if (declined != null) {
      hub.failures().climb(declined, climbing);
    }
  }

  /** Tells of an error from the parent on. */
  void reportAbove(ErrorOccurred error, Climbing climbing) {
    Occurrence occurrence;
    synchronized (raising) {
      occurrence = number(error, climbing);
    }
    hub.failures().climb(occurrence, climbing);
  }

  private Occurrence number(ErrorOccurred error, Climbing climbing) {
    return number(Emission.of(EngineEvents.ERRORS_OCCURRED, climbing, error));
  }

  private Occurrence number(Emission emission) {
    return number(emission, Instant.now());
  }

  /** Called under the lock. */
  private Occurrence number(Emission emission, @Nullable Instant time) {
    return new Occurrence(emission, context.name(), ++lastSequence, time);
  }

  /** To the parent, and further as far as each on the way says so. Called under the lock. */
  private void passOn(Occurrence occurrence) {
    String name = occurrence.sourceIdentifier();
    EventHub above = hub.routes().next(hub, name);
    while (above != null && above.inbox().accept(occurrence)) {
      above = above.routes().next(hub, name);
    }
  }
}
