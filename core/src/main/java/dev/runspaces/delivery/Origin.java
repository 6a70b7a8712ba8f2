package dev.runspaces.delivery;

import java.util.function.LongSupplier;

/**
 * Where posted objects come from, and what becomes of them where nobody hears them: with an object
 * and a number, all that there is to an event which nobody looks at.
 *
 * @param source the name of the runspace
 * @param numbers numbers what has no number so far
 */
public record Origin(String source, Unheard unheard, LongSupplier numbers) {
  /** Stands for the number of what was told at once: it gets one when somebody asks for it. */
  static final long UNNUMBERED = 0;

  /** Makes the event. It has the time at which somebody asks for that. */
  Occurrence occurrence(Object payload, long sequence) {
    Emission emission = Emission.ofPayload(EventHub.nameOf(payload), unheard, payload, null);
    long number = sequence == UNNUMBERED ? numbers.getAsLong() : sequence;
    return new Occurrence(emission, source, number, null);
  }
}
