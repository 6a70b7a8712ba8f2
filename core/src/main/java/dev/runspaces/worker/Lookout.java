package dev.runspaces.worker;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The place of one thread, of those that do what comes, which does not sleep yet: who has something
 * to be done counts on it, and need not have another thread woken. Whoever is found there must do
 * one thing more; it may find that several have come, and does any of them.
 */
final class Lookout {
  private final AtomicReference<@Nullable Thread> here = new AtomicReference<>();
  private final Glance glance = new Glance();

  /**
   * Counts on the thread that looks out. For who has put something where it will look.
   *
   * @return whether there is one, which is then out of this place
   */
  boolean find() {
    Thread found = here.get();
    return found != null && here.compareAndSet(found, null);
  }

  /**
   * Looks out for a moment, unless another thread does.
   *
   * @return whether somebody counts on the calling thread
   */
  boolean isFoundHere() {
    Thread me = Thread.currentThread();
    BooleanSupplier isGone = () -> here.get() != me; // made before anybody can count on it
    if (!here.compareAndSet(null, me)) {
      return false;
    }
    boolean unused = glance.until(isGone);
    // Who counted on it in the last instant must not be let down.
    return !here.compareAndSet(me, null);
  }
}
