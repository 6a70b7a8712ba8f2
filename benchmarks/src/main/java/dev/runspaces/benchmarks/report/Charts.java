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
import java.util.List;

/** How cost grows, as pictures. */
final class Charts {
  private Charts() {}

  /**
   * Writes the curves of a kind of work that was done in several sizes; returns the file's name.
   */
  static String write(Results results, Work work, Path folder) throws IOException {
    List<Curve> curves =
        results.contestants(work.name()).stream()
            .sorted()
            .map(contestant -> curve(results, work, contestant))
            .filter(curve -> !curve.points().isEmpty())
            .toList();
    String name = work.name() + ".svg";
    String title = work.name() + ": the time of one operation, median and quartiles";
    Files.write(folder.resolve(name), new CurveChart(title, work.sizeOf(), curves).svg());
    return name;
  }

  private static Curve curve(Results results, Work work, String contestant) {
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
    return new Curve(contestant, points);
  }
}
