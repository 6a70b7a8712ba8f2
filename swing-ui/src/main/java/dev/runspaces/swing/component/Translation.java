package dev.runspaces.swing.component;

import java.awt.Component;
import java.awt.ComponentOrientation;
import java.awt.Container;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;

/** What a plan says in a language. Immutable. */
public final class Translation {
  private final Locale locale;
  private final List<Object> values;

  Translation(Locale locale, List<Object> values) {
    this.locale = locale;
    this.values = List.copyOf(values);
  }

  List<Object> values() {
    return values;
  }

  Locale locale() {
    return locale;
  }

  /** Has new components speak a language, and go in the direction in which that is written. */
  static void setLocale(Component content, Collection<Component> named, Locale locale) {
    ComponentOrientation orientation = ComponentOrientation.getOrientation(locale);
    boolean isOther = !locale.equals(JComponent.getDefaultLocale());
    boolean isTurned = !orientation.isLeftToRight();
    if (isOther) {
      setLocaleOfAll(content, locale);
    }
    if (isTurned) {
      content.applyComponentOrientation(orientation);
    }
    if (isOther || isTurned) { // else they are so from the beginning
      turnMenus(named, locale);
    }
  }

  /** Context menus stand in no panel, and are asked for by their names. */
  static void turnMenus(Collection<Component> named, Locale locale) {
    for (Component component : named) {
      if (component instanceof JPopupMenu menu) {
        setLocaleOfAll(menu, locale);
        menu.applyComponentOrientation(ComponentOrientation.getOrientation(locale));
      }
    }
  }

  static void setLocaleOfAll(Component component, Locale locale) {
    component.setLocale(locale);
    if (component instanceof Container container) {
      for (Component child : container.getComponents()) {
        setLocaleOfAll(child, locale);
      }
    }
  }
}
