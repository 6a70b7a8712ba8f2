package dev.runspaces.swing.testkit;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.assertj.swing.exception.ComponentLookupException;
import org.awaitility.core.ThrowingRunnable;

/** Assertions on what a window shows some time after an input. */
public final class Eventually {

  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration BETWEEN = Duration.ofMillis(50);

  private Eventually() {}

  /**
   * Repeats an assertion until it holds, for five seconds at most.
   *
   * <p>Needed after every input: the robot knows when AWT's queue is empty, but not what is still
   * on its way from the X server.
   *
   * @param assertion runs on the calling thread; a component that it does not find may come yet
   */
  public static void eventually(ThrowingRunnable assertion) {
    await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(BETWEEN)
        .atMost(LONGEST)
        .ignoreException(ComponentLookupException.class)
        .untilAsserted(assertion);
  }
}
