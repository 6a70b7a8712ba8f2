package dev.runspaces.worker;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a runspace still has to do, in the order in which it came: deliveries of events, and work.
 * Any thread puts in, without a lock; one at a time, who has entered, takes out.
 *
 * <p>They are two lanes because a script that waits has its runspace's events delivered meanwhile,
 * but must not have another script started in its middle.
 */
final class Mailbox {
  private static final VarHandle TAIL;
  private static final VarHandle NEXT;
  private static final VarHandle TAKEN;
  private static final VarHandle WORK;
  private static final VarHandle SLEEPERS;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      TAIL = lookup.findVarHandle(Mailbox.class, "tail", Item.class);
      NEXT = lookup.findVarHandle(Item.class, "next", Item.class);
      TAKEN = lookup.findVarHandle(Mailbox.class, "taken", boolean.class);
      WORK = lookup.findVarHandle(Mailbox.class, "work", int.class);
      SLEEPERS = lookup.findVarHandle(Mailbox.class, "sleepers", int.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /** How often it is tried to enter where somebody seems to be about to leave. */
  private static final int TRIES = 100;

  /** A letter in the mailbox: a link of its queue. */
  static final class Item {
    private final boolean work;
    private @Nullable Letter letter;
    private long number;
    private volatile @Nullable Item next;

    Item(Lanes lane, @Nullable Letter letter) {
      this.work = lane == Lanes.ALL;
      this.letter = letter;
    }
  }

  /** The newest; what has been taken last stands in for one where there is none. */
  private volatile Item tail = new Item(Lanes.DELIVERIES, null);

  /** What was taken last. This and the next two are for who has entered. */
  private Item head = tail;

  /** Work that came before deliveries which were taken by a script that waits. */
  private @Nullable ArrayDeque<Item> deferred;

  /** The letter of which there are more parts. */
  private @Nullable Item unfinished;

  /** How much of what was put in is work. */
  private volatile int work;

  /** Whether somebody has entered, or is on the way. */
  private volatile boolean taken;

  /** How many threads may be about to wait; news is for them alone. */
  private volatile int sleepers;

  /** Null until somebody waits. Written under {@code this}. */
  private volatile @Nullable News news;

  /** How often there was news; who waits knows by it whether it has missed any. */
  private volatile long newsSoFar;

  /** Puts a letter in, and returns its number; any thread, never waits. */
  long put(Lanes lane, Letter letter) {
    var item = new Item(lane, letter);
    if (item.work) {
      int unused = (int) WORK.getAndAdd(this, 1);
    }
    Item before;
    do {
      before = tail;
      item.number = before.number + 1;
    } while (!TAIL.compareAndSet(this, before, item));
    before.next = item; // a full fence: who may be about to sleep is looked for after it
    wake();
    return item.number;
  }

  /** Whether somebody has entered, or is on the way. */
  boolean isTaken() {
    return taken;
  }

  /** Enters if there is something to take, and nobody else has entered; returns whether it did. */
  boolean enterForLetters() {
    while (enter()) {
      // Before it is looked at: who puts in after that has seen that somebody is here.
      Item seen = tail;
      if (!isEmpty()) {
        return true;
      }
      leave();
      if (seen == tail) {
        return false;
      }
    }
    return false;
  }

  /**
   * Enters if there is nothing to take, and nobody else has entered, or leaves within a moment: who
   * has just been told that its work is done finds the thread on its way out.
   *
   * @return whether it did
   */
  boolean enterIfEmpty() {
    for (int tries = 0; tries < TRIES; tries++) {
      if (enter()) {
        if (isEmpty()) {
          return true;
        }
        leave();
        return false;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  private boolean enter() {
    return !taken && TAKEN.compareAndSet(this, false, true);
  }

  /**
   * Enters as soon as nobody else has.
   *
   * @return whether it did; false if it was enough, or the time ran out
   */
  boolean enterInTime(BooleanSupplier enough, Deadline deadline) throws InterruptedException {
    int unused = (int) SLEEPERS.getAndAdd(this, 1);
    try {
      while (true) {
        long seen = newsSoFar;
        if (enough.getAsBoolean()) {
          return false;
        }
        if (enter()) {
          return true;
        }
        if (deadline.hasPassed()) {
          return false;
        }
        awaitNews(seen, deadline);
      }
    } finally {
      int unusedCount = (int) SLEEPERS.getAndAdd(this, -1);
    }
  }

  void leave() {
    taken = false;
    wake();
  }

  /** Takes the next letter if there is one that is not newer than this. For who has entered. */
  @Nullable Item pollUpTo(long newest) {
    Item oldest = setAside();
    if (oldest == null) {
      oldest = next();
    }
    return oldest == null || oldest.number > newest ? null : poll(Lanes.ALL);
  }

  /**
   * Takes the next letter, waiting for one if need be. For who has entered.
   *
   * @param enough asked whenever there is news, see {@link #wake}: whether to stop waiting
   * @return what to do; null if it was enough, or the time ran out
   */
  @Nullable Item take(Lanes lanes, BooleanSupplier enough, Deadline deadline)
      throws InterruptedException {
    boolean watching = false;
    try {
      while (true) {
        long seen = newsSoFar;
        if (enough.getAsBoolean()) {
          return null;
        }
        // Both before the next letter: when letters never cease, they would never be asked after
        // it.
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (deadline.hasPassed()) {
          return null;
        }
        Item next = poll(lanes);
        if (next != null) {
          return next;
        }
        if (watching) {
          awaitNews(seen, deadline);
        } else {
          // And look once more: who was here before that has told nobody.
          int unused = (int) SLEEPERS.getAndAdd(this, 1);
          watching = true;
        }
      }
    } finally {
      if (watching) {
        int unusedCount = (int) SLEEPERS.getAndAdd(this, -1);
      }
    }
  }

  /** Takes the next letter if there is one. For who has entered. */
  @Nullable Item poll(Lanes lanes) {
    Item aside = lanes == Lanes.ALL ? setAside() : unfinished;
    if (aside != null) {
      if (aside == unfinished) {
        unfinished = null;
      } else if (deferred != null) {
        deferred.remove();
        int unused = (int) WORK.getAndAdd(this, -1);
      }
      return aside;
    }
    Item next = next();
    while (next != null && next.work && lanes == Lanes.DELIVERIES) {
      remove(next);
      defer(next);
      next = next();
    }
    if (next != null) {
      remove(next);
      if (next.work) {
        int unused = (int) WORK.getAndAdd(this, -1);
      }
    }
    return next;
  }

  private void defer(Item next) {
    if (deferred == null) {
      deferred = new ArrayDeque<>();
    }
    deferred.add(next);
  }

  /** Does a letter, or some parts of it. For who has entered, and has taken it. */
  void open(Item item, Letter.Pause pause) {
    Letter letter = item.letter;
    if (letter instanceof Letter.InParts parts) {
      unfinished = item;
      if (!parts.run(pause)) {
        item.letter = null;
        // Unless who has waited in its midst was done with it, and has begun another one.
        if (unfinished == item) {
          unfinished = null;
        }
      }
    } else if (letter != null) {
      // It may stay here as the one that was taken last, and must not keep anything alive.
      item.letter = null;
      letter.run();
      boolean unused = pause.isDue();
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock
  private void tellNews(News told) {
    newsSoFar++;
    told.here.signalAll();
  }

  /** Has those who wait here look again: at what there is, and whether it is enough. */
  void wake() {
    if (sleepers > 0) {
      News told = news();
      told.lock.lock();
      try {
        tellNews(told);
      } finally {
        told.lock.unlock();
      }
    }
  }

  private News news() {
    News made = news;
    return made == null ? makeNews() : made;
  }

  private synchronized News makeNews() {
    News made = news;
    if (made == null) {
      made = new News();
      news = made;
    }
    return made;
  }

  /** Not a monitor: a virtual thread that waits here must not pin what carries it. */
  private static final class News {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition here = lock.newCondition();
    private final Glance glance = new Glance();
  }

  boolean hasWork() {
    return work > 0;
  }

  /** Returns the number of the newest letter so far; 0 if there never was one. */
  long lastNumber() {
    return tail.number;
  }

  /** Tells whether there are letters that nobody has looked at. For who has entered. */
  boolean hasNewLetters() {
    return tail != head;
  }

  /** For who has entered. */
  boolean isEmpty() {
    return tail == head && setAside() == null;
  }

  /** Returns the oldest of those that have been taken out of the queue, and are not done. */
  private @Nullable Item setAside() {
    Item oldest = deferred == null ? null : deferred.peek();
    Item staying = unfinished;
    return staying == null || (oldest != null && oldest.number < staying.number) ? oldest : staying;
  }

  /** Returns the next in the queue. */
  private @Nullable Item next() {
    Item next = head.next;
    while (next == null && head != tail) {
      // Somebody is just putting it in.
      Waiting.giveWay();
      next = head.next;
    }
    return next;
  }

  private void remove(Item next) {
    // So that an old one, which the garbage collector keeps, does not keep others.
    NEXT.setRelease(head, null);
    head = next;
  }

  /**
   * Waits for more news than this, or until the time has run out. Not under the lock: a pool of the
   * program's own that makes up for the thread calls a thread factory of the program's own.
   */
  private void awaitNews(long seen, Deadline deadline) throws InterruptedException {
    if (news().glance.until(() -> newsSoFar != seen, deadline)) {
      return;
    }
    var wait = new NewsWait(seen, deadline);
    try {
      ForkJoinPool.managedBlock(wait);
    } catch (RejectedExecutionException notMadeUpFor) {
      // The pool has as many threads as it may have; that is no reason not to wait.
      boolean unused = wait.block();
    }
  }

  private final class NewsWait implements ForkJoinPool.ManagedBlocker {
    private final long seen;
    private final Deadline deadline;

    NewsWait(long seen, Deadline deadline) {
      this.seen = seen;
      this.deadline = deadline;
    }

    @Override
    public boolean block() throws InterruptedException {
      News awaited = news();
      awaited.lock.lockInterruptibly();
      try {
        while (newsSoFar == seen && !deadline.hasPassed()) {
          long unused = awaited.here.awaitNanos(deadline.remainingNanos());
        }
        return true;
      } finally {
        awaited.lock.unlock();
      }
    }

    @Override
    public boolean isReleasable() {
      return newsSoFar != seen || deadline.hasPassed();
    }
  }
}
