package dev.runspaces.demo;

import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether there is a display to show a window on, and what to do when there is none. */
final class Display {
  /** Tells a second process why the first one could not show anything. */
  private static final String PROBLEM = "dev.runspaces.demo.displayProblem";

  private Display() {}

  /** Says why no window can be shown here; empty if one can. */
  static Optional<String> problem() {
    String told = System.getProperty(PROBLEM);
    if (told != null) {
      return Optional.of(told);
    }
    if (GraphicsEnvironment.isHeadless()) {
      return Optional.of(
          System.getenv("DISPLAY") == null
              ? "DISPLAY is not set"
              : "this Java is headless (on Debian, the package openjdk-*-jre has the rest)");
    }
    try {
      Toolkit.getDefaultToolkit();
      GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
      return Optional.empty();
    } catch (
        Throwable unusable) { // AWTError for a wrong DISPLAY, UnsatisfiedLinkError for a library
      String message = Optional.ofNullable(unusable.getMessage()).orElse(unusable.toString());
      return Optional.of(firstSentence(message));
    }
  }

  private static String firstSentence(String message) {
    String line = message.lines().findFirst().orElse(message).strip();
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  /** Whether windows can be painted in this process though none can be shown. */
  static boolean isHeadless() {
    return GraphicsEnvironment.isHeadless();
  }

  /**
   * Starts the demo again, headless: AWT, once it has failed to reach a display, cannot be used in
   * the same process any more.
   *
   * @return the exit code of that process
   */
  static int playInHeadlessProcess(String problem, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.awt.headless=true");
    command.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
    command.add("-D" + PROBLEM + "=" + problem);
    String modules = System.getProperty("jdk.module.path");
    if (modules != null) {
      command.addAll(List.of("-p", modules, "-m", "dev.runspaces.demo/" + Main.class.getName()));
    } else {
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    }
    command.addAll(arguments);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
