package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.event.Event;
import dev.runspaces.event.EventManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each event once, in the order in which it was raised, for everybody. */
@Timeout(60)
class EventOrderTest {
  private static final int RAISERS = 4;
  private static final int EVENTS_EACH = 10_000;

  private final Runspace parent = Runspaces.open("parent");
  private final Runspace child = parent.open("child");

  @AfterEach
  void close() {
    parent.close();
  }

  /** What one of several threads raises. */
  private record Numbered(int raiser, int number) {}

  private static void raiseFromManyThreads(EventManager events) throws InterruptedException {
    var raisers = new ArrayList<Thread>();
    for (int i = 0; i < RAISERS; i++) {
      int raiser = i;
      var thread =
          new Thread(
              () -> {
                for (int number = 0; number < EVENTS_EACH; number++) {
                  events.raise("Numbered", new Numbered(raiser, number));
                }
              });
      thread.start();
      raisers.add(thread);
    }
    for (Thread raiser : raisers) {
      raiser.join();
    }
  }

  private static void assertEachOnceInOrder(List<Event> events) {
    assertThat(events).hasSize(RAISERS * EVENTS_EACH);
    int[] next = new int[RAISERS];
    long lastSequence = 0;
    for (Event event : events) {
      if (!(event.payload() instanceof Numbered numbered)) {
        throw new AssertionError("unexpected " + event);
      }
      assertThat(numbered.number()).isEqualTo(next[numbered.raiser()]++);
      assertThat(event.sequence()).isGreaterThan(lastSequence);
      lastSequence = event.sequence();
    }
    assertThat(Arrays.stream(next)).containsOnly(EVENTS_EACH);
  }

  @Test
  void manyRaisersAreHeardInTheOrderOfEachAndOfTheSequenceNumbers() throws Exception {
    var heard = new Heard<Event>();
    parent.events().on("Numbered", heard);

    raiseFromManyThreads(parent.events());
    parent.close();

    assertEachOnceInOrder(heard.all());
  }

  @Test
  void theParentHearsTheSameOrderAsTheChild() throws Exception {
    var heardByChild = new Heard<Event>();
    var heardByParent = new Heard<Event>();
    child.events().on("Numbered", heardByChild);
    parent.events().on("Numbered", heardByParent);

    raiseFromManyThreads(child.events());
    parent.close();

    assertEachOnceInOrder(heardByChild.all());
    assertThat(heardByParent.all())
        .extracting(Event::sequence)
        .containsExactlyElementsOf(heardByChild.all().stream().map(Event::sequence).toList());
  }

  @Test
  void aHandlerThatWaitsDoesNotLetLaterEventsOvertakeForTheOthers() {
    var done = new Gate();
    List<Object> log = new CopyOnWriteArrayList<>();
    EventManager events = parent.events();
    events
        .on("Step")
        .maxTriggers(2)
        .handle(
            event -> {
              // Later events are delivered in the middle of this one.
              assertThat(events.await("Continue", Duration.ofSeconds(10))).isPresent();
            });
    events.on("Step", event -> log.add(event.argument(0)));
    events
        .on("Done")
        .handle(
            event -> {
              events.raise("Continue");
              events.raise("Continue");
              done.open();
            });

    for (int i = 1; i <= 5; i++) {
      events.raise("Step", i);
    }
    events.raise("Done");

    eventually(() -> assertThat(done.isOpen()).isTrue());
    parent.close();
    assertThat(log).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void whatAHandlerRaisesIsHeardAfterTheEventThatItHandles() {
    List<Object> log = new CopyOnWriteArrayList<>();
    EventManager events = parent.events();
    events.on(
        "First",
        event -> {
          events.raise("Second");
          log.add("first handled");
        });
    events.on("Second", event -> log.add("second handled"));
    events.on("First", event -> log.add("first handled by the other"));

    events.raise("First");

    eventually(
        () ->
            assertThat(log)
                .containsExactly("first handled", "first handled by the other", "second handled"));
  }
}
