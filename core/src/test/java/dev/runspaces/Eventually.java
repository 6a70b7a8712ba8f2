package dev.runspaces;

import java.time.Duration;
import org.awaitility.Awaitility;

/** Waits for what another thread is about to make true. */
public final class Eventually {
  private Eventually() {}

  /** Fails until it is true. */
  public interface Claim {
    /** Fails if it is not true now. */
    void check() throws Throwable;
  }

  public static void eventually(Claim claim) {
    Awaitility.await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(claim::check);
  }
}
