package dev.runspaces.benchmarks.measure;

/**
 * One round of one contestant. What was not measured is {@link Double#NaN}.
 *
 * @param nanos per operation; the median where each was timed by itself
 * @param bytes allocated per operation by all threads, or kept per object
 * @param worst nanoseconds that 99 of 100 operations, or probes, did not exceed
 */
public record Measurement(double nanos, double bytes, double worst, Faults faults) {
  /** What did not come to an end. */
  public static final Measurement FAILED =
      new Measurement(Double.NaN, Double.NaN, Double.NaN, Faults.NONE);

  /** Returns what so many operations took together. */
  public static Measurement of(long operations, long nanos, long bytes, Faults faults) {
    return new Measurement(
        (double) nanos / operations, (double) bytes / operations, Double.NaN, faults);
  }
}
