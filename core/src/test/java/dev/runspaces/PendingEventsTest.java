package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.runspaces.event.Event;
import dev.runspaces.event.EventManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events that nobody has heard, and those who wait for one. */
@Timeout(30)
class PendingEventsTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  private final Runspace worker = Runspaces.open("worker");
  private final EventManager events = worker.events();

  @AfterEach
  void close() {
    worker.close();
  }

  /** Starts to wait on a thread of its own, and returns when it does. */
  private FutureTask<Optional<Event>> waitElsewhere(String name) {
    var wait = new FutureTask<>(() -> events.await(name, LONG));
    var thread = new Thread(wait, "waiter");
    thread.start();
    eventually(() -> assertThat(thread.getState()).isEqualTo(Thread.State.TIMED_WAITING));
    return wait;
  }

  @Nested
  class Pending {

    @Test
    void areTheOnesThatNobodyHasHeardOldestFirst() throws Exception {
      events.on("Heard", event -> {});
      events.raise("First", 1);
      events.raise("Heard");
      events.raise("Second", 2);
      worker.invoke(context -> "all delivered");

      assertThat(events.pending())
          .extracting(Event::sourceIdentifier)
          .containsExactly("First", "Second");
    }

    @Test
    void areRemovedOneByOneToo() throws Exception {
      events.raise("Same", 1);
      events.raise("Same", 2);
      worker.invoke(context -> "all delivered");
      Event first = events.pending().get(0);

      assertThat(events.removePending(first)).isTrue();
      assertThat(events.removePending(first)).isFalse();
      assertThat(events.pending()).extracting(event -> event.argument(0)).containsExactly(2);
    }

    @Test
    void needNoThread() {
      try (Runspace idle = Runspaces.open("threadless")) {
        idle.events().raise("First");

        assertThat(idle.events().pending()).hasSize(1);
        assertThat(LiveThreads.startingWith("runspace-threadless")).isEmpty();
      }
    }

    @Test
    void doNotIncludeWhatWasPostedByType() {
      events.post("nobody cares");

      assertThat(events.pending()).isEmpty();
    }

    @Test
    void areNotToldToALaterSubscriber() throws Exception {
      var heard = new Heard<Event>();
      events.raise("Ready", "early");
      events.on("Ready", heard);
      events.raise("Ready", "late");
      worker.invoke(context -> "all delivered");

      assertThat(heard.all()).extracting(Event::payload).containsExactly("late");
      assertThat(events.pending()).extracting(Event::payload).containsExactly("early");
    }

    @Test
    void areRemovedByNameIgnoringCase() {
      events.raise("Ready");
      events.raise("READY");
      events.raise("Steady");

      assertThat(events.removePending("ready")).isEqualTo(2);
      assertThat(events.removePending("ready")).isZero();
      assertThat(events.pending()).extracting(Event::sourceIdentifier).containsExactly("Steady");
    }

    @Test
    void areForgottenWithTheRunspace() {
      events.raise("Ready");

      worker.close();

      assertThat(events.pending()).isEmpty();
    }

    @Test
    void beyondTheLimitTheOldestAreDroppedAndABurstIsToldOfOnce() {
      try (LogTrap log = LogTrap.on("dev.runspaces.event")) {
        for (int i = 1; i <= EventManager.PENDING_LIMIT + 5; i++) {
          events.raise("Ready", i);
        }

        assertThat(events.pending()).hasSize(EventManager.PENDING_LIMIT);
        assertThat(events.pending().get(0).payload()).isEqualTo(6);
        assertThat(log.texts())
            .singleElement()
            .asString()
            .matches(
                "more than 1.?000 events of runspace \"worker\" are pending, and the oldest are"
                    + " being dropped: subscribe to \"Ready\", or remove what nobody needs");

        events.removePending("Ready");
        for (int i = 1; i <= EventManager.PENDING_LIMIT + 5; i++) {
          events.raise("Again", i);
        }
        assertThat(log.texts()).hasSize(2);
      }
    }

    @Test
    void areFoundAndRemovedByPattern() {
      events.raise("Price.Up");
      events.raise("price.down");
      events.raise("Ready");

      assertThat(events.pending("PRICE.*"))
          .extracting(Event::sourceIdentifier)
          .containsExactly("Price.Up", "price.down");
      assertThat(events.pending("price")).isEmpty();
      assertThat(events.removePending("Price.U?")).isEqualTo(1);
      assertThat(events.pending("*"))
          .extracting(Event::sourceIdentifier)
          .containsExactly("price.down", "Ready");
      assertThat(events.removePending("*")).isEqualTo(2);
    }
  }

  @Nested
  class Waiting {

    @Test
    void takesTheOldestPendingOne() throws Exception {
      events.raise("Ready", 1);
      events.raise("Other");
      events.raise("Ready", 2);

      assertThat(events.await("READY", LONG).orElseThrow().payload()).isEqualTo(1);
      assertThat(events.await("ready", Duration.ZERO).orElseThrow().payload()).isEqualTo(2);
      assertThat(events.pending()).extracting(Event::sourceIdentifier).containsExactly("Other");
    }

    @Test
    void elseTheNextOneRaised() throws Exception {
      FutureTask<Optional<Event>> wait = waitElsewhere("Ready");

      events.raise("Other");
      events.raise("Ready", "next");

      assertThat(wait.get().orElseThrow().payload()).isEqualTo("next");
      assertThat(events.pending()).extracting(Event::sourceIdentifier).containsExactly("Other");
    }

    @Test
    void endsEmptyByItsTimeOut() throws Exception {
      assertThat(events.await("Ready", Duration.ofMillis(10))).isEmpty();
      assertThat(events.await("Ready", Duration.ZERO)).isEmpty();

      events.raise("Ready");

      assertThat(events.pending()).hasSize(1);
    }

    @Test
    void endsEmptyWhenTheRunspaceIsClosed() throws Exception {
      FutureTask<Optional<Event>> wait = waitElsewhere("Ready");

      worker.close();

      assertThat(wait.get()).isEmpty();
      assertThat(events.await("Ready", LONG)).isEmpty();
    }

    @Test
    void endsByAnInterruptAndTakesNothing() {
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> events.await("Ready", LONG));
      events.raise("Ready");
      assertThat(events.pending()).hasSize(1);
    }

    @Test
    void aNegativeTimeOutIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> events.await("Ready", Duration.ofMillis(-1)))
          .withMessage("a time-out of PT-0.001S is negative");
    }

    @Test
    void aWaiterAndAHandlerBothHaveIt() throws Exception {
      var heard = new Heard<Event>();
      events.on("Ready", heard);
      FutureTask<Optional<Event>> wait = waitElsewhere("Ready");

      events.raise("Ready");

      assertThat(wait.get()).isPresent();
      assertThat(heard.all()).hasSize(1);
      assertThat(events.pending()).isEmpty();
    }

    @Test
    void allWhoWaitHaveTheSameOne() throws Exception {
      FutureTask<Optional<Event>> one = waitElsewhere("Ready");
      FutureTask<Optional<Event>> other = waitElsewhere("Ready");

      Event raised = events.raise("Ready");

      assertThat(one.get()).contains(raised);
      assertThat(other.get()).contains(raised);
    }

    @Test
    void fromInsideDeliversEventsMeanwhile() throws Exception {
      List<String> log = new CopyOnWriteArrayList<>();
      events.on(
          "Question",
          event -> {
            log.add("question heard");
            events.raise("Answer");
          });

      boolean answered =
          worker.invoke(
              context -> {
                context.events().raise("Question");
                boolean present = context.events().await("Answer", LONG).isPresent();
                log.add("script goes on");
                return present;
              });

      assertThat(answered).isTrue();
      assertThat(log).containsExactly("question heard", "script goes on");
    }

    @Test
    void getsTheEarlierOfTwoAlsoIfTheHandlerOfThatIsStillWaiting() throws Exception {
      var second = new CompletableFuture<Object>();
      events.on(
          "Step",
          event -> {
            if ("first".equals(event.payload())) {
              events.raise("Step", "second");
              Object unused = Runspaces.await(second, LONG);
            } else {
              second.complete(event);
            }
          });
      FutureTask<Optional<Event>> wait = waitElsewhere("Step");

      events.raise("Step", "first");

      assertThat(wait.get().orElseThrow().payload()).isEqualTo("first");
    }

    @Test
    void aHandlerMayWaitForTheNextEventOfItsOwnName() throws Exception {
      var heard = new Heard<Object>();
      events
          .on("Step")
          .maxTriggers(1)
          .handle(
              event -> {
                events.raise("Step", "second");
                heard.handle(events.await("Step", LONG).orElseThrow().payload() + " awaited");
              });

      events.raise("Step", "first");

      assertThat(heard.awaitFirst()).isEqualTo("second awaited");
    }
  }
}
