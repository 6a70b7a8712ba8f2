package dev.runspaces.swing.component;

import dev.runspaces.swing.component.ComponentEvent.PopupShown;
import java.awt.Component;
import java.util.function.Consumer;
import javax.swing.JComboBox;
import javax.swing.JMenu;
import javax.swing.JPopupMenu;
import javax.swing.event.MenuEvent;
import javax.swing.event.MenuListener;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

/** What is told of what opens over a window: menus, and the lists of combo boxes. For the EDT. */
final class PopupEvents {
  private PopupEvents() {}

  static void ofPopup(Object it, boolean shown, Consumer<ComponentEvent> raise) {
    JPopupMenu menu = (JPopupMenu) it;
    menu.addPopupMenuListener(new Telling(menu, shown, raise));
  }

  static void ofComboBox(Object it, boolean shown, Consumer<ComponentEvent> raise) {
    JComboBox<?> box = (JComboBox<?>) it;
    box.addPopupMenuListener(new Telling(box, shown, raise));
  }

  static void ofMenu(Object it, boolean shown, Consumer<ComponentEvent> raise) {
    JMenu menu = (JMenu) it;
    menu.addMenuListener(new Telling(menu, shown, raise));
  }

  /** Tells of one of both. */
  private record Telling(Component it, boolean wanted, Consumer<ComponentEvent> raise)
      implements PopupMenuListener, MenuListener {

    private void tell(boolean shown) {
      if (shown == wanted) {
        raise.accept(new PopupShown(StandardTags.nameOf(it), shown));
      }
    }

    @Override
    public void popupMenuWillBecomeVisible(PopupMenuEvent event) {
      tell(true);
    }

    @Override
    public void popupMenuWillBecomeInvisible(PopupMenuEvent event) {
      tell(false);
    }

    @Override
    public void popupMenuCanceled(PopupMenuEvent event) {
      // It also becomes invisible, which is told.
    }

    @Override
    public void menuSelected(MenuEvent event) {
      tell(true);
    }

    @Override
    public void menuDeselected(MenuEvent event) {
      tell(false);
    }

    @Override
    public void menuCanceled(MenuEvent event) {
      // It is also deselected, which is told.
    }
  }
}
