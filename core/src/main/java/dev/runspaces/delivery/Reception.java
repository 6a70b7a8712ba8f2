package dev.runspaces.delivery;

/** How an event was received in one runspace, by whom it was received best. */
enum Reception {
  /** Nobody there listens to it. */
  UNHEARD,
  /** Only those have heard it who listen to everything, to log it say. */
  OVERHEARD,
  /** Somebody has heard it who listens to such events. */
  HEARD
}
