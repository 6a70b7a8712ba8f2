package dev.runspaces.delivery;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has come to an inbox and is told there: an event, or an object that was posted, of which an
 * event is made as soon as somebody asks for one. Used again and again, by the delivering thread.
 */
class Arrival {
  /** The event; or the object, if it has an origin. */
  private @Nullable Object content;

  private @Nullable Origin origin;
  private long sequence;
  private long number;

  /** Has this stand for something else. What is there already is not written again, see Round. */
  @SuppressWarnings("ReferenceEquality") // about what is written, not about what it means
  void set(
      @Nullable Object itsContent, @Nullable Origin itsOrigin, long itsSequence, long itsNumber) {
    content = itsContent;
    if (origin != itsOrigin) {
      origin = itsOrigin;
    }
    sequence = itsSequence;
    number = itsNumber;
  }

  /** Has this stand for the same. */
  void set(Arrival other) {
    set(other.content, other.origin, other.sequence, other.number);
  }

  static Arrival of(Occurrence occurrence, long number) {
    var arrival = new Arrival();
    arrival.set(occurrence, null, occurrence.sequence(), number);
    return arrival;
  }

  /** Does not keep what it stands for alive. */
  void clear() {
    content = null;
  }

  /** Tells whether it stands for anything. */
  boolean isThere() {
    return content != null;
  }

  /** Keeps nothing alive. */
  void forget() {
    clear();
    origin = null;
  }

  /** Returns its number among all that the inbox has let in, from 1. */
  long number() {
    return number;
  }

  /** Returns the event; or the object, if it is that and nothing more. */
  Object content() {
    return Objects.requireNonNull(content);
  }

  @Nullable Object payload() {
    return origin == null ? ((Occurrence) content()).payload() : content;
  }

  /** Tells whether it is an object that was posted, and nothing more so far. */
  boolean isPayloadOnly() {
    return origin != null;
  }

  Unheard unheard() {
    Origin posted = origin;
    return posted == null ? ((Occurrence) content()).unheard() : posted.unheard();
  }

  String sourceIdentifier() {
    return origin == null
        ? ((Occurrence) content()).sourceIdentifier()
        : EventHub.nameOf(content());
  }

  /** Returns the event, always the same one. */
  Occurrence occurrence() {
    Origin posted = origin;
    if (posted == null) {
      return (Occurrence) content();
    }
    Occurrence made = posted.occurrence(content(), sequence);
    content = made;
    origin = null;
    return made;
  }
}
