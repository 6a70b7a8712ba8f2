package dev.runspaces.swing.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The text of a layout file, which knows the line and column of each of its characters. */
final class SourceText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** As many characters of the text as a message quotes elsewhere. */
  private static final int EXCERPT = 40;

  private final ElementPaths paths = new ElementPaths();
  private final LayoutLimits limits;
  private final String name;
  private final String text;
  private int[] lineStarts = new int[64];
  private int lines;
  private int line; // counted from 0: the one last asked for
  private int firstIllegal = -1;

  /** Takes a text, without the byte order mark that it may start with. */
  SourceText(String name, String text, LayoutLimits limits) {
    this.limits = limits;
    this.name = name;
    this.text = text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text;
    examine();
  }

  String name() {
    return name;
  }

  String text() {
    return text;
  }

  /** Returns the index of the first character that no XML file may have, or -1. */
  int firstIllegalCharacter() {
    return firstIllegal;
  }

  SourceLocation at(int index) {
    // A reader asks for one place after the other, so the line is the last one or a near one.
    while (line + 1 < lines && lineStarts[line + 1] <= index) {
      line++;
    }
    while (lineStarts[line] > index) {
      line--;
    }
    return new SourceLocation(name, line + 1, index - lineStarts[line] + 1, this);
  }

  LayoutLimits limits() {
    return limits;
  }

  ElementPaths paths() {
    return paths;
  }

  /**
   * Returns what is around a place, to be shown below a message: a part of its line, a caret below
   * the column, and the elements that it is in. No more of the text than other quotes have.
   */
  List<String> context(int atLine, int column) {
    if (atLine > lines) {
      return List.of();
    }
    int start = lineStarts[atLine - 1];
    int end = endOfLine(start);
    int place = Math.min(start + column - 1, end);
    int from = Math.max(start, place - EXCERPT / 2);
    while (from < place && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    int to = Math.min(end, from + EXCERPT);
    var context = new ArrayList<String>();
    if (from < to) {
      String before = shown(from, place);
      context.add(before + shown(place, to));
      context.add(" ".repeat(before.length()) + '^');
    }
    List<String> around = paths.around(new SourceLocation(name, atLine, column));
    if (!around.isEmpty()) {
      context.add("in " + String.join(" ", around));
    }
    return context;
  }

  private String shown(int from, int to) {
    return Quoted.escaped(text.substring(from, to).replace('\t', ' '));
  }

  private int endOfLine(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** One pass for both questions, as it takes a good part of the time that reading takes. */
  private void examine() {
    addLine(0);
    for (int index = 0; index < text.length(); index++) {
      char c = text.charAt(index);
      if (c >= ' ' && c < Character.MIN_SURROGATE) {
        continue; // nearly all of them
      }
      if (c == '\n' || (c == '\r' && !text.startsWith("\n", index + 1))) {
        addLine(index + 1);
      } else if (firstIllegal < 0) {
        int codePoint = text.codePointAt(index);
        if (!XmlCharacters.isLegal(codePoint)) {
          firstIllegal = index;
        }
        index += Character.charCount(codePoint) - 1;
      }
    }
  }

  private void addLine(int start) {
    if (lines == lineStarts.length) {
      lineStarts = Arrays.copyOf(lineStarts, lines * 2);
    }
    lineStarts[lines++] = start;
  }
}
