package dev.runspaces;

import dev.runspaces.delivery.EventHub;
import dev.runspaces.event.Event;
import dev.runspaces.event.EventManager;
import dev.runspaces.event.Registration;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The event managers that tell of each change of a {@link SharedState}. Thread-safe. */
final class Announcements {
  /** Oldest first. Guarded by {@code this}, as all else. */
  private final List<Announcement> all = new ArrayList<>();

  /** Those in one event manager, however often it was asked for them. */
  static final class Announcement {
    private final Supplier<@Nullable EventManager> events;

    /** Who wants them. Guarded by the announcements. */
    private final Set<Registration> handles = new HashSet<>();

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

    private void post(SharedStateChanged change) {
      EventManager there = events.get();
      try {
        if (there != null) {
          Event unused = there.post(change);
        }
      } catch (IllegalStateException closed) {
        // Or not open yet: then it will be told of later changes.
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

  /** Posts a change, wherever it is to be told. Called under the state's lock. */
  void post(SharedStateChanged change) {
    list().forEach(announcement -> announcement.post(change));
  }

  private synchronized List<Announcement> list() {
    all.removeIf(Announcement::isOver);
    return List.copyOf(all);
  }
}
