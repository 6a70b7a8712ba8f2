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
final class Turnstile {
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

  /** How often who is in has come in again. For who is in. */
  private int again;

  void enter() {
    Thread me = Thread.currentThread();
    if (!INSIDE.compareAndSet(this, null, me)) {
      enterAfter(me);
    }
  }

  private void enterAfter(Thread me) {
    if (inside == me) {
      again++;
      return;
    }
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
}
