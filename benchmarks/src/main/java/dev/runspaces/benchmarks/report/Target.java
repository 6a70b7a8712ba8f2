package dev.runspaces.benchmarks.report;

import dev.runspaces.benchmarks.measure.Measurement;
import dev.runspaces.benchmarks.measure.Quartiles;
import dev.runspaces.benchmarks.measure.Results;
import dev.runspaces.benchmarks.measure.Series;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Something to be reached.
 *
 * @param what in words
 * @param measured how it is found in the results
 * @param limit what it is compared with
 * @param atLeast whether it is to be at least that, and not at most
 * @param unit what follows the number
 */
record Target(
    String what,
    Function<Results, Quartiles> measured,
    double limit,
    boolean atLeast,
    String unit) {

  /** To be so many times as fast as another. */
  static Target faster(Series own, Series other, double times) {
    return new Target(
        own.contestant() + ", times as fast as " + other.contestant() + at(own),
        results -> results.ratio(other, own),
        times,
        true,
        "");
  }

  /** To take at most so many times as long as another. */
  static Target within(Series own, Series other, double times) {
    return new Target(
        own.contestant() + ", time compared with " + other.contestant() + at(own),
        results -> results.ratio(own, other),
        times,
        false,
        "");
  }

  /** Not to exceed an amount. */
  static Target atMost(
      Series own, String what, ToDoubleFunction<Measurement> number, double limit, String unit) {
    return new Target(
        own.contestant() + ", " + what + at(own),
        results -> results.spread(own, number),
        limit,
        false,
        unit);
  }

  private static String at(Series key) {
    return " (" + key.work() + ", " + Figures.count(key.size()) + ")";
  }

  /** Returns it as a line of a table. */
  String row(Results results) {
    Quartiles found = measured.apply(results);
    String verdict =
        Double.isNaN(found.median())
            ? "not measured"
            : isReached(found.median()) ? "reached" : "**missed**";
    return String.format(
        Locale.ROOT,
        "| %s | %s %s%s | %s%s (%s to %s) | %s |",
        what,
        atLeast ? "at least" : "at most",
        Figures.of(limit),
        unit,
        Figures.of(found.median()),
        unit,
        Figures.of(found.first()),
        Figures.of(found.third()),
        verdict);
  }

  private boolean isReached(double value) {
    return atLeast ? value >= limit : value <= limit;
  }
}
