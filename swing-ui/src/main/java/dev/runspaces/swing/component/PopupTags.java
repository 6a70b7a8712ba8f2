package dev.runspaces.swing.component;

import java.util.List;
import javax.swing.JPopupMenu;

/** The tag of context menus, and how components refer to them. */
final class PopupTags {
  static final ValueType<ComponentReference> MENU =
      ComponentReference.to(JPopupMenu.class, "popup menu");

  private PopupTags() {}

  /** It stands in the window, and any number of components may use it. */
  static List<Tag<?>> all() {
    return List.of(
        MenuTags.withItems(
            Tag.of("PopupMenu", JPopupMenu.class, JPopupMenu::new), JPopupMenu::add));
  }
}
