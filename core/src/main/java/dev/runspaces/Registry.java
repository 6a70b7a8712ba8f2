package dev.runspaces;

import dev.runspaces.worker.Deadline;
import dev.runspaces.worker.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The runspaces that are open, held strongly until they close; and, at the JVM's end, closed within
 * a bounded time.
 */
final class Registry {
  /** All that a JVM that is asked to exit is held up by runspaces. */
  private static final Duration EXIT_PATIENCE = Duration.ofSeconds(5);

  /** What of that is kept for telling of errors that nobody has asked for. */
  private static final Duration LAST_WORDS = Duration.ofMillis(500);

  private static final Registry INSTANCE = new Registry();

  static {
    // It stays as long as the JVM, and so must not keep anything of who happened to come first.
    var hook = new Thread(null, INSTANCE::closeAll, "runspaces-shutdown", 0, false);
    hook.setContextClassLoader(Registry.class.getClassLoader());
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // Runspaces are used for the first time while the JVM ends: who opens one there closes it.
    }
  }

  private final ConcurrentSkipListMap<Long, RunspaceCore> open = new ConcurrentSkipListMap<>();
  private final AtomicLong lastId = new AtomicLong();

  /** Those of runspaces that are closed as soon as their only script has ended. */
  private final UnaskedErrors unaskedErrors = new UnaskedErrors();

  private volatile boolean exiting;

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

  UnaskedErrors unaskedErrors() {
    return unaskedErrors;
  }

  /** Returns whether the JVM is about to end. */
  boolean isExiting() {
    return exiting;
  }

  /**
   * Closes the roots, newest first, each with its children. One that takes long does not take the
   * time of the others: after its share of what is left the next begins. The hook's thread itself
   * runs nobody's code, so that nothing keeps it beyond the time.
   */
  private void closeAll() {
    exiting = true;
    closeRoots(Deadline.after(EXIT_PATIENCE.minus(LAST_WORDS)));
    tellUnaskedErrors();
  }

  /**
   * Whoever would have asked is gone. On a thread of its own, as uncaught handlers are a user's.
   */
  private void tellUnaskedErrors() {
    var told = new CompletableFuture<Void>();
    var thread =
        new Thread(
            () -> {
              unaskedErrors.close();
              told.complete(null);
            },
            "runspaces-last-words");
    thread.setDaemon(true);
    thread.start();
    boolean unused = Waiting.awaitUninterruptibly(told, Deadline.after(LAST_WORDS));
  }

  private void closeRoots(Deadline deadline) {
    List<RunspaceCore> roots =
        open.descendingMap().values().stream().filter(each -> each.parent().isEmpty()).toList();
    var closed = new ArrayList<CompletableFuture<Void>>();
    for (RunspaceCore root : roots) {
      int left = roots.size() - closed.size();
      var share = Deadline.after(deadline.remaining().dividedBy(left));
      CompletableFuture<Void> closing = root.closing().closeElsewhere(deadline);
      closed.add(closing);
      boolean unused = Waiting.awaitUninterruptibly(closing, share);
    }
    // Those that were passed by have the rest of the time.
    boolean unused =
        Waiting.awaitUninterruptibly(
            CompletableFuture.allOf(closed.toArray(CompletableFuture<?>[]::new)), deadline);
  }
}
