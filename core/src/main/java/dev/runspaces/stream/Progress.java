package dev.runspaces.stream;

import java.time.Duration;

/** Stub. */
public record Progress(String activity) {
  /** a */
  public static Progress of(String a) {
    return new Progress(a);
  }

  /** a */
  public Progress withStatus(String s) {
    return this;
  }

  /** a */
  public Progress withPercent(int s) {
    return this;
  }

  /** a */
  public Progress withRemaining(Duration s) {
    return this;
  }
}
