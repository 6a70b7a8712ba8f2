package dev.runspaces.delivery;

import dev.runspaces.worker.Waiting;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread at a time number an event and put it into queues: a few dozen instructions, in
 * which nobody sleeps and nobody's code is called. So who comes meanwhile does not sleep either; a
 * monitor would put it to sleep and have it woken, which takes a thousand times as long.
 *
 * <p>Who is in may come in again, and leaves as often.
 */
class Turnstile extends Apart {
  private static final VarHandle INSIDE;

  static {
    try {
      INSIDE = MethodHandles.lookup().findVarHandle(Turnstile.class, "inside", Thread.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /** How often it is tried before others may have the processor: who is in may need it. */
  private static final int TRIES = 30;

  private volatile @Nullable Thread inside;

  /** How often who is in has come in again. For who is in, as is the next. */
  private int again;

  private long lastNumber;

  private Turnstile() {}

  /** With room behind it, too. */
  @SuppressWarnings("unused") // there to take up room
  private static final class Spaced extends Turnstile {
    private long room1, room2, room3, room4, room5, room6, room7;
  }

  static Turnstile create() {
    return new Spaced();
  }

  void enter() {
    Thread me = Thread.currentThread();
    Thread seen = inside; // an attempt that fails costs as much as one that does not
    if (seen == me) {
      again++;
    } else if (seen != null || !INSIDE.compareAndSet(this, null, me)) {
      enterLater(me);
    }
  }

  private void enterLater(Thread me) {
    int tries = 0;
    do {
      if (++tries < TRIES) {
        Thread.onSpinWait();
      } else {
        Waiting.giveWay();
      }
    } while (inside != null || !INSIDE.compareAndSet(this, null, me));
  }

  void leave() {
    if (again > 0) {
      again--;
    } else {
      INSIDE.setRelease(this, null);
    }
  }

  /** Returns the number of who passes it next, from 1. For who is in. */
  long number() {
    return ++lastNumber;
  }

  /** Returns the number that it has given last; 0 before the first. For who is in. */
  long lastNumber() {
    return lastNumber;
  }
}
