package dev.runspaces.delivery;

import org.jspecify.annotations.Nullable;

/**
 * The telling of what has come to an inbox, to one after the other who hears it. Used for one event
 * after the other, by the delivering thread; where a handler waits and events go on meanwhile,
 * there is one inside the other.
 */
class Round extends Arrival {
  private final @Nullable Round outer;
  private HubSubscription @Nullable [] toItsName;
  private HubSubscription @Nullable [] toOthers;

  /** Whether those others are an {@link Audience}. */
  private boolean isWantedAsItIs;

  private int nextToItsName;
  private int nextToOthers;
  private Reception reception = Reception.UNHEARD;

  /** Makes one inside another, whose event has not been told to everybody yet. */
  Round(@Nullable Round outer) {
    this.outer = outer;
  }

  /** With room behind it, too: one that is used by a thread which does nothing else. */
  @SuppressWarnings("unused") // there to take up room
  private static final class Spaced extends Round {
    private long room1, room2, room3, room4, room5, room6, room7, room8;

    Spaced() {
      super(null);
    }
  }

  /** Returns one that is inside no other. */
  static Round outermost() {
    return new Spaced();
  }

  @Nullable Round outer() {
    return outer;
  }

  /** Says who hears it. No array is ever changed. */
  void begin(HubSubscription @Nullable [] thoseOfItsName, HubSubscription[] others) {
    toItsName = thoseOfItsName;
    begin(others);
    isWantedAsItIs = false;
  }

  /** Says who hears it, all of whom want it as it is. */
  void begin(HubSubscription[] audience) {
    isWantedAsItIs = true;
    toOthers = audience;
    nextToItsName = 0;
    nextToOthers = 0;
    reception = Reception.UNHEARD;
  }

  /** Keeps nothing alive until the next time. */
  void end() {
    toItsName = null;
    toOthers = null;
    clear();
  }

  /**
   * Tells those who have not heard it yet: first the earlier events, lest this overtake them.
   *
   * @return how it was received
   */
  Reception finish() {
    if (outer != null) {
      Reception unused = outer.finish();
    }
    boolean interrupted = false;
    for (HubSubscription next = next(); next != null; next = next()) {
      reception =
          reception.or(isWantedAsItIs && isPayloadOnly() ? next.hear(this) : next.deliver(this));
      // Whatever interrupted one handler was not meant for the next, but for who waits below.
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return reception;
  }

  /** Returns the one that was registered next. */
  private @Nullable HubSubscription next() {
    HubSubscription named = at(nextToItsName, toItsName);
    HubSubscription other = at(nextToOthers, toOthers);
    if (named != null && (other == null || named.id() < other.id())) {
      nextToItsName++;
      return named;
    }
    if (other != null) {
      nextToOthers++;
    }
    return other;
  }

  private static @Nullable HubSubscription at(int place, HubSubscription @Nullable [] those) {
    return those != null && place < those.length ? those[place] : null;
  }
}
