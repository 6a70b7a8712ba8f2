package dev.runspaces.swing.component;

import java.awt.Component;
import java.awt.ComponentOrientation;
import java.awt.Container;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;

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
  static void setLocale(Component content, Locale locale) {
    if (!locale.equals(JComponent.getDefaultLocale())) {
      setLocaleOfAll(content, locale);
    }
    ComponentOrientation orientation = ComponentOrientation.getOrientation(locale);
    if (!orientation.isLeftToRight()) { // else they are so from the beginning
      content.applyComponentOrientation(orientation);
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
