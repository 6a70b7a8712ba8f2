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
  private static final VarHandle UNNUMBERED;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      UNDER_WAY = lookup.findVarHandle(Postman.class, "underWay", int.class);
      DELIVERED = lookup.findVarHandle(Postman.class, "delivered", long.class);
      UNNUMBERED = lookup.findVarHandle(Postman.class, "unnumbered", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private final Round outermost = Round.outermost();
  private final Patience patience;

  /** The round that is being made; null while there is none. */
  private @Nullable Round current;

  /** How many events are being delivered, each but the last by somebody who waits. */
  private volatile int underWay;

  private volatile long delivered;

  /** How many it has told of, beside those, that have no number. */
  private volatile long unnumbered;

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
    int unused = begin();
    return round;
  }

  /** Comes back from a round: goes on with the one around it. */
  void comeBack(Round round) {
    current = round.outer();
    end(underWay - 1);
  }

  /** Begins with one that nobody needs to go on with; returns what its end is told. */
  int begin() {
    int before = underWay;
    UNDER_WAY.setRelease(this, before + 1);
    return before;
  }

  void end(int before) {
    UNDER_WAY.setRelease(this, before);
  }

  void countDelivered() {
    DELIVERED.setRelease(this, delivered + 1);
  }

  /**
   * Counts what was told and never put in, and so has a number only if somebody has asked for it.
   */
  void countToldAtOnce(Arrival told) {
    if (told.isPayloadOnly()) {
      countUnnumbered();
    } else {
      countDelivered();
    }
  }

  void countUnnumbered() {
    UNNUMBERED.setRelease(this, unnumbered + 1);
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

  long unnumbered() {
    return unnumbered;
  }
}
