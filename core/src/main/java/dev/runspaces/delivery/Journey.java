package dev.runspaces.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Where an event has been, so that it comes to each place once, however many ways lead there.
 * Thread-safe. One posted twice makes two journeys, be it the same object.
 */
public final class Journey {
  /** The first two places, which are all that most events see: their own runspace, its parent. */
  private @Nullable Object first;

  private @Nullable Object second;
  private @Nullable Stop last;

  /** A place where it has been; before that it was elsewhere, or nowhere. */
  private record Stop(Object place, @Nullable Stop before) {}

  /**
   * Comes to a place.
   *
   * @param place what stands for it, by identity; kept as long as the journey
   * @return false if it has been there before
   */
  public synchronized boolean enter(Object place) {
    boolean isNew = !hasBeenAt(place);
    if (isNew) {
      if (first == null) {
        first = place;
      } else if (second == null) {
        second = place;
      } else {
        last = new Stop(place, last);
      }
    }
    return isNew;
  }

  /** Returns the place where it began; itself if it has not been anywhere. */
  public synchronized Object start() {
    return first == null ? this : first;
  }

  /** Tells whether it has been at a place. */
  synchronized boolean hasBeenAt(Object place) {
    if (place == first || place == second) {
      return true;
    }
    for (Stop stop = last; stop != null; stop = stop.before) {
      if (stop.place == place) {
        return true;
      }
    }
    return false;
  }
}
