package dev.runspaces.delivery;

import dev.runspaces.event.Overflow.LatestByKey;
import dev.runspaces.event.Registration;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where events come to: a runspace's own to itself and to the parent, one from below further up as
 * far as it is forwarded; and what that asks of whoever raises them. Thread-safe.
 */
final class Routes {
  private final EventHub hub;
  private final @Nullable EventHub parent;
  private final Forwards forwards = new Forwards();

  /** Whether somebody who raises an event here may have to wait, here or further up. */
  private final boolean holdsUpRaisers;

  /** Whether events that are raised here replace others by keys, here or further up. */
  private final boolean asksForKeys;

  Routes(EventHub hub, @Nullable EventHub parent) {
    this.hub = hub;
    this.parent = parent;
    this.holdsUpRaisers =
        Places.areLimited(hub.overflow()) || (parent != null && parent.routes().holdsUpRaisers);
    this.asksForKeys =
        hub.overflow() instanceof LatestByKey || (parent != null && parent.routes().asksForKeys);
  }

  /** Has events from below go on to the parent. */
  Registration forward(String pattern) {
    if (parent == null) {
      throw new IllegalStateException(
          "forward(\""
              + pattern
              + "\") was refused: runspace \""
              + hub.name()
              + "\" has no parent to forward to; forward in a runspace between the source and the"
              + " one that is to hear of it");
    }
    return forwards.add(NamePattern.of(pattern));
  }

  /** Returns where an event goes on to from here, if anywhere. */
  @Nullable EventHub next(EventHub origin, String sourceIdentifier) {
    return hub == origin || forwards.include(sourceIdentifier) ? parent : null;
  }

  boolean holdsUpRaisers() {
    return holdsUpRaisers;
  }

  /**
   * Tells whether somebody may look at an event itself, and not only at what it carries: then it
   * needs a time, which is expensive.
   */
  boolean showEvent(Emission emission) {
    if (!emission.unheard().isAboutPayload()) {
      return true;
    }
    for (EventHub at = hub; at != null; at = at.routes().next(hub, emission.sourceIdentifier())) {
      if (at.inbox().showsEvents()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells whether more is asked of who raises such an event than that it has a number: to wait for
   * room, a key, or a journey.
   */
  boolean asksForMore(String sourceIdentifier) {
    return holdsUpRaisers || asksForKeys || journeyOf(sourceIdentifier) != null;
  }

  /** Begins the journey of an event; null where none of those it comes to leads on to a bus. */
  @Nullable Journey journeyOf(String sourceIdentifier) {
    for (EventHub at = hub; at != null; at = at.routes().next(hub, sourceIdentifier)) {
      if (at.inbox().leadsOnward()) {
        return new Journey();
      }
    }
    return null;
  }

  /** Returns where something that was posted below goes on to from here, if anywhere. */
  @Nullable EventHub nextFor(Object payload) {
    return forwards.areNone() || !forwards.include(EventHub.nameOf(payload)) ? null : parent;
  }

  /** Tells whether, of something that is posted here, the object alone is of interest. */
  boolean isForPayload(Object payload) {
    return !hub.inbox().showsEventOf(payload) && isForPayloadElsewhere(payload);
  }

  /** Tells whether the object alone is of interest to whoever else than those here hears of it. */
  boolean isForPayloadElsewhere(Object payload) {
    if (holdsUpRaisers || asksForKeys) {
      return false;
    }
    EventHub next = parent;
    boolean forPayload = true;
    while (forPayload && next != null) {
      forPayload = !next.inbox().showsEventOf(payload);
      next = next.routes().nextFor(payload);
    }
    return forPayload;
  }

  /** Asks for the keys of an event before it has a number: that is users' code. */
  Emission withKeys(Emission emission) {
    if (!asksForKeys) {
      return emission;
    }
    var draft = new Occurrence(emission, hub.name(), 0);
    var keys = new IdentityHashMap<Inbox, Object>();
    for (EventHub at = hub; at != null; at = at.routes().next(hub, emission.sourceIdentifier())) {
      Object key = keyOf(draft, at);
      if (key != null) {
        keys.put(at.inbox(), key);
      }
    }
    return emission.keyed(keys);
  }

  private static @Nullable Object keyOf(Occurrence draft, EventHub where) {
    if (where.overflow() instanceof LatestByKey latest && draft.isOrdinary()) {
      try {
        return latest.key().of(draft);
      } catch (Throwable failure) {
        where.raiseError(failure);
      }
    }
    return null;
  }
}
