package dev.runspaces;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts how many were in at the same time at most. */
final class HighWaterMark {
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger highest = new AtomicInteger();

  void enter() {
    highest.accumulateAndGet(inside.incrementAndGet(), Math::max);
  }

  void leave() {
    inside.decrementAndGet();
  }

  int highest() {
    return highest.get();
  }
}
