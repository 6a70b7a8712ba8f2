package dev.runspaces.swing.layout;

/**
 * Text from a layout file, made fit to appear in a message: short, on one line, and unable to
 * rearrange the text around it.
 */
final class Quoted {
  private static final int MAX_LENGTH = 40;

  private Quoted() {}

  /** Cut to 40 characters, escaped, and in quotes. */
  static String text(String text) {
    return '"' + name(text) + '"';
  }

  /** As {@link #text}, without the quotes: for names. */
  static String name(String name) {
    if (name.length() <= MAX_LENGTH) {
      return escaped(name);
    }
    boolean splitsPair = Character.isHighSurrogate(name.charAt(MAX_LENGTH - 1));
    return escaped(name.substring(0, splitsPair ? MAX_LENGTH - 1 : MAX_LENGTH)) + "...";
  }

  /** As a tag: {@code <Button>}. */
  static String tag(String name) {
    return '<' + name(name) + '>';
  }

  /** Any length, but with what could not be seen, or could deceive, written as {@code \\u202e}. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int index = 0; index < text.length(); index++) {
      char c = text.charAt(index);
      boolean paired =
          Character.isSurrogate(c) && Character.charCount(text.codePointAt(index)) == 2;
      if (paired) {
        escaped.append(c).append(text.charAt(++index));
      } else if (isInvisible(c)) {
        escaped.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static boolean isInvisible(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, // line breaks too
          Character.FORMAT, // all that reverses the direction of text is of this kind
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
