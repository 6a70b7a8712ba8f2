package dev.runspaces.delivery;

import dev.runspaces.event.EngineEvents;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Event;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a subscription wants to hear, and as what it wants to be given it. */
sealed interface Interest {

  /** Returns what to hand to the handler, or null if this event is of no interest. */
  @Nullable Object select(Arrival arrival, HubSubscription subscription);

  /** Tells how much it means that this interest was met by an event. */
  default Reception reception(Arrival arrival) {
    return Reception.HEARD;
  }

  /** Returns how it is named in lists: a source identifier or a type. */
  String target();

  /** Tells whether it is given events as such, and not only what they carry. */
  default boolean showsEvents() {
    return true;
  }

  /** Tells whether it is only ended with the hub, whoever else wants to end it. */
  default boolean staysToTheEnd() {
    return false;
  }

  /** No event at all. */
  static Interest nothing() {
    return new InCallsOf(new Object(), "nothing");
  }

  /** What is to be run in order with events, and is none. */
  record InCalls() implements Interest {
    @Override
    public @Nullable Object select(Arrival arrival, HubSubscription subscription) {
      return arrival.unheard() instanceof Calls.Call call ? call : null;
    }

    @Override
    public String target() {
      return "calls";
    }

    @Override
    public boolean showsEvents() {
      return false;
    }

    /** An error event shows whose handler has failed: to end that would end all calls. */
    @Override
    public boolean staysToTheEnd() {
      return true;
    }

    /** Tells whether this is of no interest to anybody else. */
    static boolean include(Arrival arrival) {
      return arrival.unheard() instanceof Calls.Call;
    }

    /** Does what was selected. */
    void handle(Object selected) throws Exception {
      ((Calls.Call) selected).run();
    }
  }

  /** The events that come from one listener. */
  record InCallsOf(Object listener, String target) implements Interest {
    @Override
    public @Nullable Object select(Arrival arrival, HubSubscription subscription) {
      return arrival.unheard() instanceof ObjectCalls.Kept kept && kept.listener() == listener
          ? arrival.occurrence().through(subscription)
          : null;
    }
  }

  /** What users have raised, as it is, for another place; no concern of anybody here. */
  record Onward(RelayPoint next, Passage passage) implements Interest {
    @Override
    public @Nullable Object select(Arrival arrival, HubSubscription subscription) {
      if (arrival.isPayloadOnly()) {
        return null;
      }
      Occurrence occurrence = arrival.occurrence();
      return occurrence.journey() == null || occurrence.payload() == null ? null : occurrence;
    }

    @Override
    public Reception reception(Arrival arrival) {
      return Reception.UNHEARD;
    }

    @Override
    public String target() {
      return "every event, for " + next;
    }

    /** Hands over what was selected. */
    void handle(Object selected) {
      var occurrence = (Occurrence) selected;
      Object payload = Objects.requireNonNull(occurrence.payload());
      Journey journey = Objects.requireNonNull(occurrence.journey());
      passage.pass(() -> next.relay(payload, journey));
    }
  }

  /** The events raised under a name, whatever its case. */
  record InName(String target) implements Interest {
    @Override
    public @Nullable Object select(Arrival arrival, HubSubscription subscription) {
      return target.equalsIgnoreCase(arrival.sourceIdentifier()) && !InCalls.include(arrival)
          ? arrival.occurrence().through(subscription)
          : null;
    }
  }

  /** The events whose payload is of a type; {@code Event} itself stands for all. */
  record InType(Class<?> type) implements Interest {
    @Override
    public @Nullable Object select(Arrival arrival, HubSubscription subscription) {
      Object payload = arrival.payload();
      if (type != Event.class && payload != null && type.isInstance(payload)) {
        return payload;
      }
      boolean isWanted = type == Event.class || (payload == null && type == Object.class);
      return isWanted && !InCalls.include(arrival)
          ? arrival.occurrence().through(subscription)
          : null;
    }

    @Override
    public boolean showsEvents() {
      return !isOfPayloads();
    }

    /** Tells whether what is handed on is never the event, but what it carries. */
    boolean isOfPayloads() {
      return type != Event.class && type != Object.class;
    }

    /** Somebody who listens to everything, to log it say, must not make errors disappear. */
    @Override
    public Reception reception(Arrival arrival) {
      boolean particular =
          isError(arrival)
              ? type == ErrorOccurred.class
              : type != Event.class && type != Object.class && !isRequest(arrival);
      return particular ? Reception.HEARD : Reception.OVERHEARD;
    }

    /** Who is given the payload alone cannot answer. */
    private static boolean isRequest(Arrival arrival) {
      return arrival.unheard() instanceof Request;
    }

    private static boolean isError(Arrival arrival) {
      return arrival.payload() instanceof ErrorOccurred
          && EngineEvents.ERRORS_OCCURRED.equals(arrival.sourceIdentifier());
    }

    @Override
    public String target() {
      return type.getName();
    }
  }
}
