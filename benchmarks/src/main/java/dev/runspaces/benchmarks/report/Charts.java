package dev.runspaces.benchmarks.report;

import dev.runspaces.benchmarks.measure.Measurement;
import dev.runspaces.benchmarks.measure.Results;
import dev.runspaces.benchmarks.measure.Series;
import dev.runspaces.benchmarks.report.CurveChart.Curve;
import dev.runspaces.benchmarks.report.CurveChart.Point;
import dev.runspaces.benchmarks.work.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** How cost grows, as pictures. */
final class Charts {
  private Charts() {}

  /**
   * Writes the curves of a kind of work that was done in several sizes; returns the file's name.
   */
  static String write(Results results, Work work, Path folder) throws IOException {
    var colours = new Colours(work.reference());
    List<Curve> curves =
        results.contestants(work.name()).stream()
            .sorted()
            .map(contestant -> curve(results, work, contestant, colours))
            .filter(curve -> !curve.points().isEmpty())
            .toList();
    String name = work.name() + ".svg";
    String title = work.name() + ": the time of one operation, median and quartiles";
    Files.write(folder.resolve(name), new CurveChart(title, work.sizeOf(), curves).svg());
    return name;
  }

  private static Curve curve(Results results, Work work, String contestant, Colours colours) {
    List<Point> points =
        results.sizes(work.name()).stream()
            .map(
                size ->
                    new Point(
                        size,
                        results.spread(
                            new Series(work.name(), size, contestant), Measurement::nanos)))
            .filter(point -> point.median() > 0)
            .toList();
    return new Curve(contestant, colours.next(contestant), points);
  }

  /** In all pictures this library is blue, and what the others are compared with is red. */
  private static final class Colours {
    private static final String REFERENCE = "#d55e00";

    private final String reference;
    private final Iterator<String> own = cycle("#0072b2", "#56b4e9", "#003f5c");
    private final Iterator<String> others = cycle("#009e73", "#cc79a7", "#e69f00", "#666666");

    Colours(String reference) {
      this.reference = reference;
    }

    private static Iterator<String> cycle(String... colours) {
      return Stream.generate(() -> List.of(colours)).flatMap(List::stream).iterator();
    }

    String next(String contestant) {
      if (contestant.equals(reference)) {
        return REFERENCE;
      }
      boolean isOwn = contestant.startsWith("runspace") || contestant.startsWith("layout");
      return (isOwn ? own : others).next();
    }
  }
}
