package dev.runspaces.benchmarks.report;

import dev.runspaces.benchmarks.measure.Measurement;
import dev.runspaces.benchmarks.measure.Quartiles;
import dev.runspaces.benchmarks.measure.Results;
import dev.runspaces.benchmarks.measure.Series;
import dev.runspaces.benchmarks.work.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The figures of one kind of work, for people and for programs. */
final class ResultTable {
  static final String CSV_HEADER =
      "work;size;contestant;samples;nanos q1;nanos median;nanos q3;times reference;"
          + "bytes;nanos 99 %;lost;doubled;reordered";

  private final Results results;
  private final Work work;

  ResultTable(Results results, Work work) {
    this.results = results;
    this.work = work;
  }

  /** Returns it in Markdown, the fastest first. */
  List<String> markdown() {
    var lines = new ArrayList<String>();
    for (int size : results.sizes(work.name())) {
      lines.add("");
      lines.add(
          String.format(
              Locale.ROOT,
              "| %s: %s | one operation (quartiles) | time of %s = 1 | bytes | 99 of 100 | faults |",
              work.sizeOf(),
              Figures.count(size),
              work.reference()));
      lines.add("|---|---:|---:|---:|---:|---|");
      keys(size).forEach(key -> lines.add(row(key)));
    }
    return lines;
  }

  /** Returns it as lines of a file. */
  List<String> csv() {
    var lines = new ArrayList<String>();
    for (int size : results.sizes(work.name())) {
      for (Series key : keys(size)) {
        lines.add(line(key));
      }
    }
    return lines;
  }

  private List<Series> keys(int size) {
    return results.contestants(work.name()).stream()
        .map(contestant -> new Series(work.name(), size, contestant))
        .filter(key -> !results.of(key).isEmpty())
        .sorted(Comparator.comparingDouble(key -> results.spread(key, Measurement::nanos).median()))
        .toList();
  }

  private Quartiles ratio(Series key) {
    return results.ratio(key, new Series(key.work(), key.size(), work.reference()));
  }

  private String row(Series key) {
    Quartiles nanos = results.spread(key, Measurement::nanos);
    return String.format(
        Locale.ROOT,
        "| %s | %s (%s to %s) | %s | %s | %s | %s |",
        key.contestant(),
        Double.isNaN(nanos.median()) ? "failed" : Figures.time(nanos.median()),
        Figures.time(nanos.first()),
        Figures.time(nanos.third()),
        Figures.of(ratio(key).median()),
        Figures.of(results.spread(key, Measurement::bytes).median()),
        Figures.time(results.spread(key, Measurement::worst).median()),
        results.faults(key));
  }

  private String line(Series key) {
    Quartiles nanos = results.spread(key, Measurement::nanos);
    var faults = results.faults(key);
    return String.format(
        Locale.ROOT,
        "%s;%d;%s;%d;%.1f;%.1f;%.1f;%.4f;%.1f;%.1f;%d;%d;%d",
        key.work(),
        key.size(),
        key.contestant(),
        results.of(key).size(),
        nanos.first(),
        nanos.median(),
        nanos.third(),
        ratio(key).median(),
        results.spread(key, Measurement::bytes).median(),
        results.spread(key, Measurement::worst).median(),
        faults.lost(),
        faults.doubled(),
        faults.reordered());
  }
}
