package dev.runspaces.delivery;

import dev.runspaces.event.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Which events from below climb on to the parent. Thread-safe. */
final class Forwards {
  /** Replaced as a whole, under {@code this}: there is rarely any. */
  private volatile List<Forward> forwards = List.of();

  /** One that was asked for; compared by identity, for the same may be asked for twice. */
  private static final class Forward {
    private final NamePattern names;

    Forward(NamePattern names) {
      this.names = names;
    }
  }

  Registration add(NamePattern names) {
    var forward = new Forward(names);
    change(with -> with.add(forward));
    return () -> change(without -> without.remove(forward));
  }

  private synchronized void change(Consumer<List<Forward>> change) {
    var changed = new ArrayList<Forward>(forwards);
    change.accept(changed);
    forwards = List.copyOf(changed);
  }

  /** The usual case, for which no name need be known. */
  boolean areNone() {
    return forwards.isEmpty();
  }

  boolean include(String sourceIdentifier) {
    if (forwards.isEmpty()) {
      return false; // the usual case, without an iterator for each event
    }
    for (Forward forward : forwards) {
      if (forward.names.matches(sourceIdentifier)) {
        return true;
      }
    }
    return false;
  }
}
