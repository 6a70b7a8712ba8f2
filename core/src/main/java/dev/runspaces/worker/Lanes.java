package dev.runspaces.worker;

/** What of a runspace's letters is meant. */
public enum Lanes {
  /** Deliveries of events only. */
  DELIVERIES,
  /** Whatever came first: deliveries, and work. */
  ALL
}
