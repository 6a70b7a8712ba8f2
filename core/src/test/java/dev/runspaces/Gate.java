package dev.runspaces;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A gate that is closed until somebody opens it. */
public final class Gate {
  private final CountDownLatch latch = new CountDownLatch(1);

  /** Makes a closed one. */
  public Gate() {}

  public void open() {
    latch.countDown();
  }

  public boolean isOpen() {
    return latch.getCount() == 0;
  }

  /** Waits for the gate to be opened; fails if that takes too long. */
  public void pass() throws InterruptedException {
    if (!latch.await(10, TimeUnit.SECONDS)) {
      throw new AssertionError("nobody opened the gate");
    }
  }

  /** Waits for the gate, whoever interrupts. */
  public void passInSpiteOfInterrupts() {
    while (!isOpen()) {
      try {
        pass();
      } catch (InterruptedException ignored) {
        // That is the point.
      }
    }
  }

  /** Keeps the thread of a runspace busy until this opens; returns when it is. */
  void holdUp(Runspace runspace) throws InterruptedException {
    var busy = new Gate();
    runspace.begin(
        Script.action(
            context -> {
              busy.open();
              passInSpiteOfInterrupts();
            }));
    busy.pass();
  }
}
