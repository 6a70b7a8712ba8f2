package dev.runspaces.delivery;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Event;
import dev.runspaces.event.Overflow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is run in order with events, and is none. */
@Timeout(30)
class CallsTest {
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final Runspace parent = Runspaces.open("parent");

  @AfterEach
  void close() {
    goOn.countDown();
    parent.close();
  }

  private Calls.Task noting(String what) {
    return () -> log.add(what);
  }

  /** Opens a runspace whose first event takes until it may go on. */
  private Runspace busy(Overflow policy) {
    Runspace busy = parent.builder("busy").overflow(policy).open();
    busy.events().on("Event", event -> log.add("event " + event.payload()));
    busy.events().on("Begin", event -> assertThat(goOn.await(30, TimeUnit.SECONDS)).isTrue());
    busy.events().raise("Begin");
    return busy;
  }

  /** Has all done that was to be done. */
  private void finish(Runspace busy) {
    goOn.countDown();
    busy.close(Duration.ofSeconds(20));
  }

  @Test
  void areMadeInOrderWithEvents() {
    Runspace busy = busy(Overflow.unbounded());
    Calls calls = Calls.in(busy.events());
    assertThat(calls.run("a", "a", noting("call a"))).isTrue();
    busy.events().raise("Event", 1);
    assertThat(calls.run("b", "b", noting("call b"))).isTrue();
    busy.events().raise("Event", 2);
    finish(busy);
    assertThat(log).containsExactly("call a", "event 1", "call b", "event 2");
  }

  @Test
  void areNotDroppedAndDropNothing() {
    Runspace busy = busy(Overflow.dropOldest(1));
    Calls calls = Calls.in(busy.events());
    busy.events().raise("Event", 1);
    for (String each : List.of("a", "b", "c")) {
      assertThat(calls.run(each, each, noting(each))).isTrue();
    }
    finish(busy);
    assertThat(log).endsWith("event 1", "a", "b", "c");
    assertThat(busy.events().counts().dropped()).isLessThanOrEqualTo(1); // the first one at most
  }

  @Test
  void areTheConcernOfNobodyElse() {
    parent.events().on(Event.class, event -> log.add("above " + event.sourceIdentifier()));
    Runspace busy = busy(Overflow.unbounded());
    busy.events().on("a", event -> log.add("by name"));
    busy.events().on(Object.class, payload -> log.add("object " + payload));
    busy.events().on(Event.class, event -> log.add("any " + event.sourceIdentifier()));
    assertThat(Calls.in(busy.events()).run("a", "a", noting("call"))).isTrue();
    finish(busy);
    assertThat(log).contains("call").doesNotContain("above a", "by name", "any a");
    assertThat(log).noneMatch(line -> line.startsWith("object ") && line.contains("\"a\""));
    assertThat(parent.events().pending("a")).isEmpty();
  }

  @Test
  void areNotWhatSomebodyWaitsForByTheirName() throws Exception {
    Runspace busy = busy(Overflow.unbounded());
    CompletableFuture<Optional<Event>> awaited =
        CompletableFuture.supplyAsync(() -> await(busy, "save"));
    eventually(() -> assertThat(((EventHub) busy.events()).hasSubscriberFor("save")).isTrue());
    assertThat(Calls.in(busy.events()).run("save", "save", noting("call"))).isTrue();
    busy.events().raise("save", "the event");
    goOn.countDown();
    assertThat(awaited.get(20, TimeUnit.SECONDS)).map(Event::payload).contains("the event");
    assertThat(log).containsExactly("call");
  }

  private void fail() {
    throw new IllegalStateException("disk full");
  }

  private static Optional<Event> await(Runspace runspace, String name) {
    try {
      return runspace.events().await(name, Duration.ofSeconds(20));
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void goOnWhereSomebodyEndsTheSubscriptionsThatFail() throws Exception {
    Runspace busy = busy(Overflow.unbounded());
    busy.events()
        .on(
            ErrorOccurred.class,
            error -> {
              log.add(error.error().getMessage());
              if (error.subscription() != null) {
                error.subscription().close();
              }
              log.add("ended");
            });
    Calls calls = Calls.in(busy.events());
    assertThat(calls.run("save", "save", this::fail)).isTrue();
    goOn.countDown();
    eventually(() -> assertThat(log).contains("ended"));
    assertThat(calls.run("a", "a", noting("a"))).isTrue();
    finish(busy);
    assertThat(log).containsExactly("disk full", "ended", "a");
  }

  @Test
  void thatFailAreErrorsWithTheirNames() {
    parent
        .events()
        .on(
            ErrorOccurred.class,
            error ->
                log.add(
                    error.error().getMessage()
                        + " in "
                        + (error.event() == null ? "nothing" : error.event().sourceIdentifier())));
    Runspace busy = busy(Overflow.unbounded());
    Calls calls = Calls.in(busy.events());
    assertThat(
            calls.run(
                "save",
                "save",
                () -> {
                  throw new IllegalStateException("disk full");
                }))
        .isTrue();
    assertThat(calls.run("next", "next", noting("next"))).isTrue();
    finish(busy);
    parent.close();
    assertThat(log).containsExactlyInAnyOrder("disk full in save", "next");
  }

  @Test
  void areTheNewestOfEachSubjectWhereVeryManyWaitAndSomeMayBeDropped() {
    Runspace busy = busy(Overflow.dropNewest(10));
    Calls calls = Calls.in(busy.events());
    for (int i = 1; i <= 5_000; i++) {
      assertThat(calls.run("move", "move", noting("move " + i))).isTrue();
      assertThat(calls.run("drag", "drag", noting("drag " + i))).isTrue();
    }
    assertThat(calls.run("save", "save", noting("save"))).isTrue();
    finish(busy);
    assertThat(log).hasSize(1_001);
    assertThat(log.subList(0, 2)).containsExactly("move 1", "drag 1");
    assertThat(log.subList(998, 1_001)).containsExactly("move 5000", "drag 5000", "save");
  }

  @Test
  void areAllMadeWhereNothingMayBeDropped() {
    Runspace busy = busy(Overflow.block(10, Duration.ofSeconds(10)));
    Calls calls = Calls.in(busy.events());
    for (int i = 1; i <= 5_000; i++) {
      assertThat(calls.run("move", "move", noting("move " + i))).isTrue();
    }
    finish(busy);
    assertThat(log).hasSize(5_000).endsWith("move 5000");
  }

  @Test
  void areRefusedByARunspaceThatIsClosedHoweverOften() {
    Runspace busy = busy(Overflow.dropNewest(10));
    Calls calls = Calls.in(busy.events());
    finish(busy);
    for (int i = 1; i <= 2_000; i++) {
      assertThat(calls.run("move", "move", noting("move"))).isFalse();
    }
    assertThat(log).isEmpty();
  }

  @Test
  void areRefusedByARunspaceThatIsClosed() {
    Runspace busy = busy(Overflow.unbounded());
    Calls before = Calls.in(busy.events());
    assertThat(before.run("a", "a", noting("a"))).isTrue();
    finish(busy);
    assertThat(before.run("b", "b", noting("b"))).isFalse();
    assertThat(Calls.in(busy.events()).run("c", "c", noting("c"))).isFalse();
    assertThat(log).containsExactly("a");
  }
}
