/**
 * Guava's {@code EventBus}, on top of a runspace's events. Start at {@link
 * dev.runspaces.eventbus.RunspaceEventBus}. Not exported: users see Guava's type.
 */
@NullMarked
package dev.runspaces.eventbus;

import org.jspecify.annotations.NullMarked;
