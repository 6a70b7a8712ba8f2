package dev.runspaces.swing.window;

import dev.runspaces.Runspace;
import dev.runspaces.event.EventOverflowException;
import dev.runspaces.event.Subscription;
import dev.runspaces.swing.component.ComponentEvent;
import dev.runspaces.swing.component.EventSink;
import java.awt.EventQueue;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Where the events of one window go: into its runspace, where those that name a method call the
 * controller, and edits reach their models. Such a call is an event too, so that all come in the
 * order in which they happened.
 */
final class EventOutlet implements EventSink {
  private static final System.Logger LOG = System.getLogger("dev.runspaces.swing");

  private final Runspace runspace;
  private final @Nullable Controller controller;

  /** Made when it is needed first, which most windows never do. Guarded by this. */
  private @Nullable Subscription calls;

  /** What has been edited since the last event, by who has to tell of it. On the EDT. */
  private final Map<Object, Runnable> edits = new LinkedHashMap<>();

  private final AtomicLong editsTold = new AtomicLong();
  private final AtomicLong editsDone = new AtomicLong();

  /** Whether the window is complete. What it shows at first is no change. On the EDT. */
  private boolean begun;

  EventOutlet(Runspace runspace, @Nullable Controller controller) {
    this.runspace = runspace;
    this.controller = controller;
  }

  /** What is to be run, for which window. */
  private record Call(EventOutlet outlet, Task task) {}

  /** Something to be run in the runspace, in order with the events. */
  @FunctionalInterface
  interface Task {
    void run() throws Exception;
  }

  /** Tells of events from now on. On the EDT. */
  void begin() {
    begun = true;
  }

  @Override
  public void raise(String sourceIdentifier, ComponentEvent event) {
    if (!begun) {
      return;
    }
    tellEdits();
    if (controller != null && sourceIdentifier.startsWith("#")) {
      String method = sourceIdentifier.substring(1);
      run(sourceIdentifier, () -> controller.call(method, event));
    } else {
      raiseLater(sourceIdentifier, event);
    }
  }

  /** Runs something in the runspace, after what has happened before. On any thread. */
  void run(String sourceIdentifier, Task task) {
    if (EventQueue.isDispatchThread()) {
      tellEdits();
    }
    synchronized (this) {
      if (calls == null) {
        calls = subscribe();
      }
    }
    raiseLater(sourceIdentifier, new Call(this, task));
  }

  /**
   * Has an edit told when the EDT is done with it: to replace a word is to remove one and then to
   * insert one. Whatever is raised before that comes after it. On the EDT.
   */
  void tellSoon(Object by, Runnable tell) {
    if (edits.isEmpty()) {
      EventQueue.invokeLater(this::tellEdits);
    }
    edits.putIfAbsent(by, tell);
  }

  /** Has a model take an edit. On the EDT. */
  void edit(String sourceIdentifier, Task task) {
    editsTold.incrementAndGet();
    run(
        sourceIdentifier,
        () -> {
          try {
            task.run();
          } finally {
            editsDone.incrementAndGet();
          }
        });
  }

  /** Returns how many edits the models have. On any thread. */
  long editsDone() {
    return editsDone.get();
  }

  /** Tells whether there were more. On the EDT. */
  boolean hasEditsAfter(long done) {
    return !edits.isEmpty() || editsTold.get() != done;
  }

  private void tellEdits() {
    if (!edits.isEmpty()) {
      List<Runnable> now = List.copyOf(edits.values());
      edits.clear();
      now.forEach(Runnable::run);
    }
  }

  /** Ends the calls, after those that are still on their way. On the EDT, or at its end. */
  void close() {
    if (EventQueue.isDispatchThread()) {
      tellEdits();
    }
    Subscription toEnd;
    synchronized (this) {
      toEnd = calls;
    }
    if (toEnd != null) {
      raiseLater("#", new Call(this, toEnd::close));
    }
  }

  private @Nullable Subscription subscribe() {
    try {
      return runspace.events().on(Call.class).hidden().handle(this::answer);
    } catch (IllegalStateException closed) {
      return null; // there is nobody left to run anything
    }
  }

  private void answer(Call call) throws Exception {
    if (call.outlet == this) {
      call.task.run();
    }
  }

  private void raiseLater(String sourceIdentifier, Object payload) {
    try {
      runspace.events().raise(sourceIdentifier, payload);
    } catch (IllegalStateException refused) {
      // The last clicks into a window whose runspace is just closed: there is nobody to tell.
      LOG.log(Level.DEBUG, "an event came too late: {0}", refused.getMessage());
    } catch (EventOverflowException refused) {
      // The EDT could do nothing about it, and has more to do: a window must close all the same.
      runspace.events().raiseError(refused);
    }
  }
}
