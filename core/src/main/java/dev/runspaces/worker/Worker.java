package dev.runspaces.worker;

import dev.runspaces.worker.Mailbox.Item;
import java.lang.System.Logger.Level;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does a runspace's work: one letter at a time, in order, on whatever thread its {@link Carrier}
 * brings. No thread is asked for before there is something to do.
 */
public final class Worker {
  private static final System.Logger LOG = System.getLogger("dev.runspaces");

  /** The worker in which the thread is; removed when it leaves. */
  private static final ThreadLocal<@Nullable Worker> HERE = new ThreadLocal<>();

  private final Object owner;
  private final String name;
  private final Carrier carrier;
  private final Mailbox mailbox = new Mailbox();

  /** That of the code which made the runspace. */
  private final @Nullable ClassLoader classLoader = Thread.currentThread().getContextClassLoader();

  /** The thread that is inside. Written under this object's lock. */
  private volatile @Nullable Thread inside;

  /** Whether it has been interrupted from here; guarded by this object's lock. */
  private boolean interruptedFromHere;

  /**
   * What was waited for last: who asks again and again after the same long-lived future must not
   * leave something behind in it each time.
   */
  private volatile @Nullable WeakReference<CompletableFuture<?>> watched;

  /** Told, inside, when there is nothing left to do, with the number of letters done so far. */
  private volatile LongConsumer whenIdle = done -> {};

  /** Whether that thread has gone on from here, be it into another worker, and comes back. */
  private boolean elsewhere;

  /** For who is inside. */
  private long lettersDone;

  /** Makes the worker of a runspace. */
  public Worker(Object owner, String name, Carrier carrier) {
    this.owner = owner;
    this.name = name;
    this.carrier = carrier;
  }

  /** Says who is told when there is nothing left to do. */
  public void whenIdle(LongConsumer told) {
    whenIdle = told;
  }

  /** Returns the worker whose letter runs on the calling thread, if any. */
  public static @Nullable Worker current() {
    return HERE.get();
  }

  /**
   * Has code called that must have nothing done in its midst, as it is under a lock: on its way,
   * the thread counts as having gone on from the worker in which it is, if it is in one.
   */
  public static <T extends @Nullable Object> T apart(Supplier<T> code) {
    Worker here = HERE.get();
    if (here == null || here.elsewhere) {
      return code.get();
    }
    here.elsewhere = true;
    try {
      return code.get();
    } finally {
      here.elsewhere = false;
    }
  }

  /** Returns the runspace whose work this is. */
  public Object owner() {
    return owner;
  }

  /**
   * Has events delivered. Never waits.
   *
   * @return the number of that letter, from 1
   */
  public long deliver(Letter delivery) {
    long number = mailbox.put(Lanes.DELIVERIES, delivery);
    if (!carrier.isCaller()) {
      requestTurn();
    }
    return number;
  }

  /** Returns the number of the newest letter so far; 0 if there never was one. */
  public long lastNumber() {
    return mailbox.lastNumber();
  }

  /** Sees to it that what was handed over is done, where that has come to nothing so far. */
  public void remind() {
    if (mailbox.isTaken() || carrier.isCaller()) {
      carrier.remind();
    } else {
      requestTurn();
    }
  }

  /**
   * Has work done, after all that was handed over before; where callers do it, before it returns.
   */
  public void run(Letter task) {
    long unused = mailbox.put(Lanes.ALL, task);
    haveItDone();
  }

  private void haveItDone() {
    if (carrier.isCaller()) {
      serve();
    } else {
      requestTurn();
    }
  }

  /**
   * Does something on the calling thread while nothing else is done, if there is nothing to do just
   * now; it must call nobody's code that counts on the worker's own thread.
   *
   * @return what it returns; false if there is something to do
   */
  public boolean inPlace(BooleanSupplier task) {
    if (isCurrentThread() || !mailbox.enterIfEmpty()) {
      return false;
    }
    try {
      return task.getAsBoolean();
    } finally {
      mailbox.leave();
      // What others have left to this thread, because it was inside.
      haveItDone();
    }
  }

