package dev.runspaces;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Notices two threads in what only one may be in. One in the midst of itself is all right: that is
 * what a wait inside a runspace does.
 */
final class OneAtATime {
  private final AtomicReference<@Nullable Thread> inside = new AtomicReference<>(null);
  private volatile @Nullable String meeting;

  /** Is in for a moment. */
  void pass() {
    Thread here = Thread.currentThread();
    Thread before = inside.getAndSet(here);
    if (before != null && before != here) {
      meeting = here + " met " + before;
    }
    Thread.onSpinWait();
    if (inside.getAndSet(before == here ? here : null) != here) {
      meeting = here + " was met";
    }
  }

  /** Returns who met whom, or nothing if nobody did. */
  String meeting() {
    String seen = meeting;
    return seen == null ? "" : seen;
  }
}
