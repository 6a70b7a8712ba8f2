package dev.runspaces.benchmarks.report;

import dev.runspaces.benchmarks.measure.Quartiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Curves on logarithmic axes, as SVG: text stays text, and the same figures make the same file, so
 * that a difference between two versions can be read.
 */
final class CurveChart {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 420;
  private static final int LEFT = 80;

  /** Half of the longest number at the foot. */
  private static final int RIGHT = 40;

  private static final int TOP = 40;
  private static final int LINE = 20;

  private final String title;
  private final String unit;
  private final List<Curve> curves;
  private final Axis sizes;
  private final Axis times;
  private final List<String> lines = new ArrayList<>();

  CurveChart(String title, String unit, List<Curve> curves) {
    this.title = title;
    this.unit = unit;
    this.curves = curves;
    List<Point> points = curves.stream().flatMap(curve -> curve.points.stream()).toList();
    this.sizes = Axis.over(points.stream().map(Point::size).toList(), LEFT, WIDTH - RIGHT);
    this.times = Axis.over(points.stream().map(Point::median).toList(), HEIGHT - 2 * LINE, TOP);
  }

  /** One contestant. */
  record Curve(String name, String colour, List<Point> points) {}

  /** What it needed at one size. */
  record Point(double size, Quartiles nanos) {
    double median() {
      return nanos.median();
    }
  }

  /** From whole powers of ten to places in the picture. */
  private record Axis(int lowest, int highest, int from, int to) {
    static Axis over(List<Double> values, int from, int to) {
      double least = values.stream().min(Double::compare).orElse(1.0);
      double most = values.stream().max(Double::compare).orElse(1.0);
      int lowest = (int) Math.floor(Math.log10(least));
      return new Axis(lowest, Math.max(lowest + 1, (int) Math.ceil(Math.log10(most))), from, to);
    }

    double place(double value) {
      double part = (Math.log10(value) - lowest) / (highest - lowest);
      return from + part * (to - from);
    }

    List<Double> powers() {
      return IntStream.rangeClosed(lowest, highest).mapToObj(power -> Math.pow(10, power)).toList();
    }
  }

  List<String> svg() {
    int height = HEIGHT + LINE * curves.size();
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"12\">",
        WIDTH, height);
    add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, height);
    text(LEFT, LINE, "start", title);
    grid();
    for (int index = 0; index < curves.size(); index++) {
      curve(curves.get(index));
      legend(index, curves.get(index));
    }
    add("</svg>");
    return lines;
  }

  private void grid() {
    for (double size : sizes.powers()) {
      double x = sizes.place(size);
      line(x, times.from, x, times.to, "#dddddd");
      text(x, times.from + LINE, "middle", Figures.count((int) size));
    }
    for (double nanos : times.powers()) {
      double y = times.place(nanos);
      line(sizes.from, y, sizes.to, y, "#dddddd");
      text(LEFT - 6, y + 4, "end", Figures.time(nanos));
    }
    text(sizes.to, times.from + 2 * LINE - 4, "end", unit);
  }

  /** Medians joined, and at each a bar from the first quartile to the third. */
  private void curve(Curve curve) {
    var path = new StringBuilder();
    for (Point point : curve.points) {
      double x = sizes.place(point.size);
      path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, times.place(point.median())));
      line(x, times.place(point.nanos.first()), x, times.place(point.nanos.third()), curve.colour);
    }
    add(
        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>",
        curve.colour, path);
  }

  private void legend(int index, Curve curve) {
    int y = HEIGHT + LINE * index;
    line(LEFT, y, LEFT + 2 * LINE, y, curve.colour);
    text(LEFT + 2 * LINE + 8, y + 4, "start", curve.name);
  }

  private void line(double x1, double y1, double x2, double y2, String colour) {
    add(
        "<path d=\"M%.1f,%.1fL%.1f,%.1f\" stroke=\"%s\" stroke-width=\"1.5\"/>",
        x1, y1, x2, y2, colour);
  }

  private void text(double x, double y, String anchor, String what) {
    String safe = what.replace("&", "&amp;").replace("<", "&lt;");
    add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, safe);
  }

  private void add(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values));
  }
}
