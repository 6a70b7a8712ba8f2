package dev.runspaces.swing.component;

import java.awt.Component;
import java.awt.ComponentOrientation;
import java.awt.Container;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JInternalFrame;
import javax.swing.JPopupMenu;
import org.jspecify.annotations.Nullable;

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
      turn(content, orientation);
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
    forAll(component, each -> each.setLocale(locale));
  }

  /** Has all go in a direction: what stands in others as Swing does it, and what stands behind. */
  static void turn(Component component, ComponentOrientation orientation) {
    component.applyComponentOrientation(orientation);
    forAll(
        component,
        each -> {
          Component behind = behind(each);
          if (behind != null) {
            behind.applyComponentOrientation(orientation);
          }
        });
  }

  private static void forAll(Component component, Consumer<Component> action) {
    action.accept(component);
    if (component instanceof Container container) {
      for (Component child : container.getComponents()) {
        forAll(child, action);
      }
    }
    Component behind = behind(component);
    if (behind != null) {
      forAll(behind, action);
    }
  }

  /** An internal frame that is an icon stands nowhere: its icon is in its place. */
  private static @Nullable Component behind(Component component) {
    return component instanceof JInternalFrame.JDesktopIcon icon ? icon.getInternalFrame() : null;
  }
}
