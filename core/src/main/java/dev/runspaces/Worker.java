package dev.runspaces;

import dev.runspaces.Mailbox.Lanes;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of a runspace: started with the first thing to do, a daemon, and the only one that
 * ever runs the runspace's code.
 */
final class Worker {
  private static final System.Logger LOG = System.getLogger("dev.runspaces");

  private final Runspace runspace;
  private final Mailbox mailbox = new Mailbox();

  /** That of the code which made the runspace. */
  private final @Nullable ClassLoader classLoader = Thread.currentThread().getContextClassLoader();

  /** Guarded by {@code this} until it is set; never changes then. */
  private volatile @Nullable Thread thread;

  Worker(Runspace runspace) {
    this.runspace = runspace;
  }

  /** A thread that knows whose code it runs, so that no thread-local has to. */
  private static final class WorkerThread extends Thread {
    private final Runspace runspace;

    /** Takes nothing over from whoever happens to raise the first event. */
    WorkerThread(Worker worker) {
      super(null, worker::loop, "runspace-" + worker.runspace.name(), 0, false);
      this.runspace = worker.runspace;
      setDaemon(true);
      setContextClassLoader(worker.classLoader);
    }
  }

  /** Returns the runspace whose code runs on the calling thread. */
  static @Nullable Runspace currentRunspace() {
    return Thread.currentThread() instanceof WorkerThread current ? current.runspace : null;
  }

  void deliver(Runnable delivery) {
    mailbox.putDelivery(delivery);
    start();
  }

  void run(Runnable task) {
    mailbox.putWork(task);
    start();
  }

  boolean isCurrentThread() {
    return Thread.currentThread() == thread;
  }

  boolean isStarted() {
    return thread != null;
  }

  /**
   * Goes on with the letters of the lanes until the future has ended. Called on this worker's
   * thread, in the middle of something.
   *
   * @return whether the future ended in time
   */
  boolean runUntil(CompletableFuture<?> future, Lanes lanes, Deadline deadline)
      throws InterruptedException {
    var waker = future.whenComplete((value, failure) -> mailbox.wake());
    try {
      while (true) {
        Runnable next = mailbox.take(lanes, future::isDone, deadline);
        if (next == null) {
          return future.isDone();
        }
        runSafely(next);
      }
    } finally {
      waker.cancel(false);
    }
  }

  /** Runs the deliveries that are waiting. */
  void drainDeliveries() {
    for (Runnable next = mailbox.poll(Lanes.DELIVERIES);
        next != null;
        next = mailbox.poll(Lanes.DELIVERIES)) {
      runSafely(next);
      // Left over, as in the loop.
      Thread.interrupted();
    }
  }

  /** Lets the thread end once it has done everything. */
  void end() {
    mailbox.end();
  }

  /** Returns where the thread is, line by line, for a log. */
  String stack() {
    Thread current = thread;
    var text = new StringBuilder();
    if (current != null) {
      for (StackTraceElement frame : current.getStackTrace()) {
        text.append("\n\tat ").append(frame);
      }
    }
    return text.toString();
  }

  private synchronized void start() {
    if (thread == null) {
      var started = new WorkerThread(this);
      thread = started;
      started.start();
    }
  }

  private void loop() {
    while (true) {
      // An interrupt that is left over was meant for something that has ended.
      Thread.interrupted();
      try {
        Runnable next = mailbox.take(Lanes.ALL, mailbox::isDrained, Deadline.never());
        if (next == null) {
          return;
        }
        runSafely(next);
      } catch (InterruptedException leftOver) {
        LOG.log(Level.TRACE, "interrupted between two pieces of work", leftOver);
      }
    }
  }

  /** Whatever a letter throws has been reported where it belongs; the thread must live on. */
  private void runSafely(Runnable letter) {
    try {
      letter.run();
    } catch (Throwable unexpected) {
      LOG.log(Level.ERROR, "runspace \"" + runspace.name() + "\" goes on after", unexpected);
    }
  }
}
