package dev.runspaces.delivery;

import dev.runspaces.delivery.Backlog.Returned;
import dev.runspaces.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What was accepted, and never delivered, and nobody has asked for yet. Thread-safe. */
final class Leftovers {
  private final EventHub hub;

  /** Guarded by {@code this}. */
  private List<Event> events = List.of();

  Leftovers(EventHub hub) {
    this.hub = hub;
  }

  /**
   * Keeps events, in their order; errors go on to who still hears them, and a runspace's own news
   * is over.
   *
   * @return how many it keeps of these
   */
  int keep(List<Handed> handed, List<Returned> returned) {
    var left = new TreeMap<Long, Occurrence>();
    handed.forEach(one -> left.put(one.number(), one.occurrence()));
    returned.forEach(one -> left.put(one.number(), one.occurrence()));
    List<Occurrence> ordinary = left.values().stream().filter(Occurrence::isOrdinary).toList();
    synchronized (this) {
      var all = new ArrayList<Event>(events);
      all.addAll(ordinary);
      events = List.copyOf(all);
    }
    for (Occurrence occurrence : left.values()) {
      if (occurrence.unheard().isAlsoForOverheard()) {
        occurrence.unheard().in(hub, occurrence);
      }
    }
    return ordinary.size();
  }

  /** Hands them over, once. */
  synchronized List<Event> take() {
    List<Event> taken = events;
    events = List.of();
    return taken;
  }
}
