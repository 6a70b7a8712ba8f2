package dev.runspaces.swing.testkit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/** The programs that can be started by their name alone. */
final class Programs {

  private static final Pattern SEPARATOR = Pattern.compile(File.pathSeparator, Pattern.LITERAL);

  private Programs() {}

  static boolean isInstalled(String name) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return SEPARATOR
        .splitAsStream(path)
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }
}
