package dev.runspaces;

import org.jspecify.annotations.Nullable;

/**
 * The event that a runspace has moved from one state to the next. It reaches the listeners given to
 * {@link Runspace#onStateChanged} and, as a typed event, the subscribers of the runspace and of its
 * parent. PowerShell's {@code StateChanged}.
 *
 * @param runspace the name of the runspace
 * @param from the state before
 * @param to the state now; it may have moved on by the time the event is handled
 * @param cause why it broke; null unless {@code to} is {@link RunspaceState#BROKEN}
 */
public record RunspaceStateChanged(
    String runspace, RunspaceState from, RunspaceState to, @Nullable Throwable cause) {}
