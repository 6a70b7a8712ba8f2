package dev.runspaces.swing.component;

import java.awt.Component;
import java.util.List;
import javax.swing.Box;
import javax.swing.JInternalFrame;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

/** Which components may stand anywhere, and which only where a tag names their kind. */
final class FreeStanding {
  /** They are components to Swing, but in a panel a user could do nothing with them. */
  private static final List<Class<?>> BOUND =
      List.of(
          JMenuItem.class,
          JMenuBar.class,
          JPopupMenu.class,
          JInternalFrame.class,
          Box.Filler.class);

  private FreeStanding() {}

  static boolean is(Class<?> product) {
    for (Class<?> bound : BOUND) {
      if (bound.isAssignableFrom(product)) {
        return false;
      }
    }
    return Component.class.isAssignableFrom(product);
  }
}
