package dev.runspaces.delivery;

import dev.runspaces.event.Event;
import dev.runspaces.event.NoReplyException;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * An event that somebody waits to have answered. Where nobody hears it, it is told so; if that is
 * everywhere, there will be no reply.
 */
final class Request implements Unheard {
  private static final AtomicLong LAST_ID = new AtomicLong();

  private final long id = LAST_ID.incrementAndGet();
  private final CompletableFuture<Event> reply = new CompletableFuture<>();

  /** In how many hubs somebody may hear it or has; one more while it is being raised. */
  private final AtomicInteger chances = new AtomicInteger(1);

  private volatile @Nullable Throwable firstFailure;

  /** Whether it was dropped somewhere before anybody had heard it. */
  private volatile boolean dropped;

  CompletableFuture<Event> reply() {
    return reply;
  }

  /** Notes that a hub has taken it. */
  void entered() {
    chances.incrementAndGet();
  }

  /** Called where nobody has heard it, or only somebody who cannot answer, or who has failed. */
  @Override
  public void in(EventHub hub, Event event) {
    giveUpOne(event);
  }

  /** Takes a chance away; with the last one goes the hope of a reply. */
  void giveUpOne(Event request) {
    if (chances.decrementAndGet() == 0) {
      fail(noReplyTo(request));
    }
  }

  /** As {@link #giveUpOne}, where an overflow policy has dropped or replaced it. */
  void wasDropped(Event request) {
    dropped = true;
    giveUpOne(request);
  }

  private NoReplyException noReplyTo(Event request) {
    Throwable failure = firstFailure;
    if (failure != null) {
      return new NoReplyException(
          "every handler of request "
              + request
              + " has failed; the cause is what the first one threw",
          failure);
    }
    return dropped
        ? new NoReplyException(
            "request "
                + request
                + " was dropped before anybody heard it, or a newer event has taken its place, as"
                + " the overflow policy says; ask again, or choose another policy",
            null)
        : unheard(request.sourceIdentifier(), request.source());
  }

  /** Called on delivering threads, each of which hears of the other's only if there are two. */
  void handlerFailed(Throwable failure) {
    if (firstFailure == null) {
      firstFailure = failure;
    }
  }

  void fail(RuntimeException failure) {
    reply.completeExceptionally(failure);
  }

  /**
   * Answers it.
   *
   * @return whether nobody had before
   */
  boolean answer(Event request, String answerer, @Nullable Object... arguments) {
    Emission answer =
        Emission.of(request.sourceIdentifier(), new Answer(correlation()), arguments).from(request);
    return reply.complete(new Occurrence(answer, answerer, 0));
  }

  /** Takes no lock away from anybody: it is completed by who raises it, after that. */
  @Override
  public boolean isQuiet() {
    return true;
  }

  @Override
  public boolean isAlsoForOverheard() {
    return true;
  }

  @Override
  public OptionalLong correlation() {
    return OptionalLong.of(id);
  }

  static NoReplyException unheard(String sourceIdentifier, String source) {
    return new NoReplyException(
        "nobody hears the request \""
            + sourceIdentifier
            + "\" of runspace \""
            + source
            + "\"; subscribe to it, events().on(\""
            + sourceIdentifier
            + "\", event -> event.reply(...)), there or in its parent",
        null);
  }

  /** What goes with a reply: it belongs to a request, and nobody but who asked is told of it. */
  private record Answer(OptionalLong correlation) implements Unheard {
    @Override
    public void in(EventHub hub, Event event) {
      // It is not raised, and so never unheard.
    }
  }
}
