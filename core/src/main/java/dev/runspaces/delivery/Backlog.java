package dev.runspaces.delivery;

import dev.runspaces.delivery.EntryQueue.Entry;
import dev.runspaces.event.Overflow;
import dev.runspaces.event.Overflow.DropNewest;
import dev.runspaces.event.Overflow.DropOldest;
import dev.runspaces.event.Overflow.LatestByKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events that wait in an inbox, and what becomes of one too many. Guarded by the inbox's lock.
 */
final class Backlog {
  private final Overflow policy;

  /** How many ordinary events may wait; those who raise are held up elsewhere, see Places. */
  private final int limit;

  private final EntryQueue queue = new EntryQueue();

  /** The newest entry of each key; only where the policy asks for keys. */
  private final Map<Object, Entry> newest;

  /** How many of those that wait are the program's own. */
  private int ordinary;

  private long dropped;
  private long replaced;
  private int highWaterMark;

  /** What was dropped and not told of yet. */
  private long burst;

  private List<Occurrence> droppedRequests = List.of();

  Backlog(Overflow policy) {
    this.policy = policy;
    this.limit =
        policy instanceof DropOldest
                || policy instanceof DropNewest
                || policy instanceof LatestByKey
            ? policy.limit()
            : Integer.MAX_VALUE;
    this.newest = policy instanceof LatestByKey ? new HashMap<>() : Map.of();
  }

  /** What was dropped since that was told of last. */
  record Burst(long count, long total, List<Occurrence> requests) {}

  int size() {
    return queue.size();
  }

  int ordinary() {
    return ordinary;
  }

  long dropped() {
    return dropped;
  }

  long replaced() {
    return replaced;
  }

  int highWaterMark() {
    return highWaterMark;
  }

  /**
   * Takes an event.
   *
   * @param key what it has in common with one that it replaces; null if it replaces none
   * @return whether there is one more than before
   */
  boolean put(Occurrence occurrence, long number, @Nullable Object key) {
    int before = queue.size();
    if (occurrence.isOrdinary()) {
      Entry older = key == null ? null : newest.get(key);
      if (older != null) {
        // The new one goes to the end, lest it overtake what was raised between the two.
        take(older);
        replaced++;
      }
      if (ordinary >= limit) {
        if (policy instanceof DropNewest) {
          drop(occurrence);
          return false;
        }
        drop(take(queue.oldest(Occurrence::isOrdinary)).occurrence());
      }
      ordinary++;
    }
    Entry entry = queue.add(occurrence, number, key);
    if (key != null) {
      newest.put(key, entry);
    }
    highWaterMark = Math.max(highWaterMark, queue.size());
    return queue.size() > before;
  }

  /** Takes out the oldest; null if there is none. */
  @Nullable Entry poll() {
    return queue.isEmpty() ? null : take(queue.oldest(any -> true));
  }

  /** Returns what was dropped since it was asked last. */
  Burst takeBurst() {
    var taken = new Burst(burst, dropped, droppedRequests);
    burst = 0;
    droppedRequests = List.of();
    return taken;
  }

  /** Whether something was dropped since then. */
  boolean hasBurst() {
    return burst > 0;
  }

  private Entry take(Entry entry) {
    queue.remove(entry);
    if (entry.occurrence().isOrdinary()) {
      ordinary--;
    }
    if (entry.key() != null) {
      newest.remove(entry.key(), entry);
    }
    return entry;
  }

  private void drop(Occurrence occurrence) {
    dropped++;
    burst++;
    if (occurrence.unheard() instanceof Request) {
      droppedRequests = new ArrayList<>(droppedRequests);
      droppedRequests.add(occurrence);
    }
  }
}
