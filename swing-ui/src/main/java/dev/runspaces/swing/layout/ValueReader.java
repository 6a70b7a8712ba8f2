package dev.runspaces.swing.layout;

/** Reads the values of attributes. */
final class ValueReader {
  /** Those of word processors, the wrong way round, or one of two: whatever was meant as quotes. */
  private static final String QUOTES = "\"'=\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb";

  private final TextCursor cursor;
  private final ProblemCollector problems;
  private final ReferenceReader referenceReader;

  ValueReader(TextCursor cursor, ProblemCollector problems) {
    this.cursor = cursor;
    this.problems = problems;
    this.referenceReader = new ReferenceReader(cursor, problems);
  }

  /** Reads a value from its opening quote to behind its closing quote. */
  LayoutAttribute quoted(String name, SourceLocation location) {
    String quote = String.valueOf(cursor.peek());
    cursor.skip(quote);
    int start = cursor.position();
    int end = cursor.indexOf(quote);
    if (end < 0) {
      throw problems.stopAt(TagProblems.unclosedValue(cursor.at(start - 1), name));
    }
    String written = cursor.substring(start, end);
    checkWritten(written, name, start);
    cursor.moveTo(end + 1);
    String value = isPlain(written) ? written : normalized(written, start);
    return new LayoutAttribute(name, value, location, cursor.at(start), written);
  }

  /**
   * Reads a value that has lost its quotes. It goes up to the end of the tag or to what looks like
   * the next attribute, so that {@code text=Press Me} is one problem and not two.
   */
  LayoutAttribute unquoted(String name, SourceLocation location) {
    int start = cursor.position();
    int end;
    do {
      skipUnquotedWord();
      end = cursor.position();
      cursor.skipWhiteSpace();
    } while (!isAtEndOfUnquoted());
    cursor.moveTo(end);
    String value = trimmed(cursor.substring(start, end));
    problems.report(TagProblems.missingQuotes(cursor.at(start), name, value));
    return new LayoutAttribute(name, value, location, cursor.at(start));
  }

  /** Whether no (more) words of a value without quotes can follow. */
  boolean isAtEndOfUnquoted() {
    if (cursor.isAtEnd() || cursor.isAt("<") || cursor.isAt(">") || cursor.isAt("/>")) {
      return true;
    }
    int start = cursor.position();
    String word = cursor.word();
    cursor.skipWhiteSpace();
    boolean attribute = XmlCharacters.firstIllegalInName(word) < 0 && cursor.isAt("=");
    cursor.moveTo(start);
    return attribute;
  }

  private void skipUnquotedWord() {
    while (!cursor.isAtEnd()
        && !XmlCharacters.isWhiteSpace(cursor.peek())
        && !cursor.isAt("<")
        && !cursor.isAt(">")
        && !cursor.isAt("/>")) {
      cursor.moveTo(cursor.position() + 1);
    }
  }

  private static String trimmed(String value) {
    int start = 0;
    int end = value.length();
    while (start < end && QUOTES.indexOf(value.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && QUOTES.indexOf(value.charAt(end - 1)) >= 0) {
      end--;
    }
    return value.substring(start, end);
  }

  private void checkWritten(String written, String name, int start) {
    if (written.length() > cursor.limits().valueLength()) {
      throw problems.stopAt(
          DocumentProblems.valueTooLong(cursor.at(start), name, cursor.limits().valueLength()));
    }
    int lessThan = written.indexOf('<');
    if (lessThan >= 0 && isBeyondTag(written, lessThan)) {
      throw problems.stopAt(TagProblems.unclosedValue(cursor.at(start - 1), name));
    } else if (lessThan >= 0) {
      problems.report(TagProblems.lessThanInValue(cursor.at(start + lessThan), name));
    }
  }

  /**
   * Whether a {@code <} in a value looks like the start of the next tag, which means that the
   * value's closing quote is missing, and that what was taken for it opens another value.
   */
  private static boolean isBeyondTag(String written, int lessThan) {
    for (int index = 0; index < lessThan; index++) {
      char c = written.charAt(index);
      if (c == '>' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlain(String written) {
    for (int index = 0; index < written.length(); index++) {
      char c = written.charAt(index);
      if (c == '&' || c < ' ') {
        return false;
      }
    }
    return true;
  }

  /** Replaces references, and line breaks and tabs by spaces, as XML demands for attributes. */
  private String normalized(String written, int start) {
    StringBuilder value = new StringBuilder(written.length());
    for (int index = 0; index < written.length(); ) {
      char c = written.charAt(index);
      if (c == '&') {
        index = referenceReader.read(written, index, start, value);
      } else {
        index += written.startsWith("\r\n", index) ? 2 : 1;
        value.append(XmlCharacters.isWhiteSpace(c) ? ' ' : c);
      }
    }
    return value.toString();
  }
}
