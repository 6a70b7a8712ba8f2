package dev.runspaces.swing.component;

/** A value whose meaning depends on which file it stands in. */
interface Spaced<V> {

  /** Returns the value as it is meant in a name space. */
  V in(String elementsSpace);
}
