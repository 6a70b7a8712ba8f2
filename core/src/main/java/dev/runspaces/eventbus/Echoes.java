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
  private final ConcurrentMap<Object, Deque<Echo>> expected = new MapMaker().weakKeys().makeMap();

  /** Who hears the bus for us; null while nobody does. */
  private @Nullable Object hearer;

  /** One post of ours. What is written in it is guarded by the echoes. */
  static final class Echo {
    private final Journey journey;

    /** Who heard the bus before it was posted. */
    private final @Nullable Object hearer;

    private boolean posted;

    Echo(Journey journey, @Nullable Object hearer) {
      this.journey = journey;
      this.hearer = hearer;
    }
  }

  /** From now on somebody hears the bus; who did so before hears nothing more. */
  synchronized void heardBy(@Nullable Object next) {
    hearer = next;
    // In the midst of a post it is not known yet who hears it: who posts says so at its end.
    expected.values().forEach(echoes -> echoes.removeIf(echo -> echo.posted));
    expected.values().removeIf(Deque::isEmpty);
  }

  /** Expects to hear an event, from now on. */
  synchronized Echo expect(Object event, Journey journey) {
    var echo = new Echo(journey, hearer);
    expected.computeIfAbsent(event, any -> new ArrayDeque<>(1)).addLast(echo);
    return echo;
  }

  /** Goes on to expect an event after its post, if those who heard before and after are one. */
  synchronized void posted(Object event, Echo echo) {
    if (echo.hearer == null || echo.hearer != hearer) {
      forget(event, echo);
    } else {
      echo.posted = true;
    }
  }

  /**
   * Tells somebody who hears an event what it is.
   *
   * @return its journey, if it is ours; a new one if it is somebody's; null if another hears for us
   */
  synchronized @Nullable Journey heard(Object event, Object by) {
    if (by != hearer) {
      return null;
    }
    Deque<Echo> echoes = expected.get(event);
    Echo echo = echoes == null ? null : echoes.pollFirst();
    removeIfDone(event, echoes);
    return echo == null ? new Journey() : echo.journey;
  }

  /** Expects an event no longer. */
  synchronized void forget(Object event, Echo echo) {
    Deque<Echo> echoes = expected.get(event);
    if (echoes != null) {
      echoes.removeIf(candidate -> candidate == echo);
    }
    removeIfDone(event, echoes);
  }

  private void removeIfDone(Object event, @Nullable Deque<Echo> echoes) {
    if (echoes != null && echoes.isEmpty()) {
      expected.remove(event);
    }
  }
}
