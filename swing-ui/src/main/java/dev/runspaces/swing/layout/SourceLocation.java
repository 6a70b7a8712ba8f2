package dev.runspaces.swing.layout;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place in a layout file. Prints as {@code press-me.xml:4:9}, which editors and terminals turn
 * into a link. Immutable.
 *
 * <p>Sorts by source, then line, then column; places are equal if these three are.
 */
public final class SourceLocation implements Comparable<SourceLocation> {
  private final String source;
  private final int line;
  private final int column;

  /** The text that it is a place in; null if it is known by its name only. */
  private final @Nullable SourceText text;

  /**
   * Names a place.
   *
   * @param source the file's name, without its folders
   * @param line the line, counted from 1; {@code \n}, {@code \r} and {@code \r\n} each end a line
   * @param column the column, counted from 1 in UTF-16 units: a tab is one column, an emoji two
   * @throws IllegalArgumentException if line or column is less than 1
   */
  public SourceLocation(String source, int line, int column) {
    this(source, line, column, null);
  }

  SourceLocation(String source, int line, int column, @Nullable SourceText text) {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException(
          "line and column count from 1, not " + line + ":" + column);
    }
    this.source = Objects.requireNonNull(source, "source");
    this.line = line;
    this.column = column;
    this.text = text;
  }

  /** {@return the file's name, without its folders} */
  public String source() {
    return source;
  }

  /** {@return the line, counted from 1} */
  public int line() {
    return line;
  }

  /** {@return the column, counted from 1 in UTF-16 units} */
  public int column() {
    return column;
  }

  /** Returns another place in the same text. */
  SourceLocation at(int otherLine, int otherColumn) {
    return new SourceLocation(source, otherLine, otherColumn, text);
  }

  /** Returns what stands there, with a caret below it, and in which elements; perhaps nothing. */
  List<String> context() {
    return text == null ? List.of() : text.context(line, column);
  }

  @Override
  public int compareTo(SourceLocation other) {
    int bySource = source.compareTo(other.source);
    int byLine = bySource != 0 ? bySource : Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceLocation place && compareTo(place) == 0;
  }

  @Override
  public int hashCode() {
    return Objects.hash(source, line, column);
  }

  @Override
  public String toString() {
    return source + ":" + line + ":" + column;
  }
}
