package dev.runspaces.swing.component;

import java.util.List;
import net.miginfocom.layout.CC;

/**
 * Groups of elements that end at the same place. Where some other element is not at its place in
 * the grid, MigLayout 11 may look for the end of a group before it has found one, depending on
 * sizes that nobody knows before a window is there: a NullPointerException.
 */
final class EndGroups {
  private EndGroups() {}

  /** Tells whether a container with such cells may fail. */
  static boolean areUnsafe(List<CC> cells) {
    boolean some = false;
    boolean offGrid = false;
    for (CC cell : cells) {
      some |=
          cell.getHorizontal().getEndGroup() != null || cell.getVertical().getEndGroup() != null;
      offGrid |= cell.getPadding() != null || cell.getPos() != null || cell.isExternal();
    }
    return some && offGrid;
  }
}
