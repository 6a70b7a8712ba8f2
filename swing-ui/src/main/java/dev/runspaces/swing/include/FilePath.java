package dev.runspaces.swing.include;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of files as layouts write them: relative, and never upwards. */
final class FilePath {
  private static final Pattern RIGHT = Pattern.compile("\\w[\\w .-]*(/\\w[\\w .-]*)*");

  private FilePath() {}

  /** Finds a file named in another; null if the name is none that may be used. */
  static @Nullable String resolve(String including, String name) {
    if (!RIGHT.matcher(name).matches()) {
      return null;
    }
    return including.substring(0, including.lastIndexOf('/') + 1) + name;
  }
}
