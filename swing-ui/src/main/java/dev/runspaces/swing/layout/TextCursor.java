package dev.runspaces.swing.layout;

/** A position in a {@link SourceText} that moves forward. */
final class TextCursor {
  /** What is found after the last character; no text can contain it. */
  static final char END = '\0';

  private final SourceText source;
  private final String text;
  private int position;

  TextCursor(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  LayoutLimits limits() {
    return source.limits();
  }

  int position() {
    return position;
  }

  void moveTo(int newPosition) {
    position = newPosition;
  }

  SourceLocation at(int index) {
    return source.at(index);
  }

  /** Returns the character to be read next, or {@link #END}. */
  char peek() {
    return position < text.length() ? text.charAt(position) : END;
  }

  boolean isAtEnd() {
    return position == text.length();
  }

  boolean isAtQuote() {
    return isQuote(peek());
  }

  boolean isAt(String expected) {
    return text.startsWith(expected, position);
  }

  /** Passes the expected text if it comes next, and returns whether it did. */
  boolean skip(String expected) {
    boolean found = isAt(expected);
    if (found) {
      position += expected.length();
    }
    return found;
  }

  /** Passes white space and returns whether there was any. */
  boolean skipWhiteSpace() {
    int start = position;
    while (XmlCharacters.isWhiteSpace(peek())) {
      position++;
    }
    return position > start;
  }

  /** Returns what lies before the next occurrence of a text, or else before the end. */
  String upTo(String end) {
    int found = indexOf(end);
    return text.substring(position, found < 0 ? text.length() : found);
  }

  /** Returns the index of the next occurrence of a text, or -1. */
  int indexOf(String wanted) {
    return text.indexOf(wanted, position);
  }

  /** Passes and returns all up to white space or a character that has a meaning inside a tag. */
  String word() {
    int start = position;
    while (isPartOfWord(peek())) {
      position++;
    }
    return text.substring(start, position);
  }

  String substring(int start, int end) {
    return text.substring(start, end);
  }

  private static boolean isPartOfWord(char c) {
    return switch (c) {
      case END, ' ', '\n', '\r', '\t', '<', '>', '/', '?', '=', '"', '\'' -> false;
      default -> true;
    };
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }
}
