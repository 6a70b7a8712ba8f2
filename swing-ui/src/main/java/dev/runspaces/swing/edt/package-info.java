/**
 * The event dispatch thread, the EDT: {@link dev.runspaces.swing.edt.Edt} is the one door to it.
 */
@NullMarked
package dev.runspaces.swing.edt;

import org.jspecify.annotations.NullMarked;
