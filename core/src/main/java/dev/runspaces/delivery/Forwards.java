package dev.runspaces.delivery;

import dev.runspaces.event.Registration;
import java.util.concurrent.CopyOnWriteArrayList;

/** Which events from below climb on to the parent. Thread-safe. */
final class Forwards {
  private final CopyOnWriteArrayList<Forward> forwards = new CopyOnWriteArrayList<>();

  /** One that was asked for; compared by identity, for the same may be asked for twice. */
  private static final class Forward {
    private final NamePattern names;

    Forward(NamePattern names) {
      this.names = names;
    }
  }

  Registration add(NamePattern names) {
    var forward = new Forward(names);
    forwards.add(forward);
    return () -> forwards.remove(forward);
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
