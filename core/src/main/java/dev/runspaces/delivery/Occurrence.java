package dev.runspaces.delivery;

import dev.runspaces.event.Event;
import dev.runspaces.event.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was raised, the same for all who hear it, in whichever runspace. What differs from
 * one to the other is added by {@link #through}.
 */
public final class Occurrence implements Event {
  private static final AtomicIntegerFieldUpdater<Occurrence> HEARD_AT =
      AtomicIntegerFieldUpdater.newUpdater(Occurrence.class, "heardAt");

  private static final AtomicLongFieldUpdater<Occurrence> TIME =
      AtomicLongFieldUpdater.newUpdater(Occurrence.class, "time");

  /** Stands for the time at which somebody asks first. */
  static final long WHEN_ASKED = 0;

  private static final int NOWHERE = -1;
  private static final long NANOS = 1_000_000_000;

  private final Emission emission;
  private final String source;
  private final long sequence;

  /** When it was raised, see {@link #now}: a number, as many wait and few are asked. */
  private volatile long time;

  /** The deepest level at which somebody has heard it; a child's is one more than its parent's. */
  private volatile int heardAt = NOWHERE;

  Occurrence(Emission emission, String source, long sequence) {
    this(emission, source, sequence, now());
  }

  Occurrence(Emission emission, String source, long sequence, long time) {
    this.emission = emission;
    this.source = source;
    this.sequence = sequence;
    this.time = time;
  }

  /** Returns the time, in nanoseconds since 1970. */
  static long now() {
    Instant now = Instant.now();
    return now.getEpochSecond() * NANOS + now.getNano();
  }

  @Override
  public String sourceIdentifier() {
    return emission.sourceIdentifier();
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public long sequence() {
    return sequence;
  }

  @Override
  public Instant time() {
    if (time == WHEN_ASKED) {
      boolean unused = TIME.compareAndSet(this, WHEN_ASKED, now());
    }
    return Instant.ofEpochSecond(0, time);
  }

  @Override
  public @Nullable Object sender() {
    return emission.sender();
  }

  @Override
  public List<@Nullable Object> arguments() {
    return emission.arguments();
  }

  @Override
  public @Nullable Object messageData() {
    return null;
  }

  @Override
  public Subscription subscription() {
    throw new IllegalStateException(
        "event \""
            + sourceIdentifier()
            + "\" did not come through a subscription, but was raised, waited for or pending");
  }

  @Override
  public OptionalLong correlation() {
    return unheard().correlation();
  }

  @Override
  public boolean reply(@Nullable Object... arguments) {
    return answer(this, source, arguments);
  }

  private boolean answer(Event seen, String answerer, @Nullable Object... arguments) {
    Objects.requireNonNull(
        arguments, "reply: null instead of arguments; for one that is null write (Object) null");
    if (unheard() instanceof Request request) {
      return request.answer(seen, answerer, arguments);
    }
    throw new IllegalStateException(
        this + " is no request, and nobody waits for a reply; raise an event to answer it");
  }

  /** Returns whether it is the program's own, and no error and nothing that a runspace tells. */
  boolean isOrdinary() {
    return unheard().isForOrdinary();
  }

  /** Returns what becomes of it where nobody hears it. */
  Unheard unheard() {
    return emission.unheard();
  }

  /** Notes that somebody has heard it who listens to such events, and not just to everything. */
  void heardAt(int level) {
    if (heardAt == level) {
      return;
    }
    int before = heardAt;
    while (level > before && !HEARD_AT.compareAndSet(this, before, level)) {
      before = heardAt;
    }
  }

  boolean isHeardBelow(int level) {
    return heardAt > level;
  }

  boolean isHeardAnywhere() {
    return heardAt != NOWHERE;
  }

  /** Returns what it has in common with the events that it replaces in an inbox, if any. */
  @Nullable Object key(Inbox inbox) {
    Map<Inbox, Object> keys = emission.keys();
    return keys == null ? null : keys.get(inbox);
  }

  /** Returns where it has been; null if it is no concern of connected buses. */
  @Nullable Journey journey() {
    return emission.journey();
  }

  /** Tells whether it has not been there before, and notes that now it has. */
  boolean comesTo(Object place) {
    Journey journey = journey();
    return journey == null || journey.enter(place);
  }

  Event through(HubSubscription subscription) {
    return new DeliveredEvent(this, subscription);
  }

  @Override
  public String toString() {
    return "event \"" + sourceIdentifier() + "\" #" + sequence + " of \"" + source + "\"";
  }

  /** An occurrence, seen through the subscription that brought it. */
  private record DeliveredEvent(Occurrence occurrence, HubSubscription subscription)
      implements Event {

    @Override
    public String sourceIdentifier() {
      return occurrence.sourceIdentifier();
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
      return occurrence.time();
    }

    @Override
    public @Nullable Object sender() {
      return occurrence.sender();
    }

    @Override
    public List<@Nullable Object> arguments() {
      return occurrence.arguments();
    }

    @Override
    public @Nullable Object messageData() {
      return subscription.messageData();
    }

    @Override
    public OptionalLong correlation() {
      return occurrence.correlation();
    }

    @Override
    public boolean reply(@Nullable Object... arguments) {
      return occurrence.answer(this, subscription.runspace(), arguments);
    }

    @Override
    public String toString() {
      return occurrence.toString();
    }
  }
}
