package dev.runspaces.swing.testkit;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** An X server that shows nothing on any screen. */
final class Xvfb {

  private static final List<String> COMMAND =
      List.of(
          "Xvfb",
          "-displayfd", // picks a free display number and prints it; a fixed one collides
          "1",
          "-screen",
          "0",
          "1280x1024x24",
          "-dpi", // as on most desktops; at Xvfb's own 100 FlatLaf takes a larger font
          "96",
          "-nolisten",
          "tcp",
          "-terminate"); // ends with its last client, so that nobody has to end it

  private Xvfb() {}

  /** Starts one and returns the name of its display when it takes connections. */
  static String start() throws IOException {
    File log = Files.createTempFile("xvfb", ".log").toFile();
    log.deleteOnExit();
    Process server = new ProcessBuilder(COMMAND).redirectError(log).start();
    try (BufferedReader output = server.inputReader()) {
      String number = output.readLine();
      if (number == null) {
        throw new IOException("Xvfb ended at once: " + Files.readString(log.toPath()));
      }
      return ":" + number;
    }
  }
}
