package dev.runspaces.benchmarks.measure;

import java.util.Arrays;
import java.util.Collection;

/** The middle of some numbers, and how far they spread. */
public record Quartiles(double first, double median, double third) {

  /** Returns those of the numbers that are any; NaN if there are none. */
  public static Quartiles of(Collection<Double> numbers) {
    double[] sorted =
        numbers.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).toArray();
    Arrays.sort(sorted);
    return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
  }

  /** Returns them in another unit. */
  public Quartiles scaled(double factor) {
    return new Quartiles(first * factor, median * factor, third * factor);
  }

  /** Returns the value that such a part of the sorted numbers does not exceed. */
  public static double at(double[] sorted, double part) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = part * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
