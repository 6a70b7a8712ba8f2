package dev.runspaces.delivery;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * What the thread that delivers from an inbox keeps for itself, away from what others read who put
 * in. Others may look how much it has done.
 */
class Postman extends Apart {
  private static final AtomicIntegerFieldUpdater<Postman> UNDER_WAY =
      AtomicIntegerFieldUpdater.newUpdater(Postman.class, "underWay");
  private static final AtomicLongFieldUpdater<Postman> DELIVERED =
      AtomicLongFieldUpdater.newUpdater(Postman.class, "delivered");

  private static final AtomicLongFieldUpdater<Postman> BEGUN =
      AtomicLongFieldUpdater.newUpdater(Postman.class, "begun");

  private final Round outermost = Round.outermost();
  private final Patience patience;

  /** The round that is being made; null while there is none. */
  private @Nullable Round current;

  /** How many events are being delivered, each but the last by somebody who waits. */
  private volatile int underWay;

  private volatile long delivered;

  /** The number of the event that it has begun with last. */
  private volatile long begun;

  private Postman(Patience patience) {
    this.patience = patience;
  }

  /** With room behind it, too. */
  @SuppressWarnings("unused") // there to take up room
  private static final class Spaced extends Postman {
    private long room1, room2, room3, room4, room5, room6, room7, room8;

    Spaced(Patience patience) {
      super(patience);
    }
  }

  static Postman create(Duration patience) {
    return new Spaced(new Patience(patience));
  }

  /** Sets out, be it in the midst of another round. */
  Round setOut() {
    Round around = current;
    Round round = around == null ? outermost : new Round(around);
    current = round;
    UNDER_WAY.lazySet(this, underWay + 1);
    return round;
  }

  /** Comes back from a round: goes on with the one around it. */
  void comeBack(Round round) {
    round.rest();
    current = round.outer();
    UNDER_WAY.lazySet(this, underWay - 1);
  }

  void beginWith(long number) {
    BEGUN.lazySet(this, number);
  }

  long begun() {
    return begun;
  }

  /** Stands still for a moment, in which nothing is under way. */
  void pause() {
    UNDER_WAY.lazySet(this, underWay - 1);
  }

  void goOn() {
    UNDER_WAY.lazySet(this, underWay + 1);
  }

  void countDelivered() {
    DELIVERED.lazySet(this, delivered + 1);
  }

  Patience patience() {
    return patience;
  }

  int underWay() {
    return underWay;
  }

  long delivered() {
    return delivered;
  }
}
