package dev.runspaces.delivery;

import dev.runspaces.event.EventCounts;

/** What an inbox counts on the way. Guarded by the inbox's lock. */
final class InboxCounts {
  long delivered;
  long failed;
  int peak;

  EventCounts of(long raised, int pending, int kept) {
    return new EventCounts(raised, delivered, pending, kept, 0, 0, failed, peak);
  }
}
