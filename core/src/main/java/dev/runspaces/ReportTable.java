package dev.runspaces;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.runspaces.Report.JobLine;
import dev.runspaces.Report.PoolLine;
import dev.runspaces.Report.RunspaceLine;
import dev.runspaces.event.EventCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** A report as a person reads it: columns, and children below their parents. */
final class ReportTable {
  private static final Long AT_ROOT = 0L; // the numbers of runspaces begin at 1

  private final Report report;
  private final Set<Long> ids;

  ReportTable(Report report) {
    this.report = report;
    this.ids = report.runspaces().stream().map(RunspaceLine::id).collect(toUnmodifiableSet());
  }

  @Override
  public String toString() {
    String runspaces =
        table(
            List.of(
                "RUNSPACE",
                "ID",
                "STATE",
                "AVAILABLE",
                "SCRIPTS",
                "SUBSCRIPTIONS",
                "RAISED",
                "DELIVERED",
                "PENDING",
                "UNHEARD",
                "DROPPED",
                "REPLACED",
                "FAILED",
                "MOST PENDING"),
            runspaceRows());
    List<List<String>> pools = report.pools().stream().map(ReportTable::row).toList();
    List<List<String>> jobs = report.jobs().stream().map(ReportTable::row).toList();
    return runspaces
        + tableBelow(List.of("POOL", "ID", "SIZE", "MINIMUM", "MAXIMUM", "QUEUED"), pools)
        + tableBelow(List.of("JOB", "ID", "STATE"), jobs);
  }

  private static String tableBelow(List<String> header, List<List<String>> rows) {
    return rows.isEmpty() ? "" : "\n\n" + table(header, rows);
  }

  private List<List<String>> runspaceRows() {
    Map<Long, List<RunspaceLine>> children =
        report.runspaces().stream().collect(groupingBy(this::shownParent));
    var rows = new ArrayList<List<String>>();
    addRowsBelow(AT_ROOT, "", children, rows);
    return rows;
  }

  private static void addRowsBelow(
      Long parent, String indent, Map<Long, List<RunspaceLine>> children, List<List<String>> rows) {
    for (RunspaceLine line : children.getOrDefault(parent, List.of())) {
      rows.add(row(line, indent));
      addRowsBelow(line.id(), indent + "  ", children, rows);
    }
  }

  /** One whose parent has just been closed is shown at the root. */
  private Long shownParent(RunspaceLine line) {
    Long parent = line.parent();
    return parent != null && ids.contains(parent) ? parent : AT_ROOT;
  }

  private static List<String> row(RunspaceLine line, String indent) {
    EventCounts events = line.events();
    return List.of(
        indent + line.name(),
        text(line.id()),
        line.state().toString(),
        line.availability().toString(),
        text(line.invocations().size()),
        text(line.subscriptions().size()),
        text(events.raised()),
        text(events.delivered()),
        text(events.pending()),
        text(events.unheard()),
        text(events.dropped()),
        text(events.replaced()),
        text(events.failed()),
        text(events.highWaterMark()));
  }

  private static List<String> row(PoolLine pool) {
    return List.of(
        pool.name(),
        text(pool.id()),
        text(pool.size()),
        text(pool.minimum()),
        text(pool.maximum()),
        text(pool.queued()));
  }

  private static List<String> row(JobLine job) {
    return List.of(job.name(), text(job.id()), job.state().toString());
  }

  private static String text(long number) {
    return Long.toString(number);
  }

  /** Numbers to the right, words to the left. */
  private static String table(List<String> header, List<List<String>> rows) {
    List<Column> columns = new ArrayList<>();
    for (int at = 0; at < header.size(); at++) {
      columns.add(Column.of(header.get(at), cells(rows, at)));
    }
    return Stream.concat(Stream.of(header), rows.stream())
        .map(row -> line(columns, row))
        .collect(joining("\n"));
  }

  private static List<String> cells(List<List<String>> rows, int column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  private static String line(List<Column> columns, List<String> row) {
    var line = new StringJoiner("  ");
    for (int at = 0; at < columns.size(); at++) {
      line.add(columns.get(at).pad(row.get(at)));
    }
    return line.toString().stripTrailing();
  }

  private record Column(int width, boolean ofNumbers) {
    static Column of(String header, List<String> cells) {
      int widest = cells.stream().mapToInt(String::length).max().orElse(0);
      boolean numbers = !cells.isEmpty() && cells.stream().allMatch(Column::isNumber);
      return new Column(Math.max(header.length(), widest), numbers);
    }

    String pad(String cell) {
      String padding = " ".repeat(width - cell.length());
      return ofNumbers ? padding + cell : cell + padding;
    }

    private static boolean isNumber(String cell) {
      return cell.chars().allMatch(Character::isDigit);
    }
  }
}
