package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.runspaces.event.Event;
import dev.runspaces.event.EventManager;
import dev.runspaces.event.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The handle of a handler: listed, counted, closed. */
@Timeout(30)
class SubscriptionTest {
  private final Gate gate = new Gate();
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final Runspace worker = Runspaces.open("worker");
  private final EventManager events = worker.events();
  private final Heard<Event> heard = new Heard<>();

  @AfterEach
  void close() {
    gate.open();
    worker.close();
  }

  /** Keeps the runspace's thread busy until the gate opens, so that events queue up. */
  private void holdTheThread() throws InterruptedException {
    var held = new Gate();
    worker.begin(
        Script.action(
            context -> {
              held.open();
              gate.pass();
            }));
    held.pass();
  }

  @Test
  void areListedOldestFirstWithNumberAndTarget() {
    Subscription first = events.on("Ready", heard);
    Subscription second = events.on(Integer.class, log::add);

    assertThat(events.subscriptions()).containsExactly(first, second);
    assertThat(first.id()).isEqualTo(1);
    assertThat(second.id()).isEqualTo(2);
    assertThat(first.target()).isEqualTo("Ready");
    assertThat(second.target()).isEqualTo("java.lang.Integer");
    assertThat(first).hasToString("subscription 1 to \"Ready\"");
    assertThat(first.isActive()).isTrue();
    assertThat(first.messageData()).isNull();
  }

  @Test
  void areFoundByPattern() {
    Subscription ready = events.on("Ready", heard);
    Subscription ready2 = events.on("Ready2", heard);
    Subscription number = events.on(Integer.class, log::add);

    assertThat(events.subscriptions("ready")).containsExactly(ready);
    assertThat(events.subscriptions("ready*")).containsExactly(ready, ready2);
    assertThat(events.subscriptions("*.int??er")).containsExactly(number);
    assertThat(events.subscriptions("none")).isEmpty();
  }

  @Test
  void listenToANameAndNotToAPattern() {
    events.on("Rea*", heard);

    events.raise("Ready");
    events.raise("Rea*");
    worker.close();

    assertThat(heard.all()).extracting(Event::sourceIdentifier).containsExactly("Rea*");
  }

  @Test
  void thatAreHiddenHearButAreNotListed() {
    Subscription hidden = events.on("Ready").hidden().maxTriggers(2).handle(heard);
    events.on(Event.class).hidden().messageData("data").handle(event -> log.add("data"));

    events.raise("Ready");
    worker.events().raise("Ready");
    assertThat(heard.await(2)).hasSize(2);

    assertThat(hidden.triggers()).isEqualTo(2);
    assertThat(events.subscriptions()).isEmpty();
    assertThat(events.subscriptions("*")).isEmpty();
    worker.close();
    assertThat(hidden.isActive()).isFalse();
  }

  @Test
  void nothingIsRegisteredBeforeTheHandler() {
    events.on("Ready").maxTriggers(1);

    assertThat(events.subscriptions()).isEmpty();
  }

  @Test
  void hearOnlyWhatIsRaisedAfterTheyRegistered() throws Exception {
    events.on("Ready", event -> log.add("early"));
    holdTheThread();
    events.raise("Ready", 1);
    events.on("Ready", heard);
    events.raise("Ready", 2);
    gate.open();
    worker.close();

    assertThat(heard.all()).extracting(Event::payload).containsExactly(2);
    assertThat(log).hasSize(2);
  }

  @Test
  void areToldInTheOrderOfTheirRegistration() {
    for (int i = 0; i < 20; i++) {
      int number = i;
      events.on("Ready", event -> log.add(number));
    }
    events.raise("Ready");
    worker.close();

    assertThat(log).hasSize(20).isSortedAccordingTo((a, b) -> (int) a - (int) b);
  }

  @Test
  void endByThemselvesAfterSoManyTriggers() throws Exception {
    Subscription twice = events.on("Ready").maxTriggers(2).handle(heard);
    holdTheThread();
    for (int i = 0; i < 5; i++) {
      events.raise("Ready", i);
    }
    gate.open();
    worker.close();

    assertThat(heard.all()).extracting(Event::payload).containsExactly(0, 1);
    assertThat(twice.triggers()).isEqualTo(2);
    assertThat(twice.isActive()).isFalse();
  }

  @Test
  void needAtLeastOneTrigger() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> events.on("Ready").maxTriggers(0))
        .withMessage("maxTriggers(0): at least 1 is needed");
  }

  @Test
  void closingTwiceIsHarmless() {
    Subscription subscription = events.on("Ready", heard);

    subscription.close();
    subscription.close();

    assertThat(subscription.isActive()).isFalse();
    assertThat(events.subscriptions()).isEmpty();
  }

  @Test
  void aClosedOneHearsNothingMoreNotEvenWhatWasQueued() throws Exception {
    Subscription subscription = events.on("Ready", heard);
    holdTheThread();
    events.raise("Ready");
    subscription.close();
    gate.open();
    worker.close();

    assertThat(heard.all()).isEmpty();
  }

  @Test
  void aHandlerMayCloseItselfWithEventsAlreadyQueued() throws Exception {
    events.on(
        "Ready",
        event -> {
          log.add(event.payload() == null ? "none" : event.payload());
          event.subscription().close();
        });
    holdTheThread();
    events.raise("Ready", 1);
    events.raise("Ready", 2);
    gate.open();
    worker.close();

    assertThat(log).containsExactly(1);
  }

  @Test
  void aHandlerMayCloseItsPeersEvenForTheEventThatItHandles() throws Exception {
    List<Subscription> peers = new ArrayList<>();
    events.on("Ready", event -> peers.forEach(Subscription::close));
    peers.add(events.on("Ready", heard));
    peers.add(events.on("Ready", heard));

    events.raise("Ready");
    worker.close();

    assertThat(heard.all()).isEmpty();
  }

  @Test
  void aHandlerMaySubscribeAndTheNewOneHearsWhatIsRaisedLater() throws Exception {
    events.on("Ready").maxTriggers(1).handle(event -> events.on("Ready", heard));

    events.raise("Ready", "first");
    worker.invoke(context -> "the first has been delivered");
    events.raise("Ready", "second");
    worker.close();

    assertThat(heard.all()).extracting(Event::payload).containsExactly("second");
  }

  @Test
  void endWithTheRunspace() {
    Subscription subscription = events.on("Ready", heard);

    worker.close();

    assertThat(subscription.isActive()).isFalse();
    assertThat(events.subscriptions()).isEmpty();
  }
}
