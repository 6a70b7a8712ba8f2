package dev.runspaces.swing.include;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of files as layouts write them: relative, and never upwards. */
public final class FilePath {
  private static final Pattern RIGHT = Pattern.compile("\\w[\\w .-]*(/\\w[\\w .-]*)*");

  private FilePath() {}

  /**
   * Finds a file named in another.
   *
   * @param including the other file, or its folder with a {@code /} at the end
   * @param name what it says
   * @return where the file is; null if the name is none that may be used
   */
  public static @Nullable String resolve(String including, String name) {
    if (!RIGHT.matcher(name).matches()) {
      return null;
    }
    return including.substring(0, including.lastIndexOf('/') + 1) + name;
  }
}
