package dev.runspaces.delivery;

import org.jspecify.annotations.Nullable;

/**
 * From a runspace to other buses: what its own thread passes on, and for whose room it waits in
 * doing so. While it waits it delivers nothing, so two that wait for each other's room would never
 * get any: the last to join such a circle does not wait. Thread-safe.
 */
final class Passage {
  private static final ThreadLocal<@Nullable Passage> CURRENT = new ThreadLocal<>();

  /** Where it waits for room; null while it does not. Written by the thread that passes on. */
  private volatile @Nullable Passage heldUpBy;

  /** Returns the one on which the calling thread passes something on; null if it does not. */
  static @Nullable Passage current() {
    return CURRENT.get();
  }

  /** Passes something on, on the runspace's own thread. */
  void pass(Runnable something) {
    Passage outer = CURRENT.get();
    CURRENT.set(this);
    try {
      something.run();
    } finally {
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
    }
  }

  /**
   * Begins to wait for room in a runspace, known by the passage that leads on from there.
   *
   * @return false if that runspace is held up itself until there is room in this one
   */
  boolean beginToWait(Passage there) {
    // Before looking: of two that begin at once, one at least sees the other.
    heldUpBy = there;
    for (Passage next = there; next != null; next = next.heldUpBy) {
      if (next == this) {
        heldUpBy = null;
        return false;
      }
    }
    return true;
  }

  /** Waits no longer. */
  void endWait() {
    heldUpBy = null;
  }
}
