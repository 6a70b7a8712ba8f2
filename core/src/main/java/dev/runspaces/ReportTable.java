package dev.runspaces;

import dev.runspaces.Report.JobLine;
import dev.runspaces.Report.RunspaceLine;
import dev.runspaces.event.EventCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A report as a person reads it: columns, and children below their parents. */
record ReportTable(Report report) {

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
                "FAILED",
                "MOST PENDING"),
            rowsBelow(null, ""));
    if (report.jobs().isEmpty()) {
      return runspaces;
    }
    List<List<String>> jobs = report.jobs().stream().map(ReportTable::row).toList();
    return runspaces + "\n\n" + table(List.of("JOB", "ID", "STATE"), jobs);
  }

  private List<List<String>> rowsBelow(@Nullable Long parent, String indent) {
    var rows = new ArrayList<List<String>>();
    for (RunspaceLine line : report.runspaces()) {
      if (Objects.equals(shownParent(line), parent)) {
        rows.add(row(line, indent));
        rows.addAll(rowsBelow(line.id(), indent + "  "));
      }
    }
    return rows;
  }

  /** One whose parent has just been closed is shown at the root. */
  private @Nullable Long shownParent(RunspaceLine line) {
    boolean isThere =
        report.runspaces().stream().anyMatch(other -> Objects.equals(other.id(), line.parent()));
    return isThere ? line.parent() : null;
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
        text(events.failed()),
        text(events.highWaterMark()));
  }

  private static List<String> row(JobLine job) {
    return List.of(job.name(), text(job.id()), job.state().toString());
  }

  private static String text(long number) {
    return Long.toString(number);
  }

  /** Numbers to the right, words to the left. */
  private static String table(List<String> header, List<List<String>> rows) {
    var lines = new ArrayList<List<String>>();
    lines.add(header);
    lines.addAll(rows);
    var text = new StringBuilder();
    for (List<String> line : lines) {
      var row = new StringBuilder();
      for (int column = 0; column < header.size(); column++) {
        int at = column;
        int width = lines.stream().mapToInt(other -> other.get(at).length()).max().orElse(0);
        boolean number =
            !rows.isEmpty() && rows.stream().allMatch(other -> isNumber(other.get(at)));
        String cell = line.get(column);
        String padding = " ".repeat(width - cell.length());
        row.append(column == 0 ? "" : "  ").append(number ? padding + cell : cell + padding);
      }
      text.append(text.length() == 0 ? "" : "\n").append(row.toString().stripTrailing());
    }
    return text.toString();
  }

  private static boolean isNumber(String cell) {
    return cell.chars().allMatch(Character::isDigit);
  }
}
