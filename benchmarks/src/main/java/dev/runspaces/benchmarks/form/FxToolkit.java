package dev.runspaces.benchmarks.form;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/** JavaFX without a display: controls cannot even be made before its toolkit is there. */
final class FxToolkit {
  // Held, as a logger that nobody holds forgets its level. It warns of the class path.
  private static final Logger LOGGER = Logger.getLogger("javafx");

  private static boolean isStarted;

  private FxToolkit() {}

  /** Runs something on JavaFX's thread, and waits for it. */
  static <T> T call(Callable<T> code) throws Exception {
    start();
    var task = new FutureTask<>(code);
    Platform.runLater(task);
    return task.get();
  }

  private static synchronized void start() throws InterruptedException {
    if (isStarted) {
      return;
    }
    System.setProperty("glass.platform", "Monocle");
    System.setProperty("monocle.platform", "Headless");
    System.setProperty("prism.order", "sw");
    LOGGER.setLevel(Level.SEVERE);
    var started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    isStarted = true;
  }
}
