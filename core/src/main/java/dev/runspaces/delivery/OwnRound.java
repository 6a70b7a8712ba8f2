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
  void begin(Object payload, Origin origin, long number, HubSubscription[] hearers) {
    set(payload, origin, number, PendingEvents.TO_ALL);
    sequence = number;
    begin(Dispatcher.NOBODY, hearers);
    isOffered();
  }

  @Override
  long sequence() {
    if (sequence == 0) {
      sequence = source.number();
    }
    return sequence;
  }

  @Override
  void rest() {
    super.rest();
    sequence = 0;
  }

  /** Tells whether somebody has needed a number. */
  boolean isNumbered() {
    return sequence != 0;
  }
}
