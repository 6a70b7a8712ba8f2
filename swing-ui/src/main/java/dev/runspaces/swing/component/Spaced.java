package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutElement;

/** A value whose meaning depends on the element in which it stands, such as on its name space. */
interface Spaced<V> {

  /** Returns the value as it is meant there. */
  V in(LayoutElement element);
}
