package dev.runspaces.swing.layout;

import java.util.Arrays;

/** The text of a layout file, which knows the line and column of each of its characters. */
final class SourceText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String name;
  private final String text;
  private int[] lineStarts = new int[64];
  private int lines;
  private int line; // counted from 0: the one last asked for
  private int firstIllegal = -1;

  /** Takes a text, without the byte order mark that it may start with. */
  SourceText(String name, String text) {
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
    return new SourceLocation(name, line + 1, index - lineStarts[line] + 1);
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
