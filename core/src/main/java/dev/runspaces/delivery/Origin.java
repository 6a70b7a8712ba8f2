package dev.runspaces.delivery;

/**
 * Where posted objects come from, and what becomes of them where nobody hears them: with an object
 * and a number, all that there is to an event which nobody looks at.
 *
 * @param source the name of the runspace
 */
public record Origin(String source, Unheard unheard) {

  /** Makes the event. It has the time at which somebody asks for that. */
  Occurrence occurrence(Object payload, long sequence) {
    return new Occurrence(emission(payload), source, sequence, Occurrence.WHEN_ASKED);
  }

  /** Makes all of the event but its number and its time. */
  Emission emission(Object payload) {
    return Emission.ofPayload(EventHub.nameOf(payload), unheard, payload);
  }
}
