package dev.runspaces.swing.component;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code {customer.name}} reads as.
 *
 * @param model the name of the model
 * @param property the property or key
 */
record ModelPath(String model, String property) {
  static final String EXPECTED = "a model and a property like {customer.name}";

  static final ValueType<ModelPath> TYPE = ValueType.of(EXPECTED, ModelPath::read);

  private static final Pattern PATH = Pattern.compile("\\{(\\w+)\\.(\\w+)}");

  /** What somebody may take for one: all of it in braces, or a path somewhere in a text. */
  private static final Pattern ALMOST =
      Pattern.compile(
          "\\A\\{\\s*!?\\s*[A-Za-z_][^{}]*}\\z|\\{\\s*[A-Za-z_]\\w*\\s*\\.\\s*\\w[^{}]*}");

  /** A text that looks like a path, but is none, has this before it. */
  private static final String ESCAPE = "{}";

  static Optional<ModelPath> read(String value) {
    Matcher path = PATH.matcher(value);
    return path.matches()
        ? Optional.of(new ModelPath(path.group(1), path.group(2)))
        : Optional.empty();
  }

  /** Tells whether a text looks like a path, and is none. */
  static boolean isAlmost(String value) {
    return value.indexOf('{') >= 0
        && !value.startsWith(ESCAPE)
        && ALMOST.matcher(value).find()
        && read(value).isEmpty();
  }

  /** Tells whether a value is somebody's idea of a path, where no other value has braces. */
  static boolean isInBraces(String value) {
    String text = value.strip();
    return text.startsWith("{") && text.endsWith("}");
  }

  /** Returns a value that is no path as it is meant. */
  static String unescaped(String value) {
    if (!value.startsWith(ESCAPE)) {
      return value;
    }
    String text = value.substring(ESCAPE.length());
    return read(text).isPresent() || isAlmost(text) ? text : value;
  }
}
