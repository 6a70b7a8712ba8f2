/**
 * What layouts have in common is written once: a layout and the files that it includes become one
 * document. Text to text, on any thread.
 */
@NullMarked
package dev.runspaces.swing.include;

import org.jspecify.annotations.NullMarked;