  /** Returns whether the calling thread is inside. */
  public boolean isCurrentThread() {
    return Thread.currentThread() == inside;
  }

  /** Returns the thread that is inside, if one is. */
  public @Nullable Thread thread() {
    return inside;
  }

  /**
   * Does something as its work, in the middle of something else. Called inside, be it that the
   * thread has gone on into another worker from here.
   */
  public void inTheMidst(Runnable task) {
    if (HERE.get() == this) {
      task.run();
      return;
    }
    Visit visit = new Visit();
    try {
      useClassLoader(classLoader);
      task.run();
    } finally {
      visit.end();
    }
  }

  /** Returns who lends the thread on which the caller runs, if it was borrowed for its work. */
  public static @Nullable Object lender() {
    return BorrowedThreads.lender();
  }

  /** Returns who has been asked for a thread and has none to spare so far, if so. */
  public @Nullable Object awaitedLender() {
    return carrier.awaitedLender();
  }

  /** Does on the calling thread, which is of that lender's, what such a thread is awaited for. */
  public void runHere() {
    carrier.runHere();
  }

  /** Returns whether there ever was anything to do. */
  public boolean isStarted() {
    return mailbox.lastNumber() > 0;
  }

  /**
   * Goes on with the letters of the lanes until the future has ended. Called inside, in the middle
   * of something.
   *
   * @return whether the future ended in time
   */
  boolean runUntil(CompletableFuture<?> future, Lanes lanes, Deadline deadline)
      throws InterruptedException {
    watch(future);
    Visit visit = new Visit();
    BooleanSupplier ended = future::isDone;
    var pacing = new Pacing(Integer.MAX_VALUE, true, ended, deadline);
    try {
      while (true) {
        Item next = mailbox.take(lanes, ended, deadline);
        if (next == null) {
          return future.isDone();
        }
        runSafely(next, pacing);
      }
    } finally {
      lettersDone += pacing.takeDone();
      visit.end();
    }
  }

  /** Has those who wait here look again when the future has ended. */
  private void watch(CompletableFuture<?> future) {
    WeakReference<CompletableFuture<?>> last = watched;
    if (last == null || last.get() != future) {
      // Weak: a future that outlives the runspace must not keep it.
      var waiting = new WeakReference<>(mailbox);
      CompletableFuture<?> unused = future.whenComplete((value, failure) -> wake(waiting));
      watched = new WeakReference<>(future);
    }
  }

  private static void wake(WeakReference<Mailbox> waiting) {
    Mailbox mailbox = waiting.get();
    if (mailbox != null) {
      mailbox.wake();
    }
  }

  /** Returns whether threads that wait for something of this worker's have to do its work. */
  boolean isServedByCallers() {
    return carrier.isCaller();
  }

  /**
   * Does what there is and what comes, until the future has ended. For a thread that is inside
   * nothing.
   *
   * @return whether the future ended in time
   */
  boolean serveUntil(CompletableFuture<?> future, Deadline deadline) throws InterruptedException {
    watch(future);
    if (mailbox.enterInTime(future::isDone, deadline)) {
      try {
        runUntil(future, Lanes.ALL, deadline);
      } finally {
        mailbox.leave();
        // What others have left to this thread, because it was inside.
        serve();
      }
    }
    return future.isDone();
  }

  /** Runs the deliveries that are waiting. Called inside. */
  public void drainDeliveries() {
    var pacing = new Pacing(Integer.MAX_VALUE, false);
    for (Item next = mailbox.poll(Lanes.DELIVERIES);
        next != null;
        next = mailbox.poll(Lanes.DELIVERIES)) {
      runSafely(next, pacing);
      // Left over, as after any other letter.
      boolean unused = Thread.interrupted();
    }
    lettersDone += pacing.takeDone();
  }

  /**
   * Returns whether the calling thread is inside, has not gone on into another worker from there,
   * and is as it would be if a letter began now.
   */
  public boolean isUndisturbed() {
    Thread thread = Thread.currentThread();
    return thread == inside
        && !elsewhere
        && !thread.isInterrupted()
        && thread.getContextClassLoader() == classLoader;
  }

