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

/** A backlog with a policy for one too many. Its own lock is what {@link Places} uses, too. */
final class LimitedBacklog implements Backlog {
  private final Inbox inbox;
  private final Overflow policy;

  /** How many ordinary events may wait; those who raise are held up elsewhere, see Places. */
  private final int limit;

  private final EntryQueue queue = new EntryQueue();

  /** The newest entry of each key; only where the policy asks for keys. */
  private final Map<Object, Entry> newest;

  /** How many of those that wait are the program's own. */
  private int ordinary;

  private long lastNumber;

  /**
   * The number of the event for which the newest letter is sent, be it that this was dropped since:
   * those that came after it still wait for that letter, and for no earlier one.
   */
  private long newestLetter;

  private Gate gate = Gate.OPEN;
  private long dropped;
  private long replaced;
  private int highWaterMark;

  /** What was dropped and not told of yet. */
  private long burst;

  /** Requests among those and among what was replaced: whoever waits for a reply is to be told. */
  private List<Occurrence> lostRequests = List.of();

  LimitedBacklog(Overflow policy, Inbox inbox) {
    this.inbox = inbox;
    this.policy = policy;
    this.limit =
        policy instanceof DropOldest
                || policy instanceof DropNewest
                || policy instanceof LatestByKey
            ? policy.limit()
            : Integer.MAX_VALUE;
    this.newest = policy instanceof LatestByKey ? new HashMap<>() : Map.of();
  }

  /** What was dropped since that was told of last, and which requests will not be heard. */
  record Burst(long count, long total, List<Occurrence> requests) {}

  @Override
  public synchronized boolean isEmpty() {
    return queue.isEmpty();
  }

  @Override
  public synchronized int size() {
    return queue.size();
  }

  synchronized int ordinary() {
    return ordinary;
  }

  @Override
  public synchronized long lastNumber() {
    return lastNumber;
  }

  @Override
  public synchronized long dropped() {
    return dropped;
  }

  @Override
  public synchronized long replaced() {
    return replaced;
  }

  @Override
  public synchronized int highWaterMark() {
    return highWaterMark;
  }

  @Override
  public synchronized boolean isOpen(Gate needed) {
    return gate.compareTo(needed) <= 0;
  }

  @Override
  public synchronized void narrow(Gate next) {
    if (gate.compareTo(next) < 0) {
      gate = next;
    }
  }

  @Override
  public long put(
      Object content, @Nullable Origin origin, long sequence, Gate needed, boolean first) {
    return put(
        origin == null ? (Occurrence) content : origin.occurrence(content, sequence),
        needed,
        first);
  }

  private synchronized long put(Occurrence occurrence, Gate needed, boolean first) {
    if (!isOpen(needed)) {
      return REFUSED;
    }
    Object key = occurrence.key(inbox);
    if (occurrence.isOrdinary()) {
      Entry older = key == null ? null : newest.get(key);
      if (older != null) {
        // The new one goes to the end, lest it overtake what was raised between the two.
        remove(older);
        replaced++;
        noteIfRequest(older.occurrence());
      }
      if (ordinary >= limit) {
        if (policy instanceof DropNewest) {
          drop(occurrence);
          return DROPPED;
        }
        Entry oldest = queue.oldest(Occurrence::isOrdinary);
        remove(oldest);
        drop(oldest.occurrence());
      }
      ordinary++;
    }
    lastNumber++;
    if (first) {
      newestLetter = lastNumber;
    }
    Entry entry = queue.add(new Entry(occurrence, lastNumber, key, newestLetter));
    if (key != null) {
      newest.put(key, entry);
    }
    highWaterMark = Math.max(highWaterMark, queue.size());
    return lastNumber;
  }

  @Override
  public synchronized boolean hasNext(long from) {
    return !queue.isEmpty() && oldest().letter() <= from;
  }

  @Override
  public synchronized boolean poll(Arrival into, long from) {
    if (!hasNext(from)) {
      return false;
    }
    Entry oldest = oldest();
    remove(oldest);
    Occurrence occurrence = oldest.occurrence();
    into.set(occurrence, null, occurrence.sequence(), oldest.number());
    return true;
  }

  @Override
  public synchronized List<Returned> takeAll() {
    var all = new ArrayList<Returned>();
    while (!queue.isEmpty()) {
      Entry oldest = oldest();
      remove(oldest);
      all.add(new Returned(oldest.occurrence(), oldest.number()));
    }
    return all;
  }

  private Entry oldest() {
    return queue.oldest(any -> true);
  }

  /** Returns what was dropped since it was asked last. */
  synchronized Burst takeBurst() {
    var taken = new Burst(burst, dropped, lostRequests);
    burst = 0;
    lostRequests = List.of();
    return taken;
  }

  /** Whether there is something to tell since then. */
  synchronized boolean hasBurst() {
    return burst > 0 || !lostRequests.isEmpty();
  }

  private void remove(Entry entry) {
    queue.remove(entry);
    if (entry.occurrence().isOrdinary()) {
      ordinary--;
    }
    if (entry.key() != null) {
      newest.remove(entry.key(), entry);
    }
  }

  private void drop(Occurrence occurrence) {
    dropped++;
    burst++;
    noteIfRequest(occurrence);
  }

  private void noteIfRequest(Occurrence occurrence) {
    if (occurrence.unheard() instanceof Request) {
      lostRequests = new ArrayList<>(lostRequests);
      lostRequests.add(occurrence);
    }
  }
}
