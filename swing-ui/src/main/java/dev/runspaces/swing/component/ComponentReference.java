package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutElement;
import java.util.Optional;

/**
 * What an attribute like {@code labelFor="#name"} reads as. The plan checks that the name leads to
 * a component of that type; the component is found when the whole window is built.
 *
 * @param name the name of the component
 * @param type what it must be
 * @param kind what that is called in a message
 * @param space what the names begin with where it stands
 */
record ComponentReference(String name, Class<?> type, String kind, String space)
    implements Spaced<ComponentReference> {

  @Override
  public ComponentReference in(LayoutElement element) {
    return new ComponentReference(name, type, kind, element.space());
  }

  static ValueType<ComponentReference> to(Class<?> type, String kind) {
    return ValueType.of(
        "a # and the name of a " + kind + " like #other",
        text ->
            text.startsWith("#") && text.length() > 1
                ? Optional.of(new ComponentReference(text.substring(1), type, kind, ""))
                : Optional.empty());
  }
}
