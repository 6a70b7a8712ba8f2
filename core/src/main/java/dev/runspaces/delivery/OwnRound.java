package dev.runspaces.delivery;

/**
 * The telling of what a runspace's own code posts and nothing is before: it is not put anywhere,
 * and has a number only where somebody asks for it.
 */
final class OwnRound extends Round {
  private final Source source;
  private long sequence;

  OwnRound(Source source) {
    super(null);
    this.source = source;
  }

  /** Begins with an object; its number is 0 as long as nobody needs one. */
  void begin(Object payload, Origin origin, long number) {
    set(payload, origin, number, PendingEvents.TO_ALL);
    sequence = number;
  }

  @Override
  long sequence() {
    if (sequence == 0) {
      sequence = source.number();
    }
    return sequence;
  }

  boolean isNumbered() {
    return sequence != 0;
  }
}
