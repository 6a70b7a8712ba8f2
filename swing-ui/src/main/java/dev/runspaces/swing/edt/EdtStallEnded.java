package dev.runspaces.swing.edt;

import java.time.Duration;

/**
 * The EDT answers again: the payload of an {@code EdtStallEnded} event, which follows each {@link
 * EdtStalled}.
 *
 * @param lasted how long it had not answered in all
 */
public record EdtStallEnded(Duration lasted) {

  @Override
  public String toString() {
    return "the EDT answers again, after " + lasted.toMillis() + " ms";
  }
}
