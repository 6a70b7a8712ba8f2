package dev.runspaces.delivery;

import org.jspecify.annotations.Nullable;

/**
 * The telling of what has come to an inbox, to one after the other who hears it. Used for one event
 * after the other, by the delivering thread; where a handler waits and events go on meanwhile,
 * there is one inside the other.
 */
class Round extends Arrival {
  private final @Nullable Round outer;
  private HubSubscription[] toItsName = Dispatcher.NOBODY;
  private HubSubscription[] toOthers = Dispatcher.NOBODY;
  private int nextToItsName;
  private int nextToOthers;
  private boolean isOffered;

  /** How it was received; no {@link Reception}, for the reason that {@link #begin} tells. */
  private boolean isHeard;

  private boolean isOverheard;

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

  /**
   * Says who hears it. No array is ever changed. What is the same as before is not written again:
   * to tell the collector of a reference takes longer than all else here.
   */
  void begin(HubSubscription[] thoseOfItsName, HubSubscription[] others) {
    if (toItsName != thoseOfItsName) {
      toItsName = thoseOfItsName;
    }
    if (toOthers != others) {
      toOthers = others;
    }
    nextToItsName = 0;
    nextToOthers = 0;
    isOffered = false;
    isHeard = false;
    isOverheard = false;
  }

  /** Says that those hear it and nobody else, who are plain; nobody waited for it when it came. */
  void begin(Object payload, Origin origin, long sequence, HubSubscription[] hearers) {
    set(payload, origin, sequence, PendingEvents.TO_ALL);
    begin(Dispatcher.NOBODY, hearers);
    offerToNobody();
  }

  /** Says that nobody waited for it when it came. */
  void offerToNobody() {
    isOffered = true;
  }

  /** Everybody has been told of this one. */
  void end() {
    nextToItsName = toItsName.length;
    nextToOthers = toOthers.length;
    isOffered = true;
    clear();
  }

  /** Keeps nothing alive until the next time. */
  void rest() {
    toItsName = Dispatcher.NOBODY;
    toOthers = Dispatcher.NOBODY;
    forget();
  }

  /**
   * Tells those who have not heard it yet, and then who waits for it: first of the earlier events,
   * lest this overtake them.
   *
   * @return how it was received
   */
  Reception finish(Inbox inbox) {
    if (outer != null) {
      Reception unused = outer.finish(inbox);
    }
    boolean interrupted = false;
    for (HubSubscription next = next(); next != null; next = next()) {
      received(next.deliver(this));
      // Whatever interrupted one handler was not meant for the next, but for who waits below.
      interrupted |= Thread.interrupted();
    }
    if (!isOffered) {
      isOffered = true;
      received(inbox.offer(this));
    }
    return reception(interrupted);
  }

  /**
   * Tells those who are plain, as {@link #finish} does, where there are no others, and no round is
   * around this.
   */
  Reception finishPlain() {
    HubSubscription[] hearers = toOthers;
    boolean interrupted = false;
    for (int next = nextToOthers; next < hearers.length; next = nextToOthers) {
      nextToOthers = next + 1;
      received(hearers[next].deliver(this));
      interrupted |= Thread.interrupted();
    }
    return reception(interrupted);
  }

  private Reception reception(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (isHeard) {
      return Reception.HEARD;
    }
    return isOverheard ? Reception.OVERHEARD : Reception.UNHEARD;
  }

  private void received(Reception one) {
    isHeard |= one == Reception.HEARD;
    isOverheard |= one == Reception.OVERHEARD;
  }

  /** Returns the one that was registered next. */
  private @Nullable HubSubscription next() {
    HubSubscription named = nextToItsName < toItsName.length ? toItsName[nextToItsName] : null;
    HubSubscription other = nextToOthers < toOthers.length ? toOthers[nextToOthers] : null;
    if (named != null && (other == null || named.id() < other.id())) {
      nextToItsName++;
      return named;
    }
    if (other != null) {
      nextToOthers++;
    }
    return other;
  }
}
