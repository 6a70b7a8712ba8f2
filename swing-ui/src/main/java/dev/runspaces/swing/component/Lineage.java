package dev.runspaces.swing.component;

import java.util.Set;

/**
 * What a class is, told by the names of its superclasses. A class that is only named need not be
 * loaded, and while a program starts that takes longer than all else that is asked here.
 */
final class Lineage {
  private Lineage() {}

  /** Tells whether a class is one of these, or made from one. */
  static boolean isOf(Class<?> product, Set<String> names) {
    for (Class<?> type = product; type != null; type = type.getSuperclass()) {
      if (names.contains(type.getName())) {
        return true;
      }
    }
    return false;
  }
}
