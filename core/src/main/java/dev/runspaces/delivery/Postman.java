package dev.runspaces.delivery;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the thread that delivers from an inbox keeps for itself, away from what others read who put
 * in. Others may look how much it has done.
 */
class Postman extends Apart {
  private static final VarHandle UNDER_WAY;
  private static final VarHandle DELIVERED;
  private static final VarHandle BEGUN;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      UNDER_WAY = lookup.findVarHandle(Postman.class, "underWay", int.class);
      DELIVERED = lookup.findVarHandle(Postman.class, "delivered", long.class);
      BEGUN = lookup.findVarHandle(Postman.class, "begun", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /**
   * How often one round is used for what its own code posts. Not for ever: to write a reference
   * into an old object takes longer than to tell a handler.
   */
  private static final int USES = 4_096;

  private final Round outermost = Round.outermost();
  private final Patience patience;

  /** The round that is being made; null while there is none. */
  private @Nullable Round current;

  /** What its own code posts is told in this one. */
  private @Nullable Round own;

  private int uses;

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

  /** Sets out with what its own code posts, in the midst of no other round. */
  Round setOutAtOnce() {
    Round round = own;
    if (round == null || ++uses == USES) {
      round = new Round(null);
      own = round;
      uses = 0;
    }
    UNDER_WAY.setRelease(this, 1);
    return round;
  }

  /** Comes back from there. */
  void comeBackAtOnce(Round round) {
    countDelivered();
    if (round.isThere()) {
      round.rest();
    }
    if (current != null) {
      current = null;
    }
    UNDER_WAY.setRelease(this, 0);
  }

  /**
   * Returns the number of the event that is told of just now, by the innermost round; 0 if that is
   * one which was told at once.
   */
  long telling() {
    Round round = current;
    return round == null || round == own ? 0 : round.number();
  }

  /** Sets out, be it in the midst of another round. */
  Round setOut() {
    Round around = current;
    if (around == null && own != null && own.isThere()) {
      around = own;
    }
    Round round = around == null ? outermost : new Round(around);
    current = round;
    UNDER_WAY.setRelease(this, underWay + 1);
    return round;
  }

  /** Comes back from a round: goes on with the one around it. */
  void comeBack(Round round) {
    round.rest();
    current = round.outer();
    UNDER_WAY.setRelease(this, underWay - 1);
  }

  void beginWith(long number) {
    BEGUN.setRelease(this, number);
  }

  long begun() {
    return begun;
  }

  /** Stands still for a moment, in which nothing is under way. */
  void pause() {
    UNDER_WAY.setRelease(this, underWay - 1);
  }

  void goOn() {
    UNDER_WAY.setRelease(this, underWay + 1);
  }

  void countDelivered() {
    DELIVERED.setRelease(this, delivered + 1);
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
