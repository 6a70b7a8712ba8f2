package dev.runspaces.swing.layout;

/** Reads what starts with an ampersand: an entity, or a character by its number. */
final class ReferenceReader {
  private static final int NONE = -1;
  private static final int MAX_DIGITS = 8; // leading zeros included; enough for every character

  private final TextCursor cursor;
  private final ProblemCollector problems;

  ReferenceReader(TextCursor cursor, ProblemCollector problems) {
    this.cursor = cursor;
    this.problems = problems;
  }

  /**
   * Appends the character that a reference stands for, or a bare {@code &} after reporting why it
   * stands for none.
   *
   * @param written the value that has the reference
   * @param ampersand where in the value the reference starts
   * @param valueStart where in the file the value starts
   * @param value what is appended to
   * @return where in the written value to go on
   */
  int read(String written, int ampersand, int valueStart, StringBuilder value) {
    int semicolon = written.indexOf(';', ampersand);
    String name = semicolon < 0 ? "" : written.substring(ampersand + 1, semicolon);
    boolean numeric = name.startsWith("#");
    int character = numeric ? numbered(name) : named(name);
    if (character != NONE) {
      value.appendCodePoint(character);
      return semicolon + 1;
    }
    SourceLocation location = cursor.at(valueStart + ampersand);
    if (numeric) {
      problems.report(TagProblems.illegalReference(location, name));
    } else if (XmlCharacters.firstIllegalInName(name) < 0) {
      problems.report(TagProblems.unknownEntity(location, name));
    } else {
      problems.report(TagProblems.bareAmpersand(location));
    }
    value.append('&');
    return ampersand + 1;
  }

  private static int named(String name) {
    return switch (name) {
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> NONE;
    };
  }

  private static int numbered(String name) {
    boolean hexadecimal = name.startsWith("#x");
    int firstDigit = hexadecimal ? 2 : 1;
    int digits = name.length() - firstDigit;
    if (digits < 1 || digits > MAX_DIGITS) {
      return NONE;
    }
    int radix = hexadecimal ? 16 : 10;
    long character = 0;
    for (int index = firstDigit; index < name.length(); index++) {
      char c = name.charAt(index);
      int digit = c < 0x80 ? Character.digit(c, radix) : NONE; // XML has no other digits
      if (digit < 0) {
        return NONE;
      }
      character = character * radix + digit;
    }
    boolean legal = character <= Character.MAX_CODE_POINT && XmlCharacters.isLegal((int) character);
    return legal ? (int) character : NONE;
  }
}
