package dev.runspaces.swing.component;

import java.awt.Component;
import java.util.Set;

/** Which components may stand anywhere, and which only where a tag names their kind. */
final class FreeStanding {
  /** They are components to Swing, but in a panel a user could do nothing with them. */
  private static final Set<String> BOUND =
      Set.of(
          "javax.swing.JMenuItem",
          "javax.swing.JMenuBar",
          "javax.swing.JPopupMenu",
          "javax.swing.JInternalFrame",
          "javax.swing.Box$Filler");

  private FreeStanding() {}

  static boolean is(Class<?> product) {
    return Component.class.isAssignableFrom(product) && !Lineage.isOf(product, BOUND);
  }
}
