package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Event;
import dev.runspaces.event.EventManager;
import dev.runspaces.event.NoReplyException;
import dev.runspaces.event.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Handlers on threads of the program's own. */
@Timeout(30)
class DeliverOnTest {
  private final Gate gate = new Gate();
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final ExecutorService pool =
      Executors.newFixedThreadPool(4, task -> new Thread(task, "pool"));
  private final Heard<ErrorOccurred> uncaught = new Heard<>();
  private final Runspace worker = Runspaces.builder("worker").uncaught(uncaught::handle).open();
  private final EventManager events = worker.events();
  private final Heard<Event> heard = new Heard<>();

  @AfterEach
  void close() {
    gate.open();
    worker.close();
    pool.shutdownNow();
  }

  @Test
  void callsTheHandlerThereAndNotInTheRunspace() {
    events
        .on("Ready")
        .deliverOn(pool)
        .handle(event -> log.add(Thread.currentThread().getName() + Runspaces.current()));

    events.raise("Ready");
    worker.close();

    assertThat(log).containsExactly("poolOptional.empty");
  }

  @Test
  void isOneAtATimeAndInOrderOnHoweverManyThreads() {
    var inside = new AtomicInteger();
    events
        .on("Step")
        .deliverOn(pool)
        .handle(
            event -> {
              assertThat(inside.incrementAndGet()).isEqualTo(1);
              heard.handle(event);
              inside.decrementAndGet();
            });
    for (int step = 0; step < 2_000; step++) {
      events.raise("Step", step);
    }
    worker.close();

    assertThat(uncaught.all()).isEmpty();
    assertThat(heard.all())
        .hasSize(2_000)
        .isSortedAccordingTo((a, b) -> Long.compare(a.sequence(), b.sequence()));
  }

  @Test
  void holdsUpNeitherTheRunspaceNorOtherHandlers() {
    events.on("Ready").deliverOn(pool).handle(event -> gate.pass());
    events.on("Ready", heard);

    events.raise("Ready", 1);
    events.raise("Ready", 2);

    assertThat(heard.await(2)).hasSize(2);
  }

  @Test
  void nothingArrivesAfterTheSubscriptionWasClosed() {
    Subscription subscription =
        events
            .on("Ready")
            .deliverOn(pool)
            .handle(
                event -> {
                  heard.handle(event);
                  gate.pass();
                });
    events.raise("Ready", 1);
    events.raise("Ready", 2);
    heard.awaitFirst();
    subscription.close();
    gate.open();
    worker.close();

    assertThat(heard.all()).hasSize(1);
    assertThat(subscription.triggers()).isEqualTo(1);
  }

  @Test
  void theLimitOfTriggersIsKept() {
    Subscription twice = events.on("Ready").deliverOn(pool).maxTriggers(2).handle(heard);
    for (int i = 0; i < 5; i++) {
      events.raise("Ready", i);
    }
    worker.close();

    assertThat(heard.all()).extracting(Event::payload).containsExactly(0, 1);
    assertThat(twice.triggers()).isEqualTo(2);
  }

  @Test
  void anInterruptOfOneHandlerIsNotMeantForTheNext() {
    events
        .on("Ready")
        .deliverOn(pool)
        .handle(
            event -> {
              log.add(Thread.currentThread().isInterrupted());
              Thread.currentThread().interrupt();
            });
    events.raise("Ready");
    events.raise("Ready");
    worker.close();

    assertThat(log).containsExactly(false, false);
  }

  @Test
  void anExecutorThatRunsItInPlaceIsFine() {
    events.on("Step").deliverOn(Runnable::run).handle(heard);
    for (int step = 0; step < 200; step++) {
      events.raise("Step", step);
    }
    worker.close();

    assertThat(heard.all()).hasSize(200);
  }

  @Nested
  class AFailure {
    private final IllegalStateException failure = new IllegalStateException("no disk");

    @Test
    void becomesAnErrorEventAndLosesNothing() {
      var errors = new Heard<ErrorOccurred>();
      events.on(ErrorOccurred.class, errors);
      Subscription failing =
          events
              .on("Save")
              .deliverOn(pool)
              .handle(
                  event -> {
                    heard.handle(event);
                    throw failure;
                  });
      events.raise("Save", 1);
      events.raise("Save", 2);
      worker.close();

      assertThat(heard.all()).extracting(Event::payload).containsExactly(1, 2);
      assertThat(errors.all()).hasSize(2);
      assertThat(errors.awaitFirst().error()).isSameAs(failure);
      assertThat(errors.awaitFirst().subscription()).isSameAs(failing);
      assertThat(errors.awaitFirst().event()).isNotNull();
      assertThat(uncaught.all()).isEmpty();
    }

