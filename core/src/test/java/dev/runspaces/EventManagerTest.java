package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.runspaces.event.Event;
import dev.runspaces.event.EventManager;
import dev.runspaces.event.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Subscribing and being told. Waiting is {@link PendingEventsTest}, order {@link EventOrderTest}.
 */
@Timeout(30)
class EventManagerTest {
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final Runspace worker = Runspaces.open("worker");
  private final EventManager events = worker.events();

  @AfterEach
  void close() {
    worker.close();
  }

  /** Something that happens in a program, as an object of its own. */
  private record Saved(String file) implements Comparable<Saved> {
    @Override
    public int compareTo(Saved other) {
      return file.compareTo(other.file);
    }
  }

  @Nested
  class Refusals {
    @Test
    void ofAnArgumentThatIsNotThereSayHowManyThereAre() {
      Event two = events.raise("Saved", "a", "b");
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> two.argument(3))
          .withMessage(
              "argument(3): event \"Saved\" has 2 arguments; the first is argument(0), the last"
                  + " argument(1)");
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> two.argument(-1))
          .withMessageStartingWith("argument(-1): event \"Saved\" has 2 arguments");
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> events.raise("One", "a").argument(1))
          .withMessage(
              "argument(1): event \"One\" has 1 argument; the first is argument(0), the last"
                  + " argument(0)");
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> events.raise("None").argument(0))
          .withMessage("argument(0): event \"None\" has no arguments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void ofABlankNameSayThatANameIsNeeded(String blank) {
      refused("raise", blank, () -> events.raise(blank));
      refused("raiseFrom", blank, () -> events.raiseFrom(this, blank));
      refused("request", blank, () -> events.request(blank));
      refused("on", blank, () -> events.on(blank));
      refused("on", blank, () -> events.on(blank, event -> {}));
      refused("await", blank, () -> events.await(blank, Duration.ZERO));
    }

    private static void refused(String call, String blank, ThrowingCallable what) {
      assertThatIllegalArgumentException()
          .isThrownBy(what)
          .withMessage(
              "%s(\"%s\"): a source identifier must have at least one character that is not"
                  + " white space",
              call, blank);
    }
  }

  @Nested
  class ByName {
    private final Heard<Event> heard = new Heard<>();

    @Test
    void caseIsIgnored() {
      events.on("Ready", heard);

      events.raise("READY");
      events.raise("ready");
      events.raise("Steady");
      worker.close();

      assertThat(heard.all()).extracting(Event::sourceIdentifier).containsExactly("READY", "ready");
    }

    @Test
    void theEventCarriesAllThatItWasRaisedWith() {
      var sender = new Object();
      var data = new Object();
      Subscription subscription = events.on("Ready").messageData(data).handle(heard);
      Instant before = Instant.now();

      Event raised = events.raiseFrom(sender, "Ready", "first", null, 3);
      Event event = heard.awaitFirst();

      assertThat(event.sender()).isSameAs(sender);
      assertThat(event.messageData()).isSameAs(data);
      assertThat(event.subscription()).isSameAs(subscription);
      assertThat(event.source()).isEqualTo("worker");
      assertThat(event.time()).isBetween(before, Instant.now()).isEqualTo(raised.time());
      assertThat(event.sequence()).isPositive().isEqualTo(raised.sequence());
      assertThat(event.arguments()).containsExactly("first", null, 3);
      assertThat(event.argument(2)).isEqualTo(3);
      assertThat(event.payload()).isEqualTo("first");
      assertThat(event)
          .hasToString("event \"Ready\" #" + raised.sequence() + " of \"worker\"")
          .hasToString(raised.toString());
    }

    @Test
    void anEventWithoutArgumentsHasNoPayloadAndNoSender() {
      Event event = events.raise("Ready");

      assertThat(event.arguments()).isEmpty();
      assertThat(event.payload()).isNull();
      assertThat(event.sender()).isNull();
      assertThat(event.messageData()).isNull();
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> event.argument(0));
    }

    @Test
    void theArgumentsCannotBeChangedAfterwards() {
      Object[] arguments = {"before"};
      Event event = events.raise("Ready", arguments);
      arguments[0] = "after";

      assertThat(event.arguments()).containsExactly("before");
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> event.arguments().clear());
    }

    @Test
    void theEventThatWasRaisedHasNoSubscription() {
      Event raised = events.raise("Ready");

      assertThatIllegalStateException()
          .isThrownBy(raised::subscription)
          .withMessage(
              "event \"Ready\" did not come through a subscription, but was raised, waited for or"
                  + " pending");
    }

    @Test
    void anOrdinaryEventHasNoError() {
      Event raised = events.raise("Ready", 1);

      assertThatIllegalStateException()
          .isThrownBy(raised::error)
          .withMessage("event \"Ready\" is no error event: it carries 1");
    }
  }

  @Nested
  class ByType {

    @Test
    void thePayloadIsHandedOverWhereverItWasRaised() {
      var heard = new Heard<Saved>();
      events.on(Saved.class, heard);

      Event posted = events.post(new Saved("a.txt"));
      events.raise("AnyName", new Saved("b.txt"), "more");
      events.post("something else");
      worker.close();

      assertThat(posted.sourceIdentifier()).isEqualTo("Saved");
      assertThat(heard.all()).containsExactly(new Saved("a.txt"), new Saved("b.txt"));
    }

    @Test
    void supertypesHearTooAndOtherTypesDoNot() {
      var heard = new Heard<Comparable<?>>();
      events.on(Comparable.class, event -> heard.handle(event));
      events.on(Number.class, log::add);

      events.post(new Saved("a.txt"));
      worker.close();

      assertThat(heard.all()).containsExactly(new Saved("a.txt"));
      assertThat(log).isEmpty();
    }

    @Test
    void eventStandsForEverything() {
      var heard = new Heard<Event>();
      events.on(Event.class, heard);

      events.raise("Ready");
      events.post(new Saved("a.txt"));
      worker.close();

      assertThat(heard.all())
          .extracting(Event::sourceIdentifier)
          .containsExactly("Ready", "Saved", "RunspaceStateChanged");
    }

    @Test
    void eventStandsAlsoForThoseThatCarryAnEvent() {
      var heard = new Heard<Event>();
      Event first = events.raise("First");
      events.on(Event.class, heard);

      events.raise("PassedOn", first);
      worker.close();

      assertThat(heard.all()).extracting(Event::sourceIdentifier).startsWith("PassedOn");
      assertThat(heard.all().get(0).payload()).isSameAs(first);
      assertThat(heard.all().get(0).subscription().target()).isNotEmpty();
    }

    @Test
    void objectStandsForEverythingByItsPayload() {
      events.on(Object.class, log::add);

      events.post(new Saved("a.txt"));
      Event ready = events.raise("Ready");
      worker.close();

      assertThat(log).hasSize(3).startsWith(new Saved("a.txt"));
      assertThat(log.get(1)).hasToString(ready.toString());
    }

    @Test
    void aPrimitiveTypeIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> events.on(int.class))
          .withMessage("on(int): no event is of a primitive type; subscribe to its wrapper class");
    }
  }

  @Nested
  class AfterClose {

    @Test
    void raisingIsRefused() {
      worker.close();

      assertThatIllegalStateException()
          .isThrownBy(() -> events.raise("Ready"))
          .withMessage(
              "raising \"Ready\" was refused: runspace \"worker\" is closed, and its events with"
                  + " it; use those of an open runspace, such as its parent");
      assertThatIllegalStateException().isThrownBy(() -> events.raiseFrom("me", "Ready"));
      assertThatIllegalStateException()
          .isThrownBy(() -> events.post(new Saved("a.txt")))
          .withMessageStartingWith("raising \"Saved\" was refused:");
    }

    @Test
    void subscribingIsRefused() {
      worker.close();

      assertThatIllegalStateException()
          .isThrownBy(() -> events.on("Ready", log::add))
          .withMessageStartingWith(
              "subscribing to \"Ready\" was refused: runspace \"worker\" is closed,");
      assertThat(events.subscriptions()).isEmpty();
    }
  }
}
