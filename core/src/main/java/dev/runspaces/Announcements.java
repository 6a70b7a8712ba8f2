package dev.runspaces;

import dev.runspaces.delivery.EventHub;
import dev.runspaces.event.Event;
import dev.runspaces.event.EventManager;
import dev.runspaces.event.EventOverflowException;
import dev.runspaces.event.Registration;
import dev.runspaces.worker.Untold;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The event managers that tell of each change of a {@link SharedState}. What is to be told is noted
 * under the state's lock, in order, and told after it is released, by one thread at a time, which
 * waits for nobody: for room is waited before there is a change. Thread-safe.
 */
final class Announcements {
  /** Oldest first. Guarded by {@code this}, as all else. */
  private final List<Announcement> all = new ArrayList<>();

  private final Untold untold = new Untold(this);

  /** Those in one event manager, however often it was asked for them. */
  static final class Announcement {
    private final Supplier<@Nullable EventManager> events;

    /** Who wants them. Guarded by the announcements. */
    private final Set<Registration> handles = new HashSet<>();

    /** Whether it has just refused one. For the thread that tells. */
    private boolean refusing;

    Announcement(EventManager events) {
      this.events = held(events);
    }

    /**
     * An open runspace needs nobody here to hold it, and a closed one is not to be kept until there
     * is a change; what a program has made itself may be held by nobody else.
     */
    private static Supplier<@Nullable EventManager> held(EventManager events) {
      return events instanceof EventHub ? new WeakReference<>(events)::get : () -> events;
    }

    boolean isIn(EventManager other) {
      return other.equals(events.get());
    }

    boolean isOver() {
      EventManager there = events.get();
      return there == null || (there instanceof EventHub hub && hub.isClosed());
    }

    /** Returns why there is no room for a change; null if there is. */
    private @Nullable EventOverflowException awaitRoom() {
      try {
        if (events.get() instanceof EventHub hub) {
          hub.awaitRoom(SharedStateChanged.class);
        }
        return null;
      } catch (EventOverflowException full) {
        return full;
      }
    }

    private void post(SharedStateChanged change) {
      EventManager there = events.get();
      try {
        if (there instanceof EventHub hub) {
          hub.postAdmitted(change);
        } else if (there != null) {
          Event unused = there.post(change);
        }
        refusing = false;
      } catch (IllegalStateException closed) {
        // Or not open yet: then it will be told of later changes.
      } catch (RuntimeException failure) {
        refused(failure);
      }
    }

    /** Tells of the first refusal of several: errors always get in, and are not to pile up. */
    private void refused(RuntimeException why) {
      EventManager there = events.get();
      if (there != null && !refusing) {
        refusing = true;
        there.raiseError(why);
      }
    }
  }

  /** What one registration is closed by: equal to itself alone. */
  private final class Handle implements Registration {
    private final Announcement announcement;

    Handle(Announcement announcement) {
      this.announcement = announcement;
    }

    @Override
    public void close() {
      synchronized (Announcements.this) {
        announcement.handles.remove(this);
        if (announcement.handles.isEmpty()) {
          all.remove(announcement);
        }
      }
    }
  }

  /** Tells an event manager of what is changed from now on. */
  synchronized Registration add(EventManager events) {
    all.removeIf(Announcement::isOver);
    Announcement announcement = null;
    for (Announcement other : all) {
      if (other.isIn(events)) {
        announcement = other;
      }
    }
    if (announcement == null) {
      announcement = new Announcement(events);
      all.add(announcement);
    }
    var handle = new Handle(announcement);
    announcement.handles.add(handle);
    return handle;
  }

  private synchronized List<Announcement> list() {
    return List.copyOf(all);
  }

  /**
   * Waits until there is room for a change, wherever who raises is held up. Called under no lock.
   *
   * @return where there is none, and why
   */
  Map<Announcement, EventOverflowException> awaitRoom() {
    Map<Announcement, EventOverflowException> full = Map.of();
    for (Announcement announcement : list()) {
      // No place is kept while another is waited for: two who do that might wait for each other.
      EventOverflowException why = announcement.awaitRoom();
      if (why != null) {
        full = full.isEmpty() ? new HashMap<>() : full;
        full.put(announcement, why);
      }
    }
    return full;
  }

  /** Notes what was changed at once. Called under the state's lock. */
  synchronized void note(
      List<SharedStateChanged> changes, Map<Announcement, EventOverflowException> full) {
    if (changes.isEmpty()) {
      return;
    }
    all.removeIf(Announcement::isOver);
    for (Announcement announcement : all) {
      EventOverflowException why = full.get(announcement);
      untold.note(
          why == null
              ? () -> changes.forEach(announcement::post)
              : () -> announcement.refused(why));
    }
  }

  /** Tells what has been noted, by whomever; another thread that is at it tells that too. */
  void tell() {
    untold.tell();
  }
}
