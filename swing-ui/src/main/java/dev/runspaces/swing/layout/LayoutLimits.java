package dev.runspaces.swing.layout;

/**
 * How large a layout may be. Far above what a window needs, and low enough that no file can exhaust
 * the memory or the stack of whoever walks the tree.
 */
final class LayoutLimits {
  /** Bytes of a file, or UTF-16 units of a text: 1 MiB. */
  static final int TEXT = 1 << 20;

  /** Elements inside each other, the root included. */
  static final int DEPTH = 100;

  /** Elements in one document. */
  static final int ELEMENTS = 10_000;

  /** Attributes of one element. */
  static final int ATTRIBUTES = 200;

  /** UTF-16 units of one attribute value, as written. */
  static final int VALUE = 1 << 16;

  private LayoutLimits() {}
}