  /** Returns whether the calling thread is inside, and has not gone on into another worker. */
  public boolean isHere() {
    return isCurrentThread() && !elsewhere;
  }

  /** Leaves the thread as {@link #isUndisturbed} wants it. Called inside, between two handlers. */
  public void tidyUp() {
    useClassLoader(classLoader);
  }

  /**
   * Goes on with deliveries, in the middle of something, until that was enough, or there are none,
   * or the thread is interrupted meanwhile. Called inside. Not a wait: an interrupt is kept for
   * whoever goes on after it.
   */
  public void deliverUntil(BooleanSupplier enough) {
    Visit visit = new Visit();
    var pacing = new Pacing(Integer.MAX_VALUE, false, enough, null);
    boolean interrupted = Thread.interrupted();
    try {
      while (!enough.getAsBoolean()) {
        Item next = mailbox.poll(Lanes.DELIVERIES);
        if (next == null) {
          return;
        }
        runSafely(next, pacing);
        if (Thread.interrupted()) {
          interrupted = true;
          return;
        }
      }
    } finally {
      lettersDone += pacing.takeDone();
      visit.end();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Lets the thread go once it has done everything. */
  public void end() {
    carrier.release();
  }

  /** Interrupts what is running, if anything is; never what its thread does afterwards. */
  public synchronized void interrupt() {
    Thread running = inside;
    if (running != null) {
      interruptedFromHere = true;
      running.interrupt();
    }
  }

  /** Returns where the thread is, line by line, for a log. */
  public String stack() {
    Thread running = inside;
    var text = new StringBuilder();
    if (running != null) {
      for (StackTraceElement frame : running.getStackTrace()) {
        text.append("\n\tat ").append(frame);
      }
    }
    return text.toString();
  }

  private void requestTurn() {
    if (!mailbox.enterForLetters()) {
      carrier.remind();
      return;
    }
    boolean requested = false;
    try {
      carrier.request(this::turn);
      requested = true;
    } finally {
      if (!requested) {
        // No thread could be had; the next letter asks again.
        mailbox.leave();
      }
    }
  }

  /** On a thread that the carrier has brought; the mailbox has been entered for it. */
  private void turn() {
    Visit visit = new Visit();
    visit.keepInterrupt();
    var pacing = new Pacing(carrier.lettersPerTurn(), true);
    for (Item next = mailbox.poll(Lanes.ALL); next != null; next = mailbox.poll(Lanes.ALL)) {
      runSafely(next, pacing);
      if (visit.workerBefore == null) {
        // An interrupt that is left over was meant for what has ended.
        boolean unused = Thread.interrupted();
      } else {
        visit.keepInterrupt();
      }
      if (pacing.isOver()) {
        break;
      }
    }
    lettersDone += pacing.takeDone();
    tellIfIdle();
    visit.end();
    mailbox.leave();
    requestTurn();
  }

  /** On a thread that has handed something over: does that, and what came before it. */
  private void serve() {
    while (mailbox.enterForLetters()) {
      long newest = mailbox.lastNumber();
      Visit visit = new Visit();
      visit.keepInterrupt();
      var pacing = new Pacing(Integer.MAX_VALUE, false);
      Item next = mailbox.pollUpTo(newest);
      while (next != null) {
        runSafely(next, pacing);
        visit.keepInterrupt();
        next = mailbox.pollUpTo(newest);
      }
      lettersDone += pacing.takeDone();
      tellIfIdle();
      visit.end();
      mailbox.leave();
      if (!mailbox.hasWork()) {
        return;
      }
    }
  }

  /** Whatever a letter throws has been reported where it belongs; the thread must live on. */
  private void runSafely(Item letter, Pacing pacing) {
    useClassLoader(classLoader);
    try {
      mailbox.open(letter, pacing);
    } catch (Throwable unexpected) {
      goOnAfter(unexpected);
    }
  }

  private void goOnAfter(Throwable unexpected) {
    try {
      LOG.log(Level.ERROR, "runspace \"" + name + "\" goes on after", unexpected);
    } catch (Throwable evenTheLog) {
      // Nobody is left to tell; but what was accepted after this has to be done.
    }
  }

  private void tellIfIdle() {
    if (mailbox.isEmpty()) {
      useClassLoader(classLoader);
      try {
        whenIdle.accept(lettersDone);
      } catch (Throwable unexpected) {
        goOnAfter(unexpected);
      }
    }
  }

  private static void useClassLoader(@Nullable ClassLoader wanted) {
    Thread thread = Thread.currentThread();
    if (thread.getContextClassLoader() != wanted) {
      thread.setContextClassLoader(wanted);
    }
  }

  /** How long a thread goes on with the parts of a letter, before it looks at something else. */
  private final class Pacing implements Letter.Pause {
    /** How many parts are done between two looks at the clock. */
    private static final int BETWEEN_LOOKS = 16;

    /** What the thread waits for meanwhile; null if for nothing. */
    private final @Nullable BooleanSupplier awaited;

    private final @Nullable Deadline deadline;
    private final boolean mayLinger;
    private int left;
    private long done;

    /** That of a thread which has nothing else to do; or else which is to be gone soon. */
    Pacing(int left, boolean mayLinger) {
      this(left, mayLinger, null, null);
    }

    Pacing(
        int left,
        boolean mayLinger,
        @Nullable BooleanSupplier awaited,
        @Nullable Deadline deadline) {
      this.left = left;
      this.mayLinger = mayLinger;
      this.awaited = awaited;
      this.deadline = deadline;
    }

    /** Tells whether that were as many letters, and parts of letters, as there should be. */
    boolean isOver() {
      return left <= 0;
    }

    /** Returns how many letters, and parts of letters, were done since it was asked last. */
    long takeDone() {
      long since = done;
      done = 0;
      return since;
    }

    @Override
    public boolean mayLinger() {
      return mayLinger
          && left > 0
          && !mailbox.hasNewLetters()
          && !(awaited != null && awaited.getAsBoolean())
          && !Thread.currentThread().isInterrupted()
          && !(deadline != null && deadline.hasPassed());
    }

    @Override
    public boolean isDue() {
      done++;
      left--;
      useClassLoader(classLoader);
      return left <= 0
          || (awaited != null && awaited.getAsBoolean())
          || Thread.currentThread().isInterrupted()
          || (left % BETWEEN_LOOKS == 0 && deadline != null && deadline.hasPassed());
    }
  }

  /** The stay of a thread in this worker: it finds the thread, and leaves it, as it was before. */
  private final class Visit {
    private final Thread thread = Thread.currentThread();
    private final @Nullable Worker workerBefore = HERE.get();
    private final @Nullable Thread insideBefore = inside;
    private final @Nullable ClassLoader classLoaderBefore = thread.getContextClassLoader();
    private final boolean elsewhereBefore;
    private final boolean goneOnBefore;
    private boolean interrupted;

    Visit() {
      HERE.set(Worker.this);
      moveIn(thread);
      elsewhereBefore = elsewhere;
      goneOnBefore = workerBefore != null && workerBefore.elsewhere;
      if (workerBefore != null) {
        workerBefore.elsewhere = true;
      }
      elsewhere = false;
    }

    /** Puts an interrupt aside that may be meant for who lent the thread. */
    void keepInterrupt() {
      synchronized (Worker.this) {
        boolean pending = Thread.interrupted();
        interrupted |= pending && !interruptedFromHere;
        interruptedFromHere = false;
      }
    }

    void end() {
      elsewhere = elsewhereBefore;
      if (workerBefore != null) {
        workerBefore.elsewhere = goneOnBefore;
      }
      moveIn(insideBefore);
      useClassLoader(classLoaderBefore);
      if (workerBefore == null) {
        HERE.remove();
      } else {
        HERE.set(workerBefore);
      }
      if (interrupted) {
        thread.interrupt();
      }
    }

    private void moveIn(@Nullable Thread next) {
      synchronized (Worker.this) {
        inside = next;
        if (next == null && interruptedFromHere) {
          // It was meant for what has ended, and came at the last moment.
          boolean unused = Thread.interrupted();
          interruptedFromHere = false;
        }
      }
    }
  }
}
