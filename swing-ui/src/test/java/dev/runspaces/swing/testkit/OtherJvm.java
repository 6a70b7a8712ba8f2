package dev.runspaces.swing.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program in a headless JVM of its own, with everything on the class path: for what happens
 * at a JVM's end, and for what needs other limits than the tests.
 */
public final class OtherJvm {
  private OtherJvm() {}

  /**
   * How the program ended, and what it printed.
   *
   * @param exitCode its exit code
   * @param output all that it printed
   */
  public record Result(int exitCode, String output) {}

  /**
   * Runs a program to its end.
   *
   * @param patience how long that may take
   * @param options of the JVM
   * @param program its main class
   * @param arguments its arguments
   * @return how it ended
   * @throws IOException if it cannot be started
   * @throws InterruptedException if the calling thread is interrupted while it waits
   */
  public static Result run(
      Duration patience, List<String> options, Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("other-jvm", ".txt");
    try {
      var command = new ArrayList<String>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-Djava.awt.headless=true");
      command.addAll(options);
      command.addAll(List.of("-cp", classPath(), program.getName()));
      command.addAll(List.of(arguments));
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      String printed = Files.readString(output, StandardCharsets.UTF_8);
      if (!ended) {
        throw new AssertionError("the program did not end by itself; it printed " + printed);
      }
      return new Result(process.exitValue(), printed);
    } finally {
      Files.delete(output);
    }
  }

  private static String classPath() {
    return System.getProperty("jdk.module.path", "")
        + File.pathSeparator
        + System.getProperty("java.class.path");
  }
}
