package dev.runspaces.eventbus;

import com.google.common.base.Throwables;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Has what comes from one place done in the order in which it comes, though several threads bring
 * it: who finds another at work for the same place leaves it to that one, and waits for nobody.
 * Thread-safe.
 */
final class InOrder {
  /** What is left to who is at work, for each place where somebody is. Guarded by {@code this}. */
  private final IdentityHashMap<Object, Queue<Runnable>> left = new IdentityHashMap<>(2);

  /**
   * Does something, and what others leave meanwhile; or leaves it to who is at work.
   *
   * @param place where it comes from, by identity
   * @param isWanted asked first, under a lock, in the order in which things are done then
   */
  void run(Object place, BooleanSupplier isWanted, Runnable something) {
    if (!begin(place, isWanted, something)) {
      return;
    }
    Throwable first = null;
    for (Runnable next = something; next != null; next = takeNext(place)) {
      try {
        next.run();
      } catch (Throwable failure) {
        // The others are to be done all the same: their threads have gone.
        if (first == null) {
          first = failure;
        } else {
          first.addSuppressed(failure);
        }
      }
    }
    if (first != null) {
      Throwables.throwIfUnchecked(first);
      throw new IllegalStateException(first); // by code that throws what it does not declare
    }
  }

  private synchronized boolean begin(Object place, BooleanSupplier isWanted, Runnable something) {
    if (!isWanted.getAsBoolean()) {
      return false;
    }
    Queue<Runnable> others = left.putIfAbsent(place, new ArrayDeque<>(1));
    if (others != null) {
      others.add(something);
    }
    return others == null;
  }

  private synchronized @Nullable Runnable takeNext(Object place) {
    Queue<Runnable> others = left.get(place);
    Runnable next = others == null ? null : others.poll();
    if (next == null) {
      left.remove(place);
    }
    return next;
  }
}
