/**
 * A layout document becomes components. Start at {@link
 * dev.runspaces.swing.component.ComponentRegistry}, which knows the tags, and at {@link
 * dev.runspaces.swing.component.Plan}, which is a document resolved against them: it is made once,
 * on any thread, with every mistake of the file told together; building it, on the EDT and as often
 * as wanted, can no longer fail on a name or a value.
 */
@NullMarked
package dev.runspaces.swing.component;

import org.jspecify.annotations.NullMarked;
