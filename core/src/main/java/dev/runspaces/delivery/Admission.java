package dev.runspaces.delivery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The places that one event has been promised, here and above, before it is raised. */
final class Admission {
  private static final Admission OF_ALL = new Admission(List.of());

  private final List<Places> promised;

  private Admission(List<Places> promised) {
    this.promised = promised;
  }

  /**
   * Waits for room wherever the event will come to, as far as that says so.
   *
   * @throws dev.runspaces.event.EventOverflowException if there is no room
   */
  static Admission of(String sourceIdentifier, EventHub hub) {
    return of(sourceIdentifier, hub, null);
  }

  /**
   * Waits for room for an event that comes from another bus. A runspace's thread that passes it on
   * delivers nothing meanwhile: what it delivers next would be passed on first.
   *
   * @throws dev.runspaces.event.EventOverflowException if there is no room
   */
  static Admission ofPassing(String sourceIdentifier, EventHub hub) {
    return of(sourceIdentifier, hub, Passage.current());
  }

  private static Admission of(String sourceIdentifier, EventHub hub, @Nullable Passage passage) {
    if (!hub.routes().holdsUpRaisers()) {
      return OF_ALL;
    }
    var admission = new Admission(new ArrayList<>());
    boolean admitted = false;
    try {
      for (EventHub next = hub; next != null; next = next.routes().next(hub, sourceIdentifier)) {
        Places places = next.inbox().places();
        if (places != null && places.promise(sourceIdentifier, passage)) {
          admission.promised.add(places);
        }
      }
      admitted = true;
      return admission;
    } finally {
      if (!admitted) {
        admission.end();
      }
    }
  }

  /** The event is in, or will not come. */
  void end() {
    if (this != OF_ALL) {
      promised.forEach(Places::endPromise);
    }
  }
}
