package dev.runspaces;

import dev.runspaces.Announcements.Announcement;
import dev.runspaces.event.EventManager;
import dev.runspaces.event.EventOverflowException;
import dev.runspaces.event.Registration;
import dev.runspaces.worker.Worker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Named values for several runspaces at once: handed as a variable to whoever should see it, and
 * able to tell of each change. What a synchronized hashtable is in PowerShell. Keys are compared
 * ignoring case.
 *
 * <p>Safe for use on any thread. Each change is atomic, and events tell of the changes in the order
 * in which they were made. Null is no value. What a listener of {@link #onChange} throws comes out
 * of the call that has made the change, which stands.
 */
public final class SharedState {
  /** Guards {@link #values}, and is held while changes are noted, so that they stay in order. */
  private final Object lock = new Object();

  private final TreeMap<String, Object> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Announcements announcements = new Announcements();
  private final ChangeListeners listeners = new ChangeListeners();

  /** The changes that are told when the lock is left. Guarded by it. */
  private final List<SharedStateChanged> untold = new ArrayList<>();

  /** Makes an empty one. */
  public SharedState() {}

  /**
   * Sets a value.
   *
   * @param key its key
   * @param value the value
   */
  public void put(String key, Object value) {
    Objects.requireNonNull(key, "put: a key is needed");
    Objects.requireNonNull(value, "put: null is no value; remove the key instead");
    update(key, before -> value);
  }

  /**
   * Computes a value from the one before, with no change by another thread between them.
   *
   * @param key its key
   * @param change given the value before (null if there was none), returns the one after (null to
   *     remove it); called once, under this object's lock: keep it short. What it posts is told
   *     later, also on the bus of the runspace whose code this is
   * @return the value after, or empty if there is none
   */
  public Optional<Object> update(String key, UnaryOperator<@Nullable Object> change) {
    Objects.requireNonNull(key, "update: a key is needed");
    Objects.requireNonNull(change, "update: a function is needed");
    if (Thread.holdsLock(lock)) {
      // Within another one: told with that, and nobody may wait here.
      return Optional.ofNullable(replace(key, change.apply(values.get(key))));
    }
    Map<Announcement, EventOverflowException> full = announcements.awaitRoom();
    List<SharedStateChanged> made = List.of();
    try {
      synchronized (lock) {
        try {
          // What it posts is told after this: no handler runs under the lock.
          Object after = Worker.<@Nullable Object>apart(() -> change.apply(values.get(key)));
          return Optional.ofNullable(replace(key, after));
        } finally {
          made = List.copyOf(untold);
          untold.clear();
          announcements.note(made, full);
        }
      }
    } finally {
      try {
        announcements.tell();
      } finally {
        listeners.tell(made);
      }
    }
  }

  /** Called under the lock; {@code change} may have changed the same key, and others. */
  private @Nullable Object replace(String key, @Nullable Object after) {
    Object before = after == null ? values.remove(key) : values.put(key, after);
    if (before != after) {
      untold.add(new SharedStateChanged(key, before, after));
    }
    return after;
  }

  /**
   * Returns a value.
   *
   * @param key its key
   * @param type what it must be
   * @param <T> that type
   * @return the value, or empty if there is none
   * @throws IllegalArgumentException if it is of another type
   */
  public <T> Optional<T> get(String key, Class<T> type) {
    Objects.requireNonNull(key, "get: a key is needed");
    Objects.requireNonNull(type, "get: the type of the value is needed");
    synchronized (lock) {
      return Typed.cast("key", key, values.get(key), type);
    }
  }

  /**
   * Removes a value.
   *
   * @param key its key
   */
  public void remove(String key) {
    Objects.requireNonNull(key, "remove: a key is needed");
    update(key, before -> null);
  }

  /** {@return a copy of all values at one moment, in the order of their keys; immutable} */
  public Map<String, Object> snapshot() {
    synchronized (lock) {
      var copy = new TreeMap<String, Object>(String.CASE_INSENSITIVE_ORDER);
      copy.putAll(values);
      return Collections.unmodifiableMap(copy);
    }
  }

  /**
   * Posts each change from now on as a {@link SharedStateChanged} event, in the order in which they
   * are made, until that event manager is closed. While its runspace is not open yet nothing is
   * posted.
   *
   * <p>Where a runspace holds up who raises too much ({@code Overflow.block}), whoever makes a
   * change waits before it is made, under no lock; an {@link #update} waits for room for one event,
   * however much it changes, and those who have waited at the same time are let in together. What a
   * runspace refuses, by {@code Overflow.fail} or because that wait was too long, is changed all
   * the same, and told to all others. The refusal is an error event in that runspace, and no other
   * follows until it lets a change in again: then {@link #snapshot} has what was missed.
   *
   * @param events where to post: each change once, however often it was registered
   * @return closing it ends the posting, when all others for this event manager are closed, too;
   *     what was changed before is still posted
   */
  public Registration announceIn(EventManager events) {
    Objects.requireNonNull(events, "announceIn: an event manager is needed");
    return announcements.add(events);
  }

  /**
   * Calls a listener after each change from now on, on the thread that has made it and before that
   * thread goes on. No {@code Overflow} of a runspace comes in between, as it may with {@link
   * #announceIn}. What two threads change may be told in either order, and what a listener changes
   * is told before the other listeners are told of what it has heard: {@link #get} has the newest
   * value. JavaFX's {@code MapChangeListener}.
   *
   * @param listener called with each change, not under this object's lock; what it throws reaches
   *     who has made the change, which stands, after all other listeners were called
   * @return closing it ends that; a call that is under way on another thread goes on
   */
  public Registration onChange(Consumer<? super SharedStateChanged> listener) {
    Objects.requireNonNull(listener, "onChange: a listener is needed");
    return listeners.add(listener);
  }
}
