/**
 * Start at {@link dev.runspaces.event.EventManager}, of which each runspace has one: it raises
 * events, and tells subscribers of them on the runspace's own thread.
 */
@NullMarked
package dev.runspaces.event;

import org.jspecify.annotations.NullMarked;
