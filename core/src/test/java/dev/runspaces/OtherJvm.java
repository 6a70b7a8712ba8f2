package dev.runspaces;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program in a JVM of its own, with everything on the class path: for what happens at a
 * JVM's end, and for services, which the module under test would look for in modules only.
 */
public final class OtherJvm {
  private OtherJvm() {}

  /** How the program ended, and what it printed. */
  public record Result(int exitCode, List<String> lines) {}

  /** {@return all that the tests are made of, as one class path} */
  public static String classPath() {
    return System.getProperty("jdk.module.path", "")
        + File.pathSeparator
        + System.getProperty("java.class.path");
  }

  public static Result run(Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("other-jvm", ".txt");
    try {
      var command = new ArrayList<String>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath(), program.getName()));
      command.addAll(List.of(arguments));
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(20, TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
      if (!ended) {
        throw new AssertionError("the program did not end by itself; it printed " + lines);
      }
      return new Result(process.exitValue(), lines);
    } finally {
      Files.delete(output);
    }
  }
}
