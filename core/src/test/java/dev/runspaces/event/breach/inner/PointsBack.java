package dev.runspaces.event.breach.inner;

import dev.runspaces.event.breach.KnowsTooMuch;

/** The other half of a cycle between packages. */
public class PointsBack {
  public String describe(KnowsTooMuch other) {
    return "a friend of " + other;
  }
}
