package dev.runspaces.swing.component;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What FlatLaf takes in the style of a component: keys, and the kind of value of each. Written down
 * in a file that a test finds out by trying, so that a mistake in a style is found when the layout
 * is read; FlatLaf would write it into the log when the component is shown.
 */
final class StyleKeys {
  private static final String FILE = "flat-styles.txt";

  /** Of each class of Swing. */
  private static final Map<String, Map<String, ValueType<?>>> ALL = read();

  /** For a component with a look of its own, of which nothing is known: what any other takes. */
  private static final Map<String, ValueType<?>> ANY = any();

  private StyleKeys() {}

  /** Returns those of a class, or of the one that it extends. */
  static Map<String, ValueType<?>> of(Class<?> component) {
    Class<?> type = component;
    Map<String, ValueType<?>> found = null;
    while (found == null && type != null) {
      found = ALL.get(type.getName());
      type = type.getSuperclass();
    }
    return found == null ? ANY : found;
  }

  private static Map<String, ValueType<?>> any() {
    var any = new TreeMap<String, ValueType<?>>();
    ALL.values().forEach(keys -> keys.forEach(any::putIfAbsent));
    return any;
  }

  private static Map<String, Map<String, ValueType<?>>> read() {
    var types = new EnumMap<StyleKind, ValueType<?>>(StyleKind.class);
    for (StyleKind kind : StyleKind.values()) {
      types.put(kind, kind.type());
    }
    var all = new HashMap<String, Map<String, ValueType<?>>>();
    text()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              String[] parts = line.split(": ", 2);
              var keys = new TreeMap<String, ValueType<?>>();
              for (String entry : parts[1].split(" ", -1)) {
                String[] pair = entry.split("=", 2);
                keys.put(pair[0], types.get(StyleKind.valueOf(pair[1].toUpperCase(Locale.ROOT))));
              }
              all.put(parts[0], keys);
            });
    return all;
  }

  private static String text() {
    try (@Nullable InputStream file = StyleKeys.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is missing in this build");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
