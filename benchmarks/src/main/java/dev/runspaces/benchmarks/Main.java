package dev.runspaces.benchmarks;

import dev.runspaces.benchmarks.measure.Results;
import dev.runspaces.benchmarks.measure.Sample;
import dev.runspaces.benchmarks.report.Report;
import dev.runspaces.benchmarks.work.Effort;
import dev.runspaces.benchmarks.work.Work;
import dev.runspaces.benchmarks.work.Works;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures kinds of work, each in several fresh JVMs, and writes the report. What was measured
 * before stays in the report until it is measured anew.
 */
public final class Main {
  private static final String QUICK = "--quick";
  private static final String REPORT = "--report";
  private static final int MOST_MINUTES = 60;

  private Main() {}

  /** Runs as a program: {@code [--quick] [--report] [name ...]}, in the folder of the project. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> words = List.of(arguments);
    refuseUnknownOptions(words);
    Effort effort = words.contains(QUICK) ? Effort.QUICK : Effort.FULL;
    List<Work> chosen =
        words.stream().filter(word -> !word.startsWith("--")).map(Works::named).toList();
    String version = "jdk" + Runtime.version().feature();
    Path kept = Path.of("benchmarks", "target", effort.name().toLowerCase(java.util.Locale.ROOT));
    Path samples = kept.resolve(version);
    Files.createDirectories(samples);
    if (!words.contains(REPORT)) {
      for (Work work : chosen.isEmpty() ? Works.all() : chosen) {
        measure(work, effort, samples.resolve(work.name() + ".csv"));
      }
    }
    Path folder =
        effort == Effort.FULL
            ? Path.of("docs", "performance", version)
            : kept.resolve("report-" + version);
    String command = effort == Effort.FULL ? "./benchmark" : "./benchmark " + QUICK;
    Report.write(read(samples), command, folder);
    System.out.println("written: " + folder.resolve("results.md"));
  }

  private static void refuseUnknownOptions(List<String> words) {
    for (String word : words) {
      if (word.startsWith("--") && !word.equals(QUICK) && !word.equals(REPORT)) {
        throw new IllegalArgumentException(
            word
                + " is no option; those are "
                + QUICK
                + " and "
                + REPORT
                + ", before names of works");
      }
    }
  }

  private static void measure(Work work, Effort effort, Path file)
      throws IOException, InterruptedException {
    Files.deleteIfExists(file);
    for (int fork = 0; fork < effort.forks(); fork++) {
      System.out.println(work.name() + ", JVM " + (fork + 1) + " of " + effort.forks());
      Process jvm = start(work, effort, fork, file);
      if (!jvm.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
        jvm.destroyForcibly();
        throw new IllegalStateException(work.name() + " takes too long");
      }
      if (jvm.exitValue() != 0) {
        System.err.println(work.name() + " ended with " + jvm.exitValue());
      }
    }
  }

  private static Process start(Work work, Effort effort, int fork, Path file) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Xms" + work.heap(),
            "-Xmx" + work.heap(),
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            Fork.class.getName(),
            work.name(),
            effort.name(),
            Integer.toString(fork),
            file.toString())
        .inheritIO()
        .start();
  }

  private static Results read(Path folder) throws IOException {
    var samples = new ArrayList<Sample>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        Files.readAllLines(file).forEach(line -> samples.add(Sample.ofLine(line)));
      }
    }
    return new Results(List.copyOf(samples));
  }
}
