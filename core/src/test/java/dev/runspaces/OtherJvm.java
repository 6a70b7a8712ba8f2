package dev.runspaces;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  public static Result run(Class<?> program) throws IOException, InterruptedException {
    Path output = Files.createTempFile("other-jvm", ".txt");
    try {
      String classPath =
          System.getProperty("jdk.module.path", "")
              + File.pathSeparator
              + System.getProperty("java.class.path");
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  classPath,
                  program.getName())
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
