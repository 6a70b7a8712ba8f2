package dev.runspaces.stream;

/** Where the items go that are added to a collection which is one view of several. */
interface Inlet<T> {

  /** Adds the item to every view that it belongs to. */
  void write(T item);

  /** Completes the view, and those that end with it. */
  void complete();
}
