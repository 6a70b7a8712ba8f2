package dev.runspaces.swing.layout;

import java.util.Comparator;

/**
 * A place in a layout file. Prints as {@code press-me.xml:4:9}, which editors and terminals turn
 * into a link.
 *
 * <p>Sorts by source, then line, then column.
 *
 * @param source the file's name, without its folders
 * @param line the line, counted from 1; {@code \n}, {@code \r} and {@code \r\n} each end a line
 * @param column the column, counted from 1 in UTF-16 units: a tab is one column, an emoji two
 */
public record SourceLocation(String source, int line, int column)
    implements Comparable<SourceLocation> {

  /**
   * Checks that line and column count from 1.
   *
   * @param source the file's name
   * @param line the line
   * @param column the column
   * @throws IllegalArgumentException if line or column is less than 1
   */
  public SourceLocation {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException(
          "line and column count from 1, not " + line + ":" + column);
    }
  }

  @Override
  public int compareTo(SourceLocation other) {
    return Comparator.comparing(SourceLocation::source)
        .thenComparingInt(SourceLocation::line)
        .thenComparingInt(SourceLocation::column)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return source + ":" + line + ":" + column;
  }
}