    @Test
    void ofAHandlerOfErrorsLetsTheErrorClimb() {
      events
          .on(ErrorOccurred.class)
          .deliverOn(pool)
          .handle(
              error -> {
                throw failure;
              });
      var original = new IllegalStateException("original");
      events.raiseError(original);
      worker.close();

      assertThat(uncaught.all())
          .extracting(ErrorOccurred::error)
          .containsExactlyInAnyOrder(original, failure);
    }

    @Test
    void ofWhoShouldHaveAnsweredFailsTheRequest() {
      events
          .on("Area")
          .deliverOn(pool)
          .handle(
              event -> {
                throw failure;
              });

      assertThat(events.request("Area"))
          .failsWithin(Duration.ofSeconds(10))
          .withThrowableThat()
          .withCauseInstanceOf(NoReplyException.class);
    }

    @Test
    void doesNotFailTheRequestIfAnotherAnswers() {
      var failed = new Gate();
      events
          .on("Area")
          .deliverOn(pool)
          .handle(
              event -> {
                failed.open();
                throw failure;
              });
      events
          .on("Area")
          .deliverOn(pool)
          .handle(
              event -> {
                failed.pass();
                uncaught.awaitFirst();
                event.reply(42);
              });

      assertThat(events.request("Area"))
          .succeedsWithin(Duration.ofSeconds(10))
          .extracting(Event::payload)
          .isEqualTo(42);
    }
  }

  @Nested
  class AnExecutorThatRefuses {

    @Test
    void anErrorLetsItClimb() {
      Executor closed =
          task -> {
            throw new RejectedExecutionException("shut down");
          };
      events.on(ErrorOccurred.class).deliverOn(closed).handle(error -> log.add(error));
      var original = new IllegalStateException("original");
      events.raiseError(original);
      worker.close();

      assertThat(log).isEmpty();
      assertThat(uncaught.all()).extracting(ErrorOccurred::error).contains(original);
    }

    @Test
    void becomesAnErrorEventAndTheOthersHearTheEvent() {
      AtomicInteger asked = new AtomicInteger();
      Executor moody =
          task -> {
            if (asked.incrementAndGet() == 1) {
              throw new RejectedExecutionException("not now");
            }
            pool.execute(task);
          };
      events.on("Ready").deliverOn(moody).handle(heard);
      events.on("Ready", event -> log.add(1));
      events.raise("Ready", 1);
      worker.close();

      assertThat(log).containsExactly(1);
      assertThat(heard.all()).isEmpty();
      assertThat(uncaught.all())
          .singleElement()
          .satisfies(
              error -> {
                assertThat(error.error()).hasMessage("not now");
                assertThat(error.event()).isNotNull();
                assertThat(error.subscription()).isNotNull();
              });
    }

    @Test
    void losesNothingElse() throws Exception {
      AtomicInteger asked = new AtomicInteger();
      Executor moody =
          task -> {
            if (asked.incrementAndGet() == 1) {
              throw new RejectedExecutionException("not now");
            }
            pool.execute(task);
          };
      Subscription twice = events.on("Ready").deliverOn(moody).maxTriggers(2).handle(heard);
      for (int i = 1; i <= 3; i++) {
        events.raise("Ready", i);
        worker.invoke(context -> "delivered");
      }
      worker.close();

      assertThat(heard.all()).extracting(Event::payload).containsExactly(2, 3);
      assertThat(twice.isActive()).isFalse();
    }

    @Test
    void andHasThrownAwayWhatItHadTakenMakesAllOfThatErrors() throws Exception {
      ExecutorService ended = endedWithAnEventInItsQueue();
      events.raise("Ready", 2);
      worker.invoke(context -> "delivered");

      assertThat(ended.isTerminated()).isTrue();
      eventually(() -> assertThat(uncaught.all()).hasSize(2));
      assertThat(uncaught.all())
          .extracting(error -> Objects.requireNonNull(error.event()).payload())
          .containsExactly(1, 2);
      assertThat(uncaught.all())
          .allSatisfy(
              error ->
                  assertThat(error.error())
                      .isInstanceOf(RejectedExecutionException.class)
                      .hasMessageContaining("was shut down with this event in its queue"));
      assertThat(heard.all()).isEmpty();
    }

