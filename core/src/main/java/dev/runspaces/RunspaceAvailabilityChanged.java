package dev.runspaces;

/**
 * The event that a runspace has begun to run scripts, or has ended it. PowerShell's {@code
 * AvailabilityChanged}.
 *
 * @param runspace the name of the runspace
 * @param from what it was
 * @param to what it is now; it may have changed again by the time the event is handled
 */
public record RunspaceAvailabilityChanged(
    String runspace, RunspaceAvailability from, RunspaceAvailability to) {}
