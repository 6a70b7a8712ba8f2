/**
 * Start at {@link dev.runspaces.swing.layout.LayoutReader}, which turns the text of a layout file
 * into a {@link dev.runspaces.swing.layout.LayoutDocument}.
 *
 * <p>A document is a tree of {@linkplain dev.runspaces.swing.layout.LayoutElement elements} in
 * which everything knows where it stands in the file. Nothing here knows what a button is: whether
 * an element exists and what its attributes mean is decided by whoever builds components from the
 * document, and said in the words of {@link dev.runspaces.swing.layout.LayoutProblem}.
 *
 * <p>No AWT, no Swing, no files but those asked for: everything here may be used on any thread.
 */
@NullMarked
package dev.runspaces.swing.layout;

import org.jspecify.annotations.NullMarked;
