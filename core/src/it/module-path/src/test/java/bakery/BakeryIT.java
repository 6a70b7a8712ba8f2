package bakery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program as a user starts it, from jars: on the module path of a whole JDK, and in an image
 * that jlink made of what the modules ask for.
 */
class BakeryIT {
  private static final int SECONDS = 60;
  private static final String MODULE_PATH =
      System.getProperty("program") + File.pathSeparator + System.getProperty("libraries");

  @TempDir private static Path folder;

  @BeforeAll
  static void link() throws Exception {
    run(
        tool(javaHome(), "jlink"),
        "--module-path",
        MODULE_PATH,
        "--add-modules",
        "bakery",
        "--launcher",
        "bakery=bakery/bakery.Main",
        "--output",
        image().toString());
  }

  @Test
  void allModulesArePackaged() {
    assertThat(MODULE_PATH.split(File.pathSeparator, -1))
        .allMatch(module -> module.endsWith(".jar"))
        .anyMatch(module -> module.contains("runspaces-core"));
  }

  @Test
  void runsOnTheModulePath() throws Exception {
    assertThat(runByJava()).containsExactlyElementsOf(aDaysWork());
  }

  /** The module that core uses if it is there, and a program must ask for. */
  @Test
  void runsWhereThereIsAFlightRecorder() throws Exception {
    assertThat(runByJava("--add-modules", "jdk.jfr")).containsExactlyElementsOf(aDaysWork());
  }

  @Test
  void runsInAnImage() throws Exception {
    String launcher = OS.WINDOWS.isCurrentOs() ? "bakery.bat" : "bakery";

    assertThat(run(tool(image(), launcher))).containsExactlyElementsOf(aDaysWork());
  }

  /** No java.desktop, no jdk.jfr: what core can do without is not brought along. */
  @Test
  void theImageHasOnlyWhatIsNeeded() throws Exception {
    assertThat(run(tool(image(), "java"), "--list-modules"))
        .extracting(module -> module.replaceFirst("@.*", ""))
        .containsExactlyInAnyOrder(
            "bakery",
            "dev.runspaces.core",
            "com.google.common",
            "com.google.common.util.concurrent.internal",
            "java.base",
            "java.logging");
  }

  private static List<String> runByJava(String... options) throws Exception {
    var command = new ArrayList<String>();
    command.add(tool(javaHome(), "java"));
    command.addAll(List.of(options));
    command.addAll(List.of("--module-path", MODULE_PATH, "--module", "bakery/bakery.Main"));
    return run(command.toArray(String[]::new));
  }

  private static List<String> aDaysWork() {
    return List.of(
        "waiting on the counter was refused: it would freeze the program; wait in a runspace, or go"
            + " on from Invocation.toFuture() or an event handler",
        "sold bun for 1",
        "oven: rye",
        "sold rye for 4",
        "warnings [nearly too hot]",
        "earned 4, 0 runspaces left open");
  }

  private static Path javaHome() {
    return Path.of(System.getProperty("java.home"));
  }

  private static Path image() {
    return folder.resolve("image");
  }

  private static String tool(Path home, String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  /** Runs a command that has to succeed; returns all that it printed, line by line. */
  private static List<String> run(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output-", ".txt");
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    // A JVM that finds these says so, among the lines that are looked at here.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process process = builder.start();
    boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    List<String> lines = Files.readAllLines(output);
    String told = String.join(" ", command) + "\n" + String.join("\n", lines);
    assertThat(ended).as("ended by itself: %s", told).isTrue();
    assertThat(process.exitValue()).as("exit code of %s", told).isZero();
    return lines;
  }
}
