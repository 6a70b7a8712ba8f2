package dev.runspaces.swing.component;

import java.awt.Component;
import java.awt.Cursor;
import java.util.Optional;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;

/** The attributes that every tag of a component has. */
final class CommonAttributes {
  /** Names of styles that the program has defined; they come from no file. */
  private static final ValueType<String> STYLE_CLASS =
      ValueType.of(
          "one or more style classes like h1 or small",
          text -> areStyleClasses(text) ? Optional.of(text.strip()) : Optional.empty());

  private CommonAttributes() {}

  static <T> Tag<T> addTo(Tag<T> tag) {
    Tag<T> all = ActionTags.addTo(tag);
    if (Component.class.isAssignableFrom(tag.product())) {
      all = ofComponents(all);
      if (!JPopupMenu.class.isAssignableFrom(tag.product())) {
        // That one is seen when its user asks for it: here it would be shown while it is built.
        all = all.property("visible", ValueType.FLAG, (it, on) -> component(it).setVisible(on));
      }
    }
    if (JComponent.class.isAssignableFrom(tag.product())) {
      all = PopupTags.addTo(FlatStyles.addTo(ofSwingComponents(all)));
    }
    if (Accessible.class.isAssignableFrom(tag.product())) {
      all = ofAccessibles(all);
    }
    return all;
  }

  private static <T> Tag<T> ofComponents(Tag<T> tag) {
    return tag.property("enabled", ValueType.FLAG, (it, on) -> component(it).setEnabled(on))
        .property("focusable", ValueType.FLAG, (it, on) -> component(it).setFocusable(on))
        .property("foreground", SwingValues.COLOR, (it, to) -> component(it).setForeground(to))
        .property("background", SwingValues.COLOR, (it, to) -> component(it).setBackground(to))
        .property(
            "cursor",
            SwingValues.CURSOR,
            (it, type) -> component(it).setCursor(Cursor.getPredefinedCursor(type)));
  }

  private static <T> Tag<T> ofSwingComponents(Tag<T> tag) {
    return tag.property("toolTipText", ValueType.TEXT, (it, text) -> swing(it).setToolTipText(text))
        .property("opaque", ValueType.FLAG, (it, on) -> swing(it).setOpaque(on))
        .property(
            "styleClass",
            STYLE_CLASS,
            (it, names) -> swing(it).putClientProperty("FlatLaf.styleClass", names));
  }

  private static <T> Tag<T> ofAccessibles(Tag<T> tag) {
    return tag.property(
            "accessibleName", ValueType.TEXT, (it, text) -> accessible(it).setAccessibleName(text))
        .property(
            "accessibleDescription",
            ValueType.TEXT,
            (it, text) -> accessible(it).setAccessibleDescription(text));
  }

  private static boolean areStyleClasses(String text) {
    return !text.isBlank()
        && text.chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == ' ' || c == '-'));
  }

  private static Component component(Object it) {
    return (Component) it;
  }

  private static AccessibleContext accessible(Object it) {
    return ((Accessible) it).getAccessibleContext();
  }

  private static JComponent swing(Object it) {
    return (JComponent) it;
  }
}
