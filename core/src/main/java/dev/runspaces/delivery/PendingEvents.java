package dev.runspaces.delivery;

import dev.runspaces.event.Event;
import dev.runspaces.event.EventManager;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The events that nobody has heard yet, and those who wait for one. Thread-safe. */
final class PendingEvents {
  private static final System.Logger LOG = System.getLogger("dev.runspaces.event");

  private final String runspace;
  private final ArrayDeque<Event> events = new ArrayDeque<>();
  private final List<Waiter> waiters = new ArrayList<>();
  private boolean closed;

  /** Whether the drop of an event has been told of, so that a burst is told of once. */
  private boolean dropping;

  PendingEvents(String runspace) {
    this.runspace = runspace;
  }

  /** Somebody who waits for the next event of a name; its future is empty when all is over. */
  record Waiter(String sourceIdentifier, CompletableFuture<Optional<Event>> next) {
    boolean wants(Event event) {
      return sourceIdentifier.equalsIgnoreCase(event.sourceIdentifier());
    }
  }

  /** Gives the event to all who wait for it; returns whether there was one. */
  synchronized boolean offer(Event event) {
    return waiters.removeIf(
        waiter -> waiter.wants(event) && waiter.next.complete(Optional.of(event)));
  }

  synchronized void keep(Event event) {
    if (closed) {
      return;
    }
    if (events.size() < EventManager.PENDING_LIMIT) {
      dropping = false;
    } else {
      events.removeFirst();
      if (!dropping) {
        dropping = true;
        // What has come from below may have been heard there, and is no mistake.
        LOG.log(
            event.source().equals(runspace) ? Level.WARNING : Level.DEBUG,
            "more than {0} events of runspace \"{1}\" are pending, and the oldest are being"
                + " dropped: subscribe to \"{2}\", or remove what nobody needs",
            EventManager.PENDING_LIMIT,
            runspace,
            event.sourceIdentifier());
      }
    }
    events.addLast(event);
  }

  synchronized List<Event> list() {
    return List.copyOf(events);
  }

  synchronized int remove(String sourceIdentifier) {
    int before = events.size();
    events.removeIf(event -> sourceIdentifier.equalsIgnoreCase(event.sourceIdentifier()));
    return before - events.size();
  }

  /** Takes the oldest event of the name, now if there is one, else as soon as there is. */
  synchronized Waiter take(String sourceIdentifier) {
    var waiter = new Waiter(sourceIdentifier, new CompletableFuture<>());
    for (Iterator<Event> iterator = events.iterator(); iterator.hasNext(); ) {
      Event event = iterator.next();
      if (waiter.wants(event)) {
        iterator.remove();
        waiter.next.complete(Optional.of(event));
        return waiter;
      }
    }
    if (closed) {
      waiter.next.complete(Optional.empty());
    } else {
      waiters.add(waiter);
    }
    return waiter;
  }

  /** Ends a wait that was given up; what came at the last moment is put back. */
  synchronized void giveUp(Waiter waiter) {
    waiters.remove(waiter);
    waiter.next.getNow(Optional.empty()).ifPresent(events::addFirst);
  }

  synchronized void close() {
    closed = true;
    waiters.forEach(waiter -> waiter.next.complete(Optional.empty()));
    waiters.clear();
    events.clear();
  }
}
