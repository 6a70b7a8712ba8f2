package dev.runspaces.delivery;

import dev.runspaces.delivery.LimitedBacklog.Burst;
import dev.runspaces.event.EventsDropped;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells of what a backlog has dropped: once for all that is dropped before that is told. */
final class DropNews {
  private final EventHub hub;
  private final DeliveryContext context;
  private final LimitedBacklog backlog;

  /** Whether it will be told. */
  private final AtomicBoolean due = new AtomicBoolean();

  DropNews(EventHub hub, DeliveryContext context, LimitedBacklog backlog) {
    this.hub = hub;
    this.context = context;
    this.backlog = backlog;
  }

  /** Has it told, on the runspace's thread, if there is something new. Any thread. */
  void tellSoon() {
    if (backlog.hasBurst() && due.compareAndSet(false, true)) {
      long unused = context.execute(this::tell);
    }
  }

  /** Tells of a burst: of what was dropped while this letter was on its way. */
  void tell() {
    due.set(false);
    Burst burst = backlog.takeBurst();
    if (burst.count() > 0) {
      hub.eventsDropped(
          new EventsDropped(context.name(), burst.count(), burst.total(), context.overflow()));
    }
    burst.requests().forEach(DropNews::giveUp);
  }

  private static void giveUp(Occurrence dropped) {
    if (dropped.unheard() instanceof Request request) {
      request.wasDropped(dropped);
    }
  }
}
