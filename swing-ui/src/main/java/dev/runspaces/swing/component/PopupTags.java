package dev.runspaces.swing.component;

import java.awt.Component;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPopupMenu;

/** The tag of context menus, and the attributes that lead to other components. */
final class PopupTags {
  private static final ValueType<ComponentReference> MENU =
      ComponentReference.to(JPopupMenu.class, "popup menu");
  private static final ValueType<ComponentReference> COMPONENT =
      ComponentReference.to(Component.class, "component");

  private PopupTags() {}

  /** It stands in the window, and any number of components may use it. */
  static List<Tag<?>> all() {
    return List.of(
        MenuTags.withItems(
            Tag.of("PopupMenu", JPopupMenu.class, JPopupMenu::new), JPopupMenu::add));
  }

  static <T> Tag<T> addTo(Tag<T> tag) {
    Tag<T> all =
        tag.contextProperty(
            "componentPopupMenu",
            MENU,
            (it, menu, context) ->
                context.whenBuilt(
                    () ->
                        ((JComponent) it)
                            .setComponentPopupMenu((JPopupMenu) context.component(menu))));
    return JLabel.class.isAssignableFrom(tag.product()) ? labelFor(all) : all;
  }

  private static <T> Tag<T> labelFor(Tag<T> tag) {
    return tag.contextProperty(
        "labelFor",
        COMPONENT,
        (it, field, context) ->
            context.whenBuilt(() -> ((JLabel) it).setLabelFor(context.component(field))));
  }
}
