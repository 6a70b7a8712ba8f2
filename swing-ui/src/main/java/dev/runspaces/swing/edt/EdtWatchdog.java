package dev.runspaces.swing.edt;

import dev.runspaces.Runspace;
import dev.runspaces.event.Registration;
import java.awt.EventQueue;
import java.awt.Window;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Notices when the EDT does not answer for longer than a limit, and tells of it once for each
 * stall: as an event in a runspace, in the log, and to Java Flight Recorder.
 *
 * <pre>{@code
 * parent.events().on(EdtStalled.class, System.out::println);
 * EdtWatchdog.watch(parent, Duration.ofMillis(500));
 * }</pre>
 *
 * <p>It puts an empty task into the EDT's queue four times per limit, and waits for it to be run.
 * So a modal dialog, which goes on with the queue, is no stall, and a time in which the whole
 * machine was asleep is none either. A stall is told of when it is a quarter over the limit at the
 * latest. While there is no window it asks only every one and a half seconds, so that it does not
 * keep the EDT, and with it the JVM, alive. The events come from a thread of the watchdog's own;
 * without a watchdog there is none.
 */
public final class EdtWatchdog implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("dev.runspaces.swing");
  private static final Duration LEAST = Duration.ofMillis(20);
  private static final Duration GREATEST = Duration.ofHours(1);

  /** Without windows AWT ends its thread, and lets the JVM end, after a second without a task. */
  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

  /** How often the EDT is asked within the limit. */
  private static final int SLICES = 4;

  private final Runspace runspace;
  private final long sliceNanos;
  private final Thread thread;

  /** Guarded by this. */
  private @Nullable Registration ownership;

  private @Nullable Thread edt;

  private EdtWatchdog(Runspace runspace, Duration limit) {
    this.runspace = runspace;
    this.sliceNanos = limit.toNanos() / SLICES;
    this.thread = new Thread(this::run, "edt-watchdog-" + runspace.name());
    thread.setDaemon(true);
  }

  /**
   * Starts to watch the EDT, until the watchdog or the runspace is closed. May be called on any
   * thread.
   *
   * @param runspace where {@code EdtStalled} and {@code EdtStallEnded} events are raised
   * @param limit how long the EDT may not answer, from 20 milliseconds to an hour
   * @return the watchdog; closing it ends it, and closing it again does nothing
   * @throws IllegalArgumentException if the limit is not in that range
   * @throws IllegalStateException if the runspace is closed, or is being closed
   */
  public static EdtWatchdog watch(Runspace runspace, Duration limit) {
    if (limit.compareTo(LEAST) < 0 || limit.compareTo(GREATEST) > 0) {
      throw new IllegalArgumentException(
          "a limit of "
              + limit
              + " is not between 20 milliseconds and an hour; half a second is what users notice");
    }
    var watchdog = new EdtWatchdog(runspace, limit);
    watchdog.begin();
    return watchdog;
  }

  /** Under the lock: a runspace that closes in this moment closes what has begun. */
  private synchronized void begin() {
    switch (runspace.state()) {
      case CLOSING, CLOSED, BROKEN -> throw refused(null);
      default -> {}
    }
    try {
      ownership = runspace.own(this);
    } catch (IllegalStateException closed) {
      throw refused(closed);
    }
    thread.start();
  }

  private IllegalStateException refused(@Nullable Throwable cause) {
    return new IllegalStateException(
        "watch: runspace \""
            + runspace.name()
            + "\" is "
            + runspace.state()
            + ", so nobody could be told of a stall; watch the EDT from a runspace that stays open",
        cause);
  }

  /** Ends it. Nothing is told of a stall that lasts just now. */
  @Override
  public synchronized void close() {
    thread.interrupt();
    if (ownership != null) {
      ownership.close();
    }
  }

  private void run() {
    try {
      while (true) {
        boolean hasWindow = hasWindow();
        if (hasWindow || hasEdt()) {
          check();
        }
        TimeUnit.NANOSECONDS.sleep(hasWindow ? sliceNanos : Math.max(sliceNanos, REST_NANOS));
      }
    } catch (InterruptedException closed) {
      // That is how it ends, and nobody is left to be told.
    } catch (ExecutionException impossible) {
      throw new AssertionError("nothing completes an answer with a failure", impossible);
    }
  }

  private void check() throws InterruptedException, ExecutionException {
    long asked = System.nanoTime();
    CompletableFuture<Thread> answer = ask();
    if (!isAnsweredInTime(answer)) {
      stalled(new EdtStalled(nameOf(edt), since(asked), stackOf(edt)));
      edt = answer.get();
      ended(new EdtStallEnded(since(asked)));
    }
  }

  private static boolean hasWindow() {
    for (Window window : Window.getWindows()) {
      if (window.isDisplayable()) {
        return true;
      }
    }
    return false;
  }

  /** Asking an EDT that is not there would start one. */
  private boolean hasEdt() {
    if (edt == null || !edt.isAlive()) {
      edt = findEdt();
    }
    return edt != null;
  }

  private CompletableFuture<Thread> ask() {
    var answer = new CompletableFuture<Thread>();
    EventQueue.invokeLater(() -> answer.complete(Thread.currentThread()));
    return answer;
  }

  /**
   * Waits in slices: one in which this thread was not let run either counts as one all the same.
   */
  private boolean isAnsweredInTime(CompletableFuture<Thread> answer)
      throws InterruptedException, ExecutionException {
    for (int slice = 0; slice < SLICES; slice++) {
      try {
        edt = answer.get(sliceNanos, TimeUnit.NANOSECONDS);
        return true;
      } catch (TimeoutException notYet) {
        // or in the next slice
      }
    }
    return answer.isDone();
  }

  /** Looks for it by its name: before its first answer nobody can say which thread it is. */
  private static @Nullable Thread findEdt() {
    ThreadGroup all = Thread.currentThread().getThreadGroup();
    while (all.getParent() != null) {
      all = all.getParent();
    }
    Thread[] threads = new Thread[all.activeCount() + 16]; // some may start meanwhile
    int count = all.enumerate(threads);
    for (int index = 0; index < count; index++) {
      if (threads[index].getName().startsWith("AWT-EventQueue")) {
        return threads[index];
      }
    }
    return null;
  }

  private void stalled(EdtStalled stall) {
    LOG.log(Level.WARNING, stall::toString);
    StallRecorder.OF_THIS_JVM.stalled(stall);
    raise("EdtStalled", stall);
  }

  private void ended(EdtStallEnded end) {
    LOG.log(Level.WARNING, end::toString);
    StallRecorder.OF_THIS_JVM.ended(end);
    raise("EdtStallEnded", end);
  }

  private void raise(String sourceIdentifier, Object payload) {
    try {
      runspace.events().raise(sourceIdentifier, payload);
    } catch (IllegalStateException refused) {
      LOG.log(Level.DEBUG, "there is nobody to tell: {0}", refused.getMessage());
    }
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private static String nameOf(@Nullable Thread edt) {
    return edt == null ? "unknown" : edt.getName();
  }

  private static List<StackTraceElement> stackOf(@Nullable Thread edt) {
    return edt == null ? List.of() : List.of(edt.getStackTrace());
  }
}
