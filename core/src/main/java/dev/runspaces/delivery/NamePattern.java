package dev.runspaces.delivery;

import java.util.Objects;

/**
 * A name with PowerShell's wildcards: {@code *} stands for any characters or none, {@code ?} for
 * one. Case is ignored.
 *
 * @param text the pattern; without a wildcard it is a name
 */
public record NamePattern(String text) {
  /** Every name. */
  static final NamePattern ANY = of("*");

  /** Reads a pattern. */
  public static NamePattern of(String text) {
    Objects.requireNonNull(text, "a name is needed; \"*\" stands for every one");
    return new NamePattern(text);
  }

  /** Returns whether the whole name is as the pattern says. */
  public boolean matches(String name) {
    int inText = 0;
    int inName = 0;
    // Where to go on if what follows the last star does not fit: that star swallows one more.
    int afterStar = -1;
    int swallowed = 0;
    while (inName < name.length()) {
      if (inText < text.length() && text.charAt(inText) == '*') {
        afterStar = ++inText;
        swallowed = inName;
      } else if (inText < text.length() && fits(text.charAt(inText), name.charAt(inName))) {
        inText++;
        inName++;
      } else if (afterStar >= 0) {
        inText = afterStar;
        inName = ++swallowed;
      } else {
        return false;
      }
    }
    while (inText < text.length() && text.charAt(inText) == '*') {
      inText++;
    }
    return inText == text.length();
  }

  /** Compares as {@link String#equalsIgnoreCase} does, by which names without wildcards are. */
  private static boolean fits(char wanted, char actual) {
    return wanted == '?'
        || wanted == actual
        || Character.toUpperCase(wanted) == Character.toUpperCase(actual)
        || Character.toLowerCase(Character.toUpperCase(wanted))
            == Character.toLowerCase(Character.toUpperCase(actual));
  }

  @Override
  public String toString() {
    return text;
  }
}
