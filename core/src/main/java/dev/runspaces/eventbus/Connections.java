package dev.runspaces.eventbus;

import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The connections of one runspace's bus, which end with it. Thread-safe. */
final class Connections {
  private static final System.Logger LOG = System.getLogger("dev.runspaces.event");

  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  void add(Connection connection) {
    open.add(connection);
    if (ended) {
      connection.close();
    }
  }

  void remove(Connection connection) {
    open.remove(connection);
  }

  void endAll() {
    ended = true;
    for (Connection connection : open) {
      try {
        connection.close();
      } catch (RuntimeException failure) {
        // From a bus with an unregister of its own; the others are to end all the same.
        LOG.log(Level.WARNING, "a connection was ended, but its bus says", failure);
      }
    }
  }
}
