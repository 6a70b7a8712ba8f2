package dev.runspaces.swing.include;

import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that the elements of one file have unless they say otherwise. Immutable.
 *
 * @param entries elements whose attributes are meant; the later wins
 */
record StyleSheet(List<LayoutElement> entries) {
  static final StyleSheet NONE = new StyleSheet(List.of());

  /** Tells whether an entry is for those only that ask for its look. */
  static boolean isNamed(LayoutElement entry) {
    return entry.attribute(Structure.LOOK).isPresent();
  }

  /** Adds what an element does not say itself. Styles with a look come before those without. */
  List<LayoutAttribute> complete(String tag, List<LayoutAttribute> own) {
    if (entries.isEmpty()) {
      return own;
    }
    String look = find(own, Structure.LOOK);
    var all = new ArrayList<>(own);
    if (look != null) {
      add(tag, look, all);
    }
    add(tag, null, all);
    return all;
  }

  /** Tells whether there is a style for a tag with this look. */
  boolean knows(String tag, String look) {
    return entries.stream()
        .anyMatch(
            entry ->
                entry.tag().equals(tag) && look.equals(find(entry.attributes(), Structure.LOOK)));
  }

  /** Returns the looks that there are for a tag. */
  List<String> looks(String tag) {
    return entries.stream()
        .filter(entry -> entry.tag().equals(tag))
        .flatMap(entry -> entry.attribute(Structure.LOOK).stream())
        .map(LayoutAttribute::value)
        .toList();
  }

  private void add(String tag, @Nullable String look, List<LayoutAttribute> all) {
    for (int index = entries.size() - 1; index >= 0; index--) {
      LayoutElement entry = entries.get(index);
      boolean applies =
          entry.tag().equals(tag) && Objects.equals(look, find(entry.attributes(), Structure.LOOK));
      if (applies) {
        for (LayoutAttribute attribute : entry.attributes()) {
          if (find(all, attribute.name()) == null) {
            all.add(attribute);
          }
        }
      }
    }
  }

  private static @Nullable String find(List<LayoutAttribute> attributes, String name) {
    for (LayoutAttribute attribute : attributes) {
      if (attribute.name().equals(name)) {
        return attribute.value();
      }
    }
    return null;
  }
}