    @Test
    void andHasThrownAwayWhatItHadTakenDoesNotHoldUpTheClosing() throws Exception {
      ExecutorService ended = endedWithAnEventInItsQueue();
      long before = System.nanoTime();
      worker.close();

      assertThat(ended.isTerminated()).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
      assertThat(uncaught.all())
          .extracting(error -> Objects.requireNonNull(error.event()).payload())
          .containsExactly(1);
    }

    private ExecutorService endedWithAnEventInItsQueue() throws Exception {
      ExecutorService executor = Executors.newSingleThreadExecutor();
      events.on("Ready").deliverOn(executor).handle(heard);
      var busy = new Gate();
      executor.execute(
          () -> {
            busy.open();
            gate.passInSpiteOfInterrupts();
          });
      busy.pass();
      events.raise("Ready", 1);
      worker.invoke(context -> "given to the executor");
      executor.shutdownNow();
      gate.open();
      assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
      return executor;
    }

    @Test
    void inTheMiddleDoesNotLoseWhatItHasTaken() {
      AtomicInteger asked = new AtomicInteger();
      Executor once =
          task -> {
            if (asked.incrementAndGet() > 1) {
              throw new RejectedExecutionException("shut down");
            }
            pool.execute(task);
          };
      events
          .on("Step")
          .deliverOn(once)
          .handle(
              event -> {
                gate.pass();
                heard.handle(event);
              });
      for (int step = 0; step < 500; step++) {
        events.raise("Step", step);
      }
      eventually(() -> assertThat(events.counts().pending()).isZero());
      gate.open();
      worker.close();

      assertThat(heard.all()).hasSize(500);
      assertThat(uncaught.all()).isEmpty();
    }
  }

  @Nested
  class Closing {

    @Test
    void deliversWhatWasAcceptedBeforeItIsClosed() throws Exception {
      events
          .on("Ready")
          .deliverOn(pool)
          .handle(
              event -> {
                gate.pass();
                log.add(worker.state());
              });
      events.raise("Ready");
      events.raise("Ready");
      var closer = new Thread(worker::close);
      closer.start();
      eventually(() -> assertThat(worker.state()).isEqualTo(RunspaceState.CLOSING));
      gate.open();
      closer.join();

      assertThat(log).containsExactly(RunspaceState.CLOSING, RunspaceState.CLOSING);
      assertThat(worker.state()).isEqualTo(RunspaceState.CLOSED);
    }

    @Test
    void leavesBehindWhatDoesNotEndInTimeAndHandsItBack() {
      try (LogTrap runspaceLog = LogTrap.on("dev.runspaces");
          LogTrap eventLog = LogTrap.on("dev.runspaces.event")) {
        events
            .on("Ready")
            .deliverOn(pool)
            .handle(
                event -> {
                  heard.handle(event);
                  gate.passInSpiteOfInterrupts();
                });
        events.raise("Ready", 1);
        Event second = events.raise("Ready", 2);
        heard.awaitFirst();
        worker.close(Duration.ofMillis(50));

        assertThat(worker.state()).isEqualTo(RunspaceState.CLOSED);
        assertThat(runspaceLog.texts()).hasSize(1);
        assertThat(eventLog.texts())
            .containsExactly(
                "runspace \"worker\" is closed, and 1 of its events were not delivered");
        assertThat(worker.core().events().takeUndelivered()).containsExactly(second);
        gate.open();
        eventually(() -> assertThat(worker.core().events().whenDelivered()).isDone());
        assertThat(heard.all()).hasSize(1);
      }
    }

    @Test
    void fromSuchAHandlerReturnsAtOnceAndIsCompletedAfterIt() {
      events
          .on("Bye")
          .deliverOn(pool)
          .handle(
              event -> {
                worker.close();
                log.add(worker.state());
                worker.close();
                log.add(worker.state());
              });
      long begin = System.nanoTime();

      events.raise("Bye");

      eventually(() -> assertThat(worker.state()).isEqualTo(RunspaceState.CLOSED));
      assertThat(log).containsExactly(RunspaceState.CLOSING, RunspaceState.CLOSING);
      assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(5));
    }

    @Test
    void ofTheParentFromSuchAHandlerOfAChildDoesNotWaitForItself() {
      Runspace child = worker.open("child");
      child
          .events()
          .on("Bye")
          .deliverOn(pool)
          .handle(
              event -> {
                worker.close();
                log.add("returned");
              });
      long begin = System.nanoTime();

      child.events().raise("Bye");

      eventually(() -> assertThat(worker.state()).isEqualTo(RunspaceState.CLOSED));
      eventually(() -> assertThat(child.state()).isEqualTo(RunspaceState.CLOSED));
      assertThat(log).containsExactly("returned");
      assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(5));
    }
  }
}
