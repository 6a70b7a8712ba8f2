package dev.runspaces.benchmarks.report;

import dev.runspaces.benchmarks.measure.Measurement;
import dev.runspaces.benchmarks.measure.Quartiles;
import dev.runspaces.benchmarks.measure.Results;
import dev.runspaces.benchmarks.measure.Series;
import dev.runspaces.benchmarks.work.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** How cost grows, as pictures. */
final class Charts {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 480;

  private Charts() {}

  /** Writes the curve of a kind of work that was done in several sizes; returns its file's name. */
  static String write(Results results, Work work, Path folder) throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(work.name() + ": " + work.title())
            .xAxisTitle(work.sizeOf())
            .yAxisTitle("ns for one, median and quartiles")
            .build();
    chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    for (String contestant : results.contestants(work.name()).stream().sorted().toList()) {
      addCurve(chart, results, work, contestant);
    }
    String name = work.name() + ".svg";
    ChartEncoder.saveChart(chart, folder.resolve(name).toString(), "svg");
    return name;
  }

  private static void addCurve(XYChart chart, Results results, Work work, String contestant) {
    List<Double> sizes = new ArrayList<>();
    List<Double> medians = new ArrayList<>();
    List<Double> spreads = new ArrayList<>();
    for (int size : results.sizes(work.name())) {
      Quartiles nanos =
          results.spread(new Series(work.name(), size, contestant), Measurement::nanos);
      if (nanos.median() > 0) {
        sizes.add((double) size);
        medians.add(nanos.median());
        // A bar that reached zero would have no place on a logarithmic axis.
        spreads.add(Math.min((nanos.third() - nanos.first()) / 2, 0.9 * nanos.median()));
      }
    }
    if (!sizes.isEmpty()) {
      var unused = chart.addSeries(contestant, sizes, medians, spreads);
    }
  }
}
