package dev.runspaces.delivery;

import dev.runspaces.event.Registration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The last events of some names, for subscribers who come late. */
final class History {
  /** Replaced as a whole, under {@code this}: there is rarely any. */
  private volatile List<Memory> memories = List.of();

  /** Whether there are any; asked for each event. */
  private volatile boolean inUse;

  /** An event as it was accepted. */
  record Remembered(Occurrence occurrence, long number) {}

  /** The last events whose names match a pattern. */
  private static final class Memory {
    private final NamePattern names;
    private final int most;
    private final ArrayDeque<Remembered> events = new ArrayDeque<>();

    Memory(NamePattern names, int most) {
      this.names = names;
      this.most = most;
    }

    synchronized void note(Remembered event) {
      if (events.size() == most) {
        events.removeFirst();
      }
      events.addLast(event);
    }

    synchronized List<Remembered> list() {
      return new ArrayList<>(events);
    }
  }

  Registration remember(NamePattern names, int most) {
    var memory = new Memory(names, most);
    change(with -> with.add(memory));
    return () -> change(without -> without.remove(memory));
  }

  private synchronized void change(Consumer<List<Memory>> change) {
    var changed = new ArrayList<Memory>(memories);
    change.accept(changed);
    memories = List.copyOf(changed);
    inUse = !changed.isEmpty();
  }

  boolean isInUse() {
    return inUse;
  }

  void note(Occurrence occurrence, long number) {
    for (Memory memory : memories) {
      if (memory.names.matches(occurrence.sourceIdentifier())) {
        memory.note(new Remembered(occurrence, number));
      }
    }
  }

  /** Returns what is remembered, each event once, in the order in which they were accepted. */
  List<Remembered> all() {
    var byNumber = new TreeMap<Long, Remembered>();
    for (Memory memory : memories) {
      memory.list().forEach(event -> byNumber.put(event.number(), event));
    }
    return List.copyOf(byNumber.values());
  }

  void clear() {
    change(List::clear);
  }
}
