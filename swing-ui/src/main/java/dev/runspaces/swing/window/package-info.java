/**
 * The entry of this module: {@link dev.runspaces.swing.window.Layouts} loads a layout file, and
 * opening it gives a {@link dev.runspaces.swing.window.LayoutWindow} that belongs to a runspace.
 */
@NullMarked
package dev.runspaces.swing.window;

import org.jspecify.annotations.NullMarked;
