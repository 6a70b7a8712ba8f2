package dev.runspaces.benchmarks.report;

import java.util.Locale;

/** Numbers as people read them. */
final class Figures {
  private Figures() {}

  /** Returns three digits of it, or a dash. */
  static String of(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    double size = Math.abs(value);
    String format = size >= 99.95 ? "%,.0f" : size >= 9.995 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }

  static String count(int value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Returns a time in the unit that suits it. */
  static String time(double nanos) {
    if (Double.isNaN(nanos)) {
      return "–";
    }
    if (nanos < 1e3) {
      return of(nanos) + " ns";
    }
    if (nanos < 1e6) {
      return of(nanos / 1e3) + " µs";
    }
    return of(nanos / 1e6) + " ms";
  }
}
