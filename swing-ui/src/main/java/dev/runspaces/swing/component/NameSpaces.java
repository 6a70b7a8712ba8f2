package dev.runspaces.swing.component;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a name that stands in an included file is understood: there first, then further out. */
final class NameSpaces {
  private NameSpaces() {}

  /** What a name in a file leads to, as {@code customer.address.} and then {@code customer.}. */
  static <V> @Nullable V find(Map<String, V> all, String space, String name) {
    for (String at = space; ; at = outer(at)) {
      V found = all.get(at + name);
      if (found != null || at.isEmpty()) {
        return found;
      }
    }
  }

  private static String outer(String space) {
    return space.substring(0, space.lastIndexOf('.', space.length() - 2) + 1);
  }
}
