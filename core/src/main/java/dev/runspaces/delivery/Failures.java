package dev.runspaces.delivery;

import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * What fails in one runspace, and the way of that: here, then to the parent, and so on until
 * somebody handles it. Thread-safe.
 */
final class Failures {
  private final DeliveryContext context;
  private final Source source;
  private final @Nullable EventHub parent;

  Failures(DeliveryContext context, Source source, @Nullable EventHub parent) {
    this.context = context;
    this.source = source;
    this.parent = parent;
  }

  /** Reports what belongs to the runspace and is neither script nor handler. */
  void report(Throwable failure) {
    var error = ErrorOccurred.outsideHandlers(failure, context.name());
    source.report(error, new Climbing(() -> context.uncaught(error)));
  }

  void reportHandler(Throwable failure, Event event) {
    var error = new ErrorOccurred(failure, context.name(), event, event.subscription());
    var climbing = new Climbing(() -> context.uncaught(error));
    if (event.payload() instanceof ErrorOccurred) {
      // A handler of errors that fails must not be asked to handle its own failure.
      source.reportAbove(error, climbing);
    } else {
      source.report(error, climbing);
    }
  }

  /** Lets an error that nobody here has handled go on. */
  void climb(Occurrence error, Climbing climbing) {
    if (parent == null) {
      climbing.orElse().run();
    } else {
      long taken = parent.inbox().acceptError(error);
      parent.inbox().seeTo(taken);
      if (taken == Inbox.REFUSED) {
        parent.failures().climb(error, climbing);
      }
    }
  }
}
