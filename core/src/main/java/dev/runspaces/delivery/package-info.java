/**
 * How an event gets from where it is raised to those who hear it. Start at {@link
 * dev.runspaces.delivery.EventHub}. Not exported: users see {@code dev.runspaces.event}.
 */
@NullMarked
package dev.runspaces.delivery;

import org.jspecify.annotations.NullMarked;
