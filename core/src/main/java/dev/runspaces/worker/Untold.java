package dev.runspaces.worker;

import java.util.ArrayDeque;

/**
 * What is noted under a lock and told under none: in the order in which it was noted, by one thread
 * at a time, which also tells what others note meanwhile.
 */
public final class Untold {
  private final Object lock;

  /** Guarded by the lock, as is the next. */
  private final ArrayDeque<Runnable> notes = new ArrayDeque<>();

  private boolean telling;

  /** Has it guarded by this lock. */
  public Untold(Object lock) {
    this.lock = lock;
  }

  /** Notes something to tell. Called under the lock. */
  public void note(Runnable news) {
    notes.add(news);
  }

  /** Tells what has been noted, unless another thread is at it. Called under no lock. */
  public void tell() {
    while (true) {
      Runnable next;
      synchronized (lock) {
        next = telling ? null : notes.poll();
        if (next == null) {
          return;
        }
        telling = true;
      }
      try {
        next.run();
      } finally {
        synchronized (lock) {
          telling = false;
        }
      }
    }
  }
}
