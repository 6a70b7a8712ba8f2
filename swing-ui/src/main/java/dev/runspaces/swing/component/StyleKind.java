package dev.runspaces.swing.component;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A kind of value in a style of FlatLaf's: no functions, classes or objects, which FlatLaf would
 * take as well. Each may be a value of the theme instead, such as {@code $Button.background}. What
 * is tried first stands first.
 */
enum StyleKind {
  COLOR(
      "a color like #1e90ff",
      "#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})",
      "#1e90ff; #1e90ff80; #fff; #fff8"),
  FLAG("true or false", "true|false", "true; false"),
  FONT(
      "a font like bold +2",
      // FlatLaf reads these words as something else where they stand alone.
      "(?! *$|(?:true|false|null)$)(?:(?:bold|italic|plain|light|semibold)(?: +|$))*"
          + "(?:(?:[+-]?\\d{1,2}|\\d{1,3}%)(?: +|$))?(?:[A-Za-z]\\w*)?",
      "bold +2; italic; 150%; 12; light semibold -2 Monospaced"),
  DECIMAL("a number like 1.5", "\\d{1,2}(?:\\.\\d{1,3})?", "1.5; 0; 99.999"),
  NUMBER("a whole number from 0 to 9999", "\\d{1,4}", "8; 0; 9999"),
  POSITIVE("a whole number from 1 to 9999", "[1-9]\\d{0,3}", "8; 1; 9999"),
  SIZE("a width and a height like 8,4", "\\d{1,4} *, *\\d{1,4}", "8,4; 0, 0; 9999,9999"),
  INSETS(
      "insets like 4,8,4,8 (top, left, bottom, right)",
      "\\d{1,4}(?: *, *\\d{1,4}){3}",
      "4,8,4,8; 0, 0, 0, 0; 9999,9999,9999,9999");

  /** The fonts of a theme are told by their names; its other values cannot be told apart. */
  private static final String THEME_FONT = "(?:[A-Za-z][\\w.]*\\.font|defaultFont)";

  private static final String THEME_VALUE = "(?!" + THEME_FONT + "$)[A-Za-z][\\w.]*";

  private final String expected;
  private final String pattern;
  private final String examples;

  StyleKind(String expected, String pattern, String examples) {
    this.expected = expected;
    this.pattern = pattern;
    this.examples = examples;
  }

  /** Returns values that are right, and as different as may be. */
  List<String> examples() {
    return List.of(examples.split("; ", -1));
  }

  /** Returns what reads such values. */
  ValueType<String> type() {
    String ofTheTheme = "\\$" + (this == FONT ? THEME_FONT : THEME_VALUE);
    Pattern right = Pattern.compile(ofTheTheme + "|" + pattern);
    return ValueType.of(
        expected, text -> right.matcher(text).matches() ? Optional.of(text) : Optional.empty());
  }
}
