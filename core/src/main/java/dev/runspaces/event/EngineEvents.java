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

  /**
   * A runspace has begun to run scripts, or has ended it. Raised only where somebody subscribes to
   * it, as it comes twice for each script; the payload is a {@code RunspaceAvailabilityChanged}.
   * PowerShell's {@code AvailabilityChanged}.
   */
  public static final String AVAILABILITY_CHANGED = "RunspaceAvailabilityChanged";

  /**
   * A runspace could not deliver events because too many were waiting, see {@link Overflow}. Told
   * once for a burst; the payload is an {@link EventsDropped}.
   */
  public static final String EVENTS_DROPPED = "EventsDropped";

  /**
   * A runspace has nothing to do at the moment: no script runs and no event is under way. Raised
   * only where somebody subscribes to it, at most once each time that the runspace has become idle;
   * without a payload. PowerShell's {@code PowerShell.OnIdle}.
   */
  public static final String ON_IDLE = "RunspaceIdle";

  /**
   * A runspace begins to close: its last chance to raise and to hear events. Raised only where
   * somebody subscribes to it; without a payload, the {@linkplain Event#source() source} says
   * which. The closing goes on when the runspace's own handlers have heard it: one on an
   * {@linkplain SubscriptionBuilder#deliverOn executor} may come too late to raise anything.
   * PowerShell's {@code PowerShell.Exiting}.
   */
  public static final String EXITING = "RunspaceExiting";

  private EngineEvents() {}
}
