package dev.runspaces;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A gate that is closed until somebody opens it. */
final class Gate {
  private final CountDownLatch latch = new CountDownLatch(1);

  void open() {
    latch.countDown();
  }

  boolean isOpen() {
    return latch.getCount() == 0;
  }

  /** Waits for the gate to be opened; fails if that takes too long. */
  void pass() throws InterruptedException {
    if (!latch.await(10, TimeUnit.SECONDS)) {
      throw new AssertionError("nobody opened the gate");
    }
  }

  /** Waits for the gate, whoever interrupts. */
  void passInSpiteOfInterrupts() {
    while (!isOpen()) {
      try {
        pass();
      } catch (InterruptedException ignored) {
        // That is the point.
      }
    }
  }
}
