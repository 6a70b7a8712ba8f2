package dev.runspaces.event;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happens when events come faster than a runspace delivers them: how many may wait in it, and
 * what becomes of one too many. Chosen when the runspace is built; {@link #unbounded()} if nothing
 * is said.
 *
 * <p>It concerns the events that wait, its own, those from below and those of connected buses; not
 * the one that is being handled. Errors, what a runspace tells of itself, and what windows have it
 * do are not counted and always get in. Immutable.
 */
public sealed interface Overflow {

  /** Tells what events have in common of which only the newest is needed. */
  @FunctionalInterface
  interface Key {

    /**
     * Tells the key of an event.
     *
     * @param event the event, without a number yet
     * @return the key; null for an event that is to be delivered in any case
     */
    @Nullable Object of(Event event);
  }

  /** {@return the number of events that may wait to be delivered} */
  int limit();

  /**
   * Lets every event in, however many there are.
   *
   * @return that policy
   */
  static Overflow unbounded() {
    return Unbounded.IT;
  }

  /**
   * Makes whoever raises an event wait until there is room for it. Code inside the runspace itself,
   * and threads that must not wait (see {@code WaitGuard}), are let in without; code inside another
   * runspace goes on delivering that one's events meanwhile.
   *
   * <p>An event of a connected bus is waited for by the thread that brings it: whoever posts it on
   * an application's bus, or one that an asynchronous bus has. Another runspace's thread delivers
   * nothing meanwhile, so that the events stay in order; where two such threads would wait for each
   * other, the event is let in.
   *
   * @param limit how many events may wait, at least 1
   * @param timeout how long to wait for room at most; then {@code raise} throws an {@link
   *     EventOverflowException}, and an event of a connected bus is refused as by {@link #fail}
   * @return that policy
   * @throws IllegalArgumentException if the limit is less than 1 or the time-out is negative
   */
  static Overflow block(int limit, Duration timeout) {
    Objects.requireNonNull(timeout, "block: a time-out is needed");
    return new Block(limit, timeout);
  }

  /**
   * Drops the event that has waited longest.
   *
   * @param limit how many events may wait, at least 1
   * @return that policy
   * @throws IllegalArgumentException if the limit is less than 1
   */
  static Overflow dropOldest(int limit) {
    return new DropOldest(limit);
  }

  /**
   * Drops the event that comes.
   *
   * @param limit how many events may wait, at least 1
   * @return that policy
   * @throws IllegalArgumentException if the limit is less than 1
   */
  static Overflow dropNewest(int limit) {
    return new DropNewest(limit);
  }

  /**
   * Keeps the newest event of each key: it takes the place at the end, and the one before is
   * forgotten, which does not count as dropped.
   *
   * @param key tells the key of an event, on the thread that raises it, before it has a number;
   *     null for an event that is to be delivered in any case. Keys are compared under a lock: let
   *     them be simple values
   * @return that policy
   */
  static Overflow latestByKey(Key key) {
    Objects.requireNonNull(key, "latestByKey: a key is needed");
    return new LatestByKey(Integer.MAX_VALUE, key);
  }

  /**
   * Keeps the newest event of each key, and drops the event that has waited longest when there are
   * too many all the same.
   *
   * @param limit how many events may wait, at least 1
   * @param key as in {@link #latestByKey(Key)}
   * @return that policy
   * @throws IllegalArgumentException if the limit is less than 1
   */
  static Overflow latestByKey(int limit, Key key) {
    Objects.requireNonNull(key, "latestByKey: a key is needed");
    return new LatestByKey(limit, key);
  }

  /**
   * Refuses the event that comes: {@code raise} throws an {@link EventOverflowException}, and the
   * event gets nowhere. An event of a connected bus does not get here; that bus has the exception,
   * as of a subscriber that fails.
   *
   * @param limit how many events may wait, at least 1
   * @return that policy
   * @throws IllegalArgumentException if the limit is less than 1
   */
  static Overflow fail(int limit) {
    return new Fail(limit);
  }

  /** See {@link Overflow#unbounded}. */
  record Unbounded() implements Overflow {
    private static final Unbounded IT = new Unbounded();

    @Override
    public int limit() {
      return Integer.MAX_VALUE;
    }

    @Override
    public String toString() {
      return "unbounded()";
    }
  }

  /**
   * See {@link Overflow#block}.
   *
   * @param limit how many events may wait
   * @param timeout how long to wait for room
   */
  record Block(int limit, Duration timeout) implements Overflow {
    /**
     * Refuses what makes no sense.
     *
     * @param limit how many events may wait
     * @param timeout how long to wait for room
     */
    public Block {
      requireLimit(limit);
      if (timeout.isNegative()) {
        throw new IllegalArgumentException("a time-out of " + timeout + " is negative");
      }
    }

    @Override
    public String toString() {
      return "block(" + limit + ", " + timeout + ")";
    }
  }

  /**
   * See {@link Overflow#dropOldest}.
   *
   * @param limit how many events may wait
   */
  record DropOldest(int limit) implements Overflow {
    /**
     * Refuses what makes no sense.
     *
     * @param limit how many events may wait
     */
    public DropOldest {
      requireLimit(limit);
    }

    @Override
    public String toString() {
      return "dropOldest(" + limit + ")";
    }
  }

  /**
   * See {@link Overflow#dropNewest}.
   *
   * @param limit how many events may wait
   */
  record DropNewest(int limit) implements Overflow {
    /**
     * Refuses what makes no sense.
     *
     * @param limit how many events may wait
     */
    public DropNewest {
      requireLimit(limit);
    }

    @Override
    public String toString() {
      return "dropNewest(" + limit + ")";
    }
  }

  /**
   * See {@link Overflow#latestByKey(int, Key)}.
   *
   * @param limit how many events may wait
   * @param key tells the key of an event
   */
  record LatestByKey(int limit, Key key) implements Overflow {
    /**
     * Refuses what makes no sense.
     *
     * @param limit how many events may wait
     * @param key tells the key of an event
     */
    public LatestByKey {
      requireLimit(limit);
      Objects.requireNonNull(key, "latestByKey: a key is needed");
    }

    @Override
    public String toString() {
      return "latestByKey(" + (limit == Integer.MAX_VALUE ? "" : limit + ", ") + "key)";
    }
  }

  /**
   * See {@link Overflow#fail}.
   *
   * @param limit how many events may wait
   */
  record Fail(int limit) implements Overflow {
    /**
     * Refuses what makes no sense.
     *
     * @param limit how many events may wait
     */
    public Fail {
      requireLimit(limit);
    }

    @Override
    public String toString() {
      return "fail(" + limit + ")";
    }
  }

  private static void requireLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException(
          "a limit of " + limit + " events: at least 1 is needed, for nothing could be delivered");
    }
  }
}
