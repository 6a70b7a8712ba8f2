package dev.runspaces.event;

/** The source identifiers of the events that runspaces raise by themselves. */
public final class EngineEvents {

  /**
   * Something failed: a script, or a handler of another event. Its payload is an {@link
   * ErrorOccurred}. Such an event climbs from parent to parent until somebody handles it.
   */
  public static final String ERRORS_OCCURRED = "ErrorsOccurred";

  /** A runspace has moved to another state; the payload is a {@code RunspaceStateChanged}. */
  public static final String STATE_CHANGED = "RunspaceStateChanged";

  private EngineEvents() {}
}
