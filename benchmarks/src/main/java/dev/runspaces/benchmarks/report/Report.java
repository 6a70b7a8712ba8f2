package dev.runspaces.benchmarks.report;

import dev.runspaces.benchmarks.measure.Results;
import dev.runspaces.benchmarks.work.Work;
import dev.runspaces.benchmarks.work.Works;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes what was measured: a page, a file for programs, and a picture for each curve. */
public final class Report {
  private Report() {}

  /** Writes it all into a folder. */
  public static void write(Results results, String command, Path folder) throws IOException {
    Files.createDirectories(folder);
    var page = new ArrayList<String>();
    var csv = new ArrayList<>(List.of(ResultTable.CSV_HEADER));
    page.add("# Measured");
    page.add("");
    page.add("Written by `" + command + "` on: " + Machine.describe() + ".");
    page.add("");
    page.add("## What is to be reached");
    page.add("");
    page.add("| | limit | median (quartiles) | |");
    page.add("|---|---|---|---|");
    Targets.all(results).forEach(target -> page.add(target.row(results)));
    for (Work work : Works.all()) {
      List<Integer> sizes = results.sizes(work.name());
      if (!sizes.isEmpty()) {
        page.add("");
        page.add("## " + work.name() + ": " + work.title());
        if (!work.notes().isEmpty()) {
          page.add("");
          work.notes().forEach(note -> page.add("- " + note));
        }
        if (sizes.size() > 2) {
          page.add("");
          page.add("![" + work.name() + "](" + Charts.write(results, work, folder) + ")");
        }
        var table = new ResultTable(results, work);
        page.addAll(table.markdown());
        csv.addAll(table.csv());
      }
    }
    Files.write(folder.resolve("results.md"), page);
    Files.write(folder.resolve("results.csv"), csv);
  }
}
