package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.runspaces.event.Event;
import dev.runspaces.event.Registration;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a subscriber who comes late hears of the time before. */
@Timeout(30)
class EventHistoryTest {
  private final Runspace worker = Runspaces.open("worker");
  private final Heard<Event> heard = new Heard<>();

  @AfterEach
  void close() {
    worker.close();
  }

  private void raise(String name, int from, int to) {
    IntStream.rangeClosed(from, to).forEach(number -> worker.events().raise(name, number));
  }

  private List<Object> payloads() throws InterruptedException {
    Object unused = worker.invoke(context -> "all that was raised before is delivered");
    return heard.all().stream().map(event -> event.argument(0)).map(Object.class::cast).toList();
  }

  @Test
  void areTheLastEventsInOrderAndThenTheNewOnes() throws InterruptedException {
    worker.events().remember("Price", 3);
    raise("Price", 1, 5);
    worker.events().on("Price").withHistory().handle(heard);
    raise("Price", 6, 7);

    assertThat(payloads()).containsExactly(3, 4, 5, 6, 7);
  }

  @Test
  void areHeardByThoseWhoAskForThemAlone() throws InterruptedException {
    worker.events().remember("Price", 3);
    raise("Price", 1, 5);
    worker.events().on("Price", heard);
    raise("Price", 6, 6);

    assertThat(payloads()).containsExactly(6);
  }

  @Test
  void areNothingWhereNothingIsRemembered() throws InterruptedException {
    raise("Price", 1, 5);
    worker.events().on("Price").withHistory().handle(heard);
    raise("Price", 6, 6);

    assertThat(payloads()).containsExactly(6);
  }

  @Test
  void areHeardByEachLateSubscriber() throws InterruptedException {
    var others = new Heard<Integer>();
    worker.events().remember("Pri*", 2);
    raise("Price", 1, 3);
    worker.events().on("price").withHistory().handle(heard);
    worker.events().on(Integer.class).withHistory().handle(others);

    assertThat(payloads()).containsExactly(2, 3);
    assertThat(others.all()).containsExactly(2, 3);
  }

  @Test
  void areEachHeardOnceWhereTwoMemoriesHaveThem() throws InterruptedException {
    worker.events().remember("Price", 2);
    worker.events().remember("*", 3);
    raise("Price", 1, 4);
    worker.events().on("Price").withHistory().handle(heard);

    assertThat(payloads()).containsExactly(2, 3, 4);
  }

  @Test
  void countAsTriggers() throws InterruptedException {
    worker.events().remember("Price", 3);
    raise("Price", 1, 3);
    worker.events().on("Price").withHistory().maxTriggers(2).handle(heard);
    raise("Price", 4, 4);

    assertThat(payloads()).containsExactly(1, 2);
  }

  @Test
  void areForgottenWithTheirRegistration() throws InterruptedException {
    Registration memory = worker.events().remember("Price", 3);
    raise("Price", 1, 3);
    memory.close();
    worker.events().on("Price").withHistory().handle(heard);

    assertThat(payloads()).isEmpty();
  }

  @Test
  void areThoseFromBelowToo() throws InterruptedException {
    worker.events().remember("Price", 3);
    Runspace child = worker.open("child");
    child.events().raise("Price", 42);
    worker.events().on("Price").withHistory().handle(heard);

    assertThat(payloads()).containsExactly(42);
    assertThat(heard.all().get(0).source()).isEqualTo("child");
  }

  @Test
  void haveNoGapAndNothingTwiceWhileOthersRaise() throws Exception {
    int count = 20_000;
    worker.events().remember("Price", count);
    var raiser = new Thread(() -> raise("Price", 1, count));
    raiser.start();
    worker.events().on("Price").withHistory().handle(heard);
    raiser.join();

    assertThat(payloads())
        .isEqualTo(IntStream.rangeClosed(1, count).boxed().map(Object.class::cast).toList());
  }

  @Test
  void comeFirstAlsoIfTheHandlerWaitsInTheMidstOfThem() throws InterruptedException {
    var newest = new CompletableFuture<Object>();
    worker.events().remember("Price", 3);
    raise("Price", 1, 3);
    worker
        .events()
        .on("Price")
        .withHistory()
        .handle(
            event -> {
              heard.handle(event);
              if (Integer.valueOf(1).equals(event.argument(0))) {
                raise("Price", 4, 4);
                Object unused = Runspaces.await(newest, Duration.ofSeconds(10));
              } else if (Integer.valueOf(4).equals(event.argument(0))) {
                newest.complete(event);
              }
            });

    assertThat(payloads()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void needAtLeastOneEvent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> worker.events().remember("Price", 0))
        .withMessage("remember(\"Price\", 0): at least 1 event is needed");
  }

  /** Both need what puts events in order, and what keeps subscribers out of a closed runspace. */
  @Test
  void doNotKeepARunspaceFromBeingClosedWhileEventsAreRaised() throws InterruptedException {
    for (int round = 0; round < 50; round++) {
      Runspace closing = Runspaces.open("closing");
      closing.events().remember("*", 3);
      closing.events().on("Price", event -> {});
      var begun = new Gate();
      var raiser = new Thread(() -> raiseUntilItIsClosed(closing, begun), "raiser");
      raiser.setDaemon(true);
      raiser.start();
      begun.pass();

      var closer = new Thread(closing::close, "closer");
      closer.setDaemon(true);
      closer.start();

      closer.join(10_000);
      raiser.join(10_000);
      assertThat(closer.isAlive() || raiser.isAlive()).as("somebody waits for ever").isFalse();
    }
  }

  private static void raiseUntilItIsClosed(Runspace closing, Gate begun) {
    try {
      while (true) {
        closing.events().raise("Price", 1);
        begun.open();
      }
    } catch (IllegalStateException closed) {
      // That is how it ends.
    }
  }
}
