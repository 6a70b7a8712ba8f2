package dev.runspaces.delivery;

import dev.runspaces.event.Event;
import dev.runspaces.event.NoReplyException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The requests raised in one runspace that have no reply yet. Thread-safe. */
final class Requests {
  private final Set<Request> open = new LinkedHashSet<>();

  Request begin() {
    var request = new Request();
    synchronized (open) {
      open.add(request);
    }
    CompletableFuture<Event> unused =
        request.reply().whenComplete((reply, failure) -> forget(request));
    return request;
  }

  void failAll(String runspace) {
    List<Request> left;
    synchronized (open) {
      left = new ArrayList<>(open);
    }
    for (Request request : left) {
      request.fail(
          new NoReplyException(
              "there was no reply to a request of runspace \"" + runspace + "\" when it was closed",
              null));
    }
  }

  private void forget(Request request) {
    synchronized (open) {
      open.remove(request);
    }
  }
}
