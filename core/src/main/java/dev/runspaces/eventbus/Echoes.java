package dev.runspaces.eventbus;

import com.google.common.collect.MapMaker;
import dev.runspaces.delivery.Journey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * What we have posted on a bus and not heard from it yet, by identity. Posts of one object cannot
 * be told apart, and need not be: so many of ours, so many of others. Thread-safe.
 */
final class Echoes {
  /** Weak, because a bus may drop what is posted on it. */
  private final ConcurrentMap<Object, Deque<Journey>> expected =
      new MapMaker().weakKeys().makeMap();

  /** Expects to hear an event, from now on. */
  synchronized void expect(Object event, Journey journey) {
    expected.computeIfAbsent(event, any -> new ArrayDeque<>(1)).addLast(journey);
  }

  /** Returns the journey of an event that is heard if it is ours, or null if it is somebody's. */
  synchronized @Nullable Journey take(Object event) {
    Deque<Journey> journeys = expected.get(event);
    Journey journey = journeys == null ? null : journeys.pollFirst();
    removeIfDone(event, journeys);
    return journey;
  }

  /** Expects an event no longer. */
  synchronized void forget(Object event, Journey journey) {
    Deque<Journey> journeys = expected.get(event);
    if (journeys != null) {
      journeys.removeIf(candidate -> candidate == journey);
    }
    removeIfDone(event, journeys);
  }

  private void removeIfDone(Object event, @Nullable Deque<Journey> journeys) {
    if (journeys != null && journeys.isEmpty()) {
      expected.remove(event);
    }
  }
}
