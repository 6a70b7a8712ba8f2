package dev.runspaces.stream;

/** Stub. */
public enum StreamName {
  /** a */
  OUTPUT,
  /** a */
  ERROR,
  /** a */
  WARNING,
  /** a */
  VERBOSE,
  /** a */
  DEBUG,
  /** a */
  INFORMATION,
  /** a */
  PROGRESS
}
