package dev.runspaces.swing.window;

import dev.runspaces.Runspace;
import dev.runspaces.delivery.Calls;
import dev.runspaces.event.EventOverflowException;
import dev.runspaces.swing.component.ComponentEvent;
import dev.runspaces.swing.component.EventSink;
import java.awt.EventQueue;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Where the events of one window go: into its runspace. There those that name a method call the
 * controller, and edits reach their models, in the order in which all of it happened; these calls
 * are no events, which somebody might hear and a runspace might drop.
 */
final class EventOutlet implements EventSink {
  private static final System.Logger LOG = System.getLogger("dev.runspaces.swing");

  private final Runspace runspace;
  private final @Nullable Controller controller;

  private final Calls calls;

  /** What has been edited since the last event, by who has to tell of it. On the EDT. */
  private final Map<Object, Runnable> edits = new LinkedHashMap<>();

  /** What the number of an edit never is. */
  private static final long NONE = -1;

  private final AtomicLong editsTold = new AtomicLong();

  /** The numbers of the newest edits that the models do not have yet. */
  private final Map<Object, Long> editsUnderWay = new ConcurrentHashMap<>();

  /** Whether the window is complete. What it shows at first is no change. On the EDT. */
  private boolean begun;

  /** Whether what it has told of is gone. */
  private volatile boolean closed;

  EventOutlet(Runspace runspace, @Nullable Controller controller) {
    this.runspace = runspace;
    this.controller = controller;
    this.calls = Calls.in(runspace.events());
  }

  /** A method, and who calls it: what many calls are about that nobody has had time for. */
  private record Method(String name, String component, Class<?> snapshot) {}

  /** Tells of events from now on. On the EDT. */
  void begin() {
    begun = true;
  }

  /** Does something that is no change that anybody has made. On the EDT. */
  void quietly(Runnable showing) {
    boolean before = begun;
    begun = false;
    try {
      showing.run();
    } finally {
      begun = before;
    }
  }

  @Override
  public void raise(String sourceIdentifier, ComponentEvent event) {
    if (!begun || closed) {
      return;
    }
    tellEdits();
    if (controller != null && sourceIdentifier.startsWith("#")) {
      String method = sourceIdentifier.substring(1);
      var subject = new Method(method, event.component(), event.getClass());
      run(sourceIdentifier, subject, () -> controller.call(method, event));
    } else {
      raiseLater(sourceIdentifier, event);
    }
  }

  /** Runs something in the runspace, after what has happened before. On any thread. */
  void run(String name, Object subject, Calls.Task task) {
    if (EventQueue.isDispatchThread()) {
      tellEdits();
    }
    if (!calls.run(name, subject, task)) {
      LOG.log(Level.DEBUG, "{0} came too late: its runspace is closed", name);
    }
  }

  /**
   * Has an edit told when the EDT is done with it: to replace a word is to remove one and then to
   * insert one. Whatever is raised before that comes after it. On the EDT.
   */
  void tellSoon(Object by, Runnable tell) {
    if (closed) {
      return;
    }
    if (edits.isEmpty()) {
      EventQueue.invokeLater(this::tellEdits);
    }
    edits.putIfAbsent(by, tell);
  }

  /** Has a model take an edit, which may stand for others before it. On the EDT. */
  void edit(String name, Object subject, Calls.Task task) {
    long number = editsTold.get() + 1;
    editsUnderWay.put(subject, number); // before it counts as told, see editsDone
    editsTold.set(number);
    run(
        name,
        subject,
        () -> {
          try {
            task.run();
          } finally {
            editsUnderWay.remove(subject, number);
          }
        });
  }

  /**
   * Returns the number of the last edit if the models have it and all before: one may be made
   * within another, or in the place of an older one. On any thread.
   */
  long editsDone() {
    long told = editsTold.get();
    return editsUnderWay.isEmpty() ? told : NONE;
  }

  /** Tells whether there were others after that. On the EDT. */
  boolean hasEditsAfter(long done) {
    return !edits.isEmpty() || editsTold.get() != done;
  }

  /** Tells what has been edited until now, and does not wait for the EDT. On the EDT. */
  void tellEdits() {
    if (!edits.isEmpty()) {
      List<Runnable> now = List.copyOf(edits.values());
      edits.clear();
      now.forEach(Runnable::run);
    }
  }

  /**
   * Tells the last edits, and of nothing more, whatever code does with components that it still
   * has. On the EDT, or at its end.
   */
  void close() {
    if (EventQueue.isDispatchThread()) {
      tellEdits();
    }
    closed = true;
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
