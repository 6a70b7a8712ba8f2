package dev.runspaces.delivery;

/** What one subscription is to hear of, on whichever thread its executor has. */
final class Handed extends Arrival {
  private final Object selected;

  /**
   * Keeps what has come.
   *
   * @param selected what the handler is given: the event, or its payload
   */
  Handed(Arrival arrival, Object selected) {
    set(arrival);
    this.selected = selected;
  }

  Object selected() {
    return selected;
  }
}
