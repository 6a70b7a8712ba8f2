package dev.runspaces.worker;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * REUSE: one daemon thread, started with the first turn; it sleeps where the next does not come at
 * once.
 */
final class DedicatedThread implements Carrier {
  private final String name;
  private final Glance glance = new Glance();

  private volatile @Nullable Runnable requested;
  private volatile boolean released;
  private volatile @Nullable Thread thread;

  /** Whether it has to be woken. Written by the thread itself. */
  private volatile boolean asleep;

  DedicatedThread(String name) {
    this.name = name;
  }

  @Override
  public void request(Runnable turn) {
    requested = turn;
    Thread running = thread;
    if (running == null) {
      start();
    } else if (asleep) {
      LockSupport.unpark(running);
    }
  }

  @Override
  public void release() {
    released = true;
    LockSupport.unpark(thread);
  }

  /** Never by two threads at once: a turn is requested when the one before it has ended. */
  private void start() {
    Thread started = Carriers.daemon(this::loop, name);
    thread = started;
    boolean running = false;
    try {
      started.start();
      running = true;
    } finally {
      if (!running) {
        thread = null; // there were too many; the next request may have more luck
      }
    }
  }

  private boolean isWanted() {
    return requested != null || released;
  }

  private void loop() {
    while (true) {
      // In this order: what is requested before the release is still run.
      boolean last = released;
      Runnable turn = requested;
      if (turn != null) {
        requested = null;
        turn.run();
      } else if (last) {
        return;
      } else {
        if (!glance.until(this::isWanted)) {
          asleep = true;
          if (!isWanted()) { // after that: who wants it has seen that it sleeps
            LockSupport.park(this);
          }
          asleep = false;
        }
        // An interrupt would keep it from parking, and is meant for nothing that runs.
        boolean unused = Thread.interrupted();
      }
    }
  }
}
