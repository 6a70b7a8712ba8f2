package dev.runspaces;

import dev.runspaces.worker.Deadline;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The runspaces that are open, held strongly until they close; and, at the JVM's end, closed within
 * a bounded time.
 */
final class Registry {
  private static final System.Logger LOG = System.getLogger("dev.runspaces");

  /** All that a JVM that is asked to exit is held up by runspaces. */
  private static final Duration EXIT_PATIENCE = Duration.ofSeconds(5);

  private static final Registry INSTANCE = new Registry();

  static {
    // It stays as long as the JVM, and so must not keep anything of who happened to come first.
    var hook = new Thread(null, INSTANCE::closeAll, "runspaces-shutdown", 0, false);
    hook.setContextClassLoader(Registry.class.getClassLoader());
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private final ConcurrentSkipListMap<Long, RunspaceCore> open = new ConcurrentSkipListMap<>();
  private final AtomicLong lastId = new AtomicLong();

  private Registry() {}

  static Registry instance() {
    return INSTANCE;
  }

  long nextId() {
    return lastId.incrementAndGet();
  }

  void add(RunspaceCore runspace) {
    open.put(runspace.id(), runspace);
  }

  void remove(RunspaceCore runspace) {
    open.remove(runspace.id());
  }

  Optional<RunspaceCore> find(long id) {
    return Optional.ofNullable(open.get(id));
  }

  /** Returns those that are open, oldest first. */
  Collection<RunspaceCore> all() {
    return List.copyOf(open.values());
  }

  private void closeAll() {
    Deadline deadline = Deadline.after(EXIT_PATIENCE);
    // Newest first; a parent takes its children along, and closing twice does nothing.
    for (RunspaceCore runspace : open.descendingMap().values()) {
      try {
        runspace.closing().close(deadline);
      } catch (RuntimeException failure) {
        LOG.log(Level.ERROR, "closing at the JVM's end", failure);
      }
    }
  }
}
