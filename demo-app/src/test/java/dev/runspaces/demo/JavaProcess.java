package dev.runspaces.demo;

import com.google.common.base.Splitter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A program as a user starts it: a process of its own, seen from outside. */
final class JavaProcess implements AutoCloseable {
  private static final int SECONDS = 30;

  private final Process process;
  private final Path out;
  private final Path err;

  private JavaProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Where a program runs: what it prints is kept in the folder, which is on its class path. */
  record Place(Path folder, String display) {
    static Place withoutDisplay(Path folder) {
      return new Place(folder, "");
    }
  }

  /** Starts the demo. */
  static JavaProcess demo(Place place, String... options) throws IOException {
    var arguments = new ArrayList<String>();
    arguments.add(Main.class.getName());
    arguments.addAll(List.of(options));
    return start(place, "java", arguments);
  }

  /** Starts a tool of the JDK, with everything that these tests have on its class path. */
  static JavaProcess start(Place place, String tool, List<String> arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    // What it leaves behind goes with the folder.
    command.add((tool.equals("java") ? "" : "-J") + "-Djava.io.tmpdir=" + place.folder);
    command.add("-cp");
    command.add(place.folder + File.pathSeparator + String.join(File.pathSeparator, classPath()));
    command.addAll(arguments);
    Path out = Files.createTempFile(place.folder, "process-", ".out");
    Path err = Files.createTempFile(place.folder, "process-", ".err");
    var builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().remove("DISPLAY");
    if (!place.display.isEmpty()) {
      builder.environment().put("DISPLAY", place.display);
    }
    return new JavaProcess(builder.start(), out, err);
  }

  /** Returns what it has printed so far, line by line. */
  List<String> lines() throws IOException {
    return Files.readAllLines(out);
  }

  /** Returns what it has printed on standard error so far. */
  String diagnostics() throws IOException {
    return Files.readString(err);
  }

  /** Sends it SIGTERM, as a user's Ctrl+C or a system's shutdown would. */
  void terminate() {
    process.destroy();
  }

  boolean isRunning() {
    return process.isAlive();
  }

  /** Waits until it has ended; returns its exit code. */
  int exitCode() throws InterruptedException, IOException {
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it has not ended; it printed " + lines() + diagnostics());
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** All that this test JVM has: whether it came by class path or by module path. */
  private static Set<String> classPath() {
    var entries = new LinkedHashSet<String>();
    for (String property :
        List.of("jdk.module.path", "surefire.test.class.path", "java.class.path")) {
      Splitter.on(File.pathSeparatorChar)
          .omitEmptyStrings()
          .split(System.getProperty(property, ""))
          .forEach(entries::add);
    }
    return entries;
  }
}
