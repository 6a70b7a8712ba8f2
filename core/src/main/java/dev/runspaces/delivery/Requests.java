package dev.runspaces.delivery;

import dev.runspaces.event.Event;
import dev.runspaces.event.NoReplyException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The requests raised in one runspace that have no reply yet. Thread-safe. */
final class Requests {
  /** Null until there is one: most runspaces never request anything. */
  private @Nullable Set<Request> open;

  Request begin() {
    var request = new Request();
    remember(request);
    CompletableFuture<Event> unused =
        request.reply().whenComplete((reply, failure) -> forget(request));
    return request;
  }

  private synchronized void remember(Request request) {
    if (open == null) {
      open = new LinkedHashSet<>();
    }
    open.add(request);
  }

  private synchronized List<Request> left() {
    return open == null ? List.of() : new ArrayList<>(open);
  }

  void failAll(String runspace) {
    for (Request request : left()) {
      request.fail(
          new NoReplyException(
              "there was no reply to a request of runspace \"" + runspace + "\" when it was closed",
              null));
    }
  }

  private synchronized void forget(Request request) {
    if (open != null) {
      open.remove(request);
    }
  }
}
