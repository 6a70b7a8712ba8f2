package dev.runspaces.delivery;

import dev.runspaces.event.Event;
import dev.runspaces.event.Subscription;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was raised, the same for all who hear it. What differs from one to the other is
 * added by {@link #through}.
 *
 * @param unheard what becomes of it where nobody hears it
 */
public record Occurrence(
    String sourceIdentifier,
    String source,
    long sequence,
    Instant time,
    @Nullable Object sender,
    List<@Nullable Object> arguments,
    Unheard unheard)
    implements Event {

  @Override
  public @Nullable Object messageData() {
    return null;
  }

  @Override
  public Subscription subscription() {
    throw new IllegalStateException(
        "event \""
            + sourceIdentifier
            + "\" did not come through a subscription, but was raised, waited for or pending");
  }

  Event through(Subscription subscription) {
    return new DeliveredEvent(this, subscription);
  }

  @Override
  public String toString() {
    return "event \"" + sourceIdentifier + "\" #" + sequence + " of \"" + source + "\"";
  }

  /** An occurrence, seen through the subscription that brought it. */
  private record DeliveredEvent(Occurrence occurrence, Subscription subscription) implements Event {

    @Override
    public String sourceIdentifier() {
      return occurrence.sourceIdentifier;
    }

    @Override
    public String source() {
      return occurrence.source;
    }

    @Override
    public long sequence() {
      return occurrence.sequence;
    }

    @Override
    public Instant time() {
      return occurrence.time;
    }

    @Override
    public @Nullable Object sender() {
      return occurrence.sender;
    }

    @Override
    public List<@Nullable Object> arguments() {
      return occurrence.arguments;
    }

    @Override
    public @Nullable Object messageData() {
      return subscription.messageData();
    }

    @Override
    public String toString() {
      return occurrence.toString();
    }
  }
}
