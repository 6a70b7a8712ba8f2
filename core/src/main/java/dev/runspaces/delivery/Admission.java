package dev.runspaces.delivery;

import dev.runspaces.delivery.Places.Answer;
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
    List<Places> needed = needed(sourceIdentifier, hub);
    var admission = new Admission(new ArrayList<>());
    Places full = admission.ask(needed, sourceIdentifier);
    long since = full == null ? 0 : System.nanoTime();
    while (full != null) {
      if (!full.awaitNews(sourceIdentifier, since, passage)) {
        needed.remove(full);
      }
      full = admission.ask(needed, sourceIdentifier);
    }
    return admission;
  }

  private static List<Places> needed(String sourceIdentifier, EventHub hub) {
    var needed = new ArrayList<Places>();
    for (EventHub next = hub; next != null; next = next.routes().next(hub, sourceIdentifier)) {
      Places places = next.inbox().places();
      if (places != null) {
        needed.add(places);
      }
    }
    return needed;
  }

  /**
   * Asks for all that are needed, or none: whoever makes room in one runspace may wait for room in
   * another, which must not be kept while this waits.
   *
   * @return the first that has no room now; null if there is nothing to wait for
   */
  private @Nullable Places ask(List<Places> needed, String sourceIdentifier) {
    boolean isAdmitted = false;
    try {
      for (Places places : needed) {
        Answer answer = places.promise(sourceIdentifier);
        if (answer == Answer.FULL) {
          return places;
        }
        if (answer == Answer.PROMISED) {
          promised.add(places);
        }
      }
      isAdmitted = true;
      return null;
    } finally {
      if (!isAdmitted) {
        end();
        promised.clear();
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
