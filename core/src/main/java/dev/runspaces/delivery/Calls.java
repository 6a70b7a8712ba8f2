package dev.runspaces.delivery;

import dev.runspaces.event.Event;
import dev.runspaces.event.EventManager;
import dev.runspaces.event.Overflow.Block;
import dev.runspaces.event.Overflow.Unbounded;
import java.util.HashMap;
import java.util.Map;

/**
 * Code of something that belongs to a runspace, such as a window, and is run on the runspace's
 * thread in order with its events. It is no event of the program's: nobody hears it, here or in the
 * parent, and no {@code Overflow} drops it or asks for its key. Any thread; nobody waits.
 *
 * <p>Where events may be dropped, this must not take all memory instead: when very many wait, only
 * the newest of each subject is run, in the place of the one before.
 */
public final class Calls {
  /** Nobody clicks so often while a runspace is busy; a mouse that is moved does. */
  private static final int VERY_MANY = 1_000;

  private final EventHub hub;
  private final int most;

  /** Of those that wait the newest of each subject. Guarded by this. */
  private final Map<Object, Call> newest = new HashMap<>();

  /** Guarded by this. */
  private int waiting;

  private Calls(EventHub hub) {
    this.hub = hub;
    boolean isToBeKept = hub.overflow() instanceof Unbounded || hub.overflow() instanceof Block;
    this.most = isToBeKept ? Integer.MAX_VALUE : VERY_MANY;
  }

  /**
   * Makes those of one owner.
   *
   * @param events the event manager of the runspace that it belongs to
   * @return none so far
   */
  public static Calls in(EventManager events) {
    return new Calls((EventHub) events);
  }

  /** What is to be done. If it fails, that is an error event. */
  @FunctionalInterface
  public interface Task {
    /**
     * Does it, in the runspace.
     *
     * @throws Exception whatever it wants
     */
    void run() throws Exception;
  }

  /**
   * Has something done after all events that were raised before.
   *
   * @param name what it is called in error events
   * @param subject what it is about; compared by {@code equals} under a lock
   * @param task what is to be done
   * @return false if the runspace is closed: then it is not done
   */
  public boolean run(String name, Object subject, Task task) {
    Call call;
    synchronized (this) {
      Call before = newest.get(subject);
      if (waiting >= most && before != null) {
        before.task = task;
        return true;
      }
      call = new Call(subject, task);
      newest.put(subject, call);
      waiting++;
    }
    boolean isAccepted = hub.call(name, call);
    if (!isAccepted) {
      forget(call);
    }
    return isAccepted;
  }

  private synchronized void forget(Call call) {
    waiting--;
    newest.remove(call.subject, call);
  }

  /** The mark of an event that is none, with what it stands for. */
  final class Call implements Unheard {
    private final Object subject;

    /** Guarded by those that it is one of. */
    private Task task;

    private Call(Object subject, Task task) {
      this.subject = subject;
      this.task = task;
    }

    void run() throws Exception {
      Task now;
      synchronized (Calls.this) {
        waiting--;
        newest.remove(subject, this);
        now = task;
      }
      now.run();
    }

    @Override
    public void in(EventHub unused, Event event) {
      // The hub is closed, and everything with it.
    }

    @Override
    public boolean isForOrdinary() {
      return false;
    }
  }
}
