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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The events that nobody has heard yet, here or below, and those who wait for one. Thread-safe.
 *
 * <p>An event from below that is heard there may have come here before. It is passed over from then
 * on, and removed when it comes to the front or when room is needed.
 */
final class PendingEvents {
  private static final System.Logger LOG = System.getLogger("dev.runspaces.event");

  /** In place of the number of an event that is for all who wait for its name. */
  static final long TO_ALL = Long.MAX_VALUE;

  private final String runspace;
  private final int level;

  /** Oldest first; made when it is needed, as it most often never is. */
  private @Nullable ArrayDeque<Occurrence> kept;

  /** Null where nobody waits, else replaced as a whole: asked for each event, without the lock. */
  private volatile @Nullable List<Waiter> waiting;

  private boolean closed;

  /** Whether the drop of an event has been told of, so that a burst is told of once. */
  private boolean dropping;

  PendingEvents(String runspace, int level) {
    this.runspace = runspace;
    this.level = level;
  }

  /**
   * Somebody who waits for the next event of a name; its future is empty when all is over.
   *
   * @param since the number of the event that was being told of when the wait began: the next one
   *     is later
   */
  record Waiter(String sourceIdentifier, long since, CompletableFuture<Optional<Occurrence>> next) {
    boolean wants(String name) {
      return sourceIdentifier.equalsIgnoreCase(name);
    }
  }

  /** Under the lock. */
  private ArrayDeque<Occurrence> events() {
    if (kept == null) {
      kept = new ArrayDeque<>(1);
    }
    return kept;
  }

  /** Under the lock. */
  private void changeWaiters(Consumer<List<Waiter>> change) {
    var changed = new ArrayList<Waiter>(waiting == null ? List.of() : waiting);
    change.accept(changed);
    waiting = changed.isEmpty() ? null : changed;
  }

  boolean isAwaited() {
    return waiting != null;
  }

  /** Gives the event of that number to all who wait for it; returns whether there was one. */
  boolean offer(Occurrence event, long number) {
    // Most often nobody does, and events need not be looked at one by one.
    return isAwaiting(event.sourceIdentifier()) && offerToWaiters(event, number);
  }

  private synchronized boolean offerToWaiters(Occurrence event, long number) {
    var taken = new ArrayList<Waiter>();
    changeWaiters(
        waiters ->
            waiters.removeIf(
                waiter ->
                    waiter.since < number
                        && waiter.wants(event.sourceIdentifier())
                        && waiter.next.complete(Optional.of(event))
                        && taken.add(waiter)));
    return !taken.isEmpty();
  }

  synchronized void keep(Occurrence event) {
    if (closed || event.isHeardBelow(level)) {
      return;
    }
    if (offer(event, TO_ALL)) {
      // Somebody has begun to wait just now, and did not find it here.
      event.heardAt(level);
      return;
    }
    while (!events().isEmpty() && events().getFirst().isHeardBelow(level)) {
      events().removeFirst();
    }
    if (events().size() >= EventManager.PENDING_LIMIT) {
      // What the parent has heard is pending all the same, for somebody here may ask for it; but
      // it is the first to go, and nothing is lost by that.
      events().removeIf(Occurrence::isHeardAnywhere);
    }
    if (events().size() < EventManager.PENDING_LIMIT) {
      dropping = false;
    } else {
      events().removeFirst();
      if (!dropping) {
        dropping = true;
        // What has come from below may yet be heard there, and is no mistake.
        LOG.log(
            event.source().equals(runspace) ? Level.WARNING : Level.DEBUG,
            "more than {0} events of runspace \"{1}\" are pending, and the oldest are being"
                + " dropped: subscribe to \"{2}\", or remove what nobody needs",
            EventManager.PENDING_LIMIT,
            runspace,
            event.sourceIdentifier());
      }
    }
    events().addLast(event);
  }

  /** Returns those of the names, oldest first. */
  synchronized List<Event> list(NamePattern names) {
    var found = new ArrayList<Event>();
    for (Occurrence event : events()) {
      if (!event.isHeardBelow(level) && names.matches(event.sourceIdentifier())) {
        found.add(event);
      }
    }
    return List.copyOf(found);
  }

  synchronized int size() {
    int heardBelow = 0;
    for (Occurrence event : events()) {
      heardBelow += event.isHeardBelow(level) ? 1 : 0;
    }
    return events().size() - heardBelow;
  }

  boolean isAwaiting(String sourceIdentifier) {
    List<Waiter> waiters = waiting;
    if (waiters != null) {
      for (Waiter waiter : waiters) {
        if (waiter.wants(sourceIdentifier)) {
          return true;
        }
      }
    }
    return false;
  }

  synchronized int remove(NamePattern names) {
    events().removeIf(event -> event.isHeardBelow(level));
    int before = events().size();
    events().removeIf(event -> names.matches(event.sourceIdentifier()));
    return before - events().size();
  }

  synchronized boolean remove(Event removed) {
    // By identity: numbers are of a source, and two sources may have one name.
    return events().removeIf(event -> event == removed && !event.isHeardBelow(level));
  }

  /**
   * Takes the oldest event of the name, now if there is one, else as soon as there is one after
   * that of this number.
   */
  synchronized Waiter take(String sourceIdentifier, long since) {
    var waiter = new Waiter(sourceIdentifier, since, new CompletableFuture<>());
    for (Iterator<Occurrence> iterator = events().iterator(); iterator.hasNext(); ) {
      Occurrence event = iterator.next();
      if (waiter.wants(event.sourceIdentifier()) && !event.isHeardBelow(level)) {
        iterator.remove();
        event.heardAt(level);
        waiter.next.complete(Optional.of(event));
        return waiter;
      }
    }
    if (closed) {
      waiter.next.complete(Optional.empty());
    } else {
      changeWaiters(waiters -> waiters.add(waiter));
    }
    return waiter;
  }

  /** Ends a wait that was given up; what came at the last moment is put back. */
  synchronized void giveUp(Waiter waiter) {
    changeWaiters(waiters -> waiters.remove(waiter));
    waiter.next.getNow(Optional.empty()).ifPresent(event -> events().addFirst(event));
  }

  synchronized void close() {
    closed = true;
    changeWaiters(
        waiters -> {
          waiters.forEach(waiter -> waiter.next.complete(Optional.empty()));
          waiters.clear();
        });
    kept = null;
  }
}
