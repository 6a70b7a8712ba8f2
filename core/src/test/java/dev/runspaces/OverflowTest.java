package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.runspaces.event.EngineEvents;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Event;
import dev.runspaces.event.EventOverflowException;
import dev.runspaces.event.EventsDropped;
import dev.runspaces.event.NoReplyException;
import dev.runspaces.event.Overflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events that come faster than they are delivered. */
@Timeout(30)
class OverflowTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  private final Gate gate = new Gate();
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final Heard<Event> heard = new Heard<>();
  private Runspace worker = Runspaces.open("unused");

  @AfterEach
  void close() {
    gate.open();
    worker.close();
  }

  /** Opens the runspace, and keeps its thread busy until the gate opens. */
  private Runspace held(Overflow overflow) throws InterruptedException {
    worker.close();
    worker = Runspaces.builder("worker").overflow(overflow).open();
    gate.holdUp(worker);
    return worker;
  }

  private static void raise(Runspace runspace, int count) {
    for (int step = 1; step <= count; step++) {
      runspace.events().raise("Step", step);
    }
  }

  private List<Object> payloads() {
    return heard.all().stream().<Object>map(event -> String.valueOf(event.payload())).toList();
  }

  /** Does something on a thread of its own, and returns when that waits. */
  private static <T> FutureTask<T> waiting(Callable<T> action) {
    var task = new FutureTask<>(action);
    var thread = new Thread(task, "raiser");
    thread.start();
    eventually(() -> assertThat(thread.getState()).isEqualTo(Thread.State.TIMED_WAITING));
    return task;
  }

  @Nested
  class DropOldest {

    @Test
    void keepsTheNewestInTheirOrder() throws Exception {
      held(Overflow.dropOldest(3)).events().on("Step", heard);
      raise(worker, 10);
      gate.open();
      worker.close();

      assertThat(payloads()).containsExactly("8", "9", "10");
    }

    @Test
    void tellsOnceOfABurst() throws Exception {
      try (LogTrap logged = LogTrap.on("dev.runspaces.event")) {
        var dropped = new Heard<EventsDropped>();
        held(Overflow.dropOldest(3)).events().on(EventsDropped.class, dropped);
        worker.events().on("Step", heard);
        raise(worker, 10);
        gate.open();
        dropped.awaitFirst();
        worker.invoke(context -> "all delivered");

        assertThat(dropped.all())
            .containsExactly(new EventsDropped("worker", 7, 7, Overflow.dropOldest(3)));
        assertThat(logged.texts())
            .containsExactly(
                "runspace \"worker\" has dropped 7 events: more were waiting than dropOldest(3)"
                    + " allows");
        assertThat(worker.events().counts().dropped()).isEqualTo(7);
      }
    }

    @Test
    void tellsOfTheNextBurstToo() throws Exception {
      var dropped = new Heard<EventsDropped>();
      held(Overflow.dropOldest(1)).events().on(EventsDropped.class, dropped);
      worker.events().on("Step", heard);
      raise(worker, 3);
      gate.open();
      dropped.awaitFirst();
      var secondGate = new Gate();
      worker.events().on("Hold").maxTriggers(1).handle(event -> secondGate.pass());
      worker.events().raise("Hold");
      eventually(() -> assertThat(worker.events().subscriptions("Hold")).isEmpty());
      raise(worker, 2);
      secondGate.open();

      assertThat(dropped.await(2)).extracting(EventsDropped::count).containsExactly(2L, 1L);
      assertThat(dropped.await(2)).extracting(EventsDropped::total).containsExactly(2L, 3L);
    }

    @Test
    void tellsOfItAlsoWhenTheRunspaceIsClosedMeanwhile() throws Exception {
      var dropped = new Heard<EventsDropped>();
      held(Overflow.dropOldest(1)).events().on(EventsDropped.class, dropped);
      raise(worker, 3);
      gate.open();
      worker.close();

      assertThat(dropped.all()).extracting(EventsDropped::count).containsExactly(2L);
    }

    @Test
    void neverDropsErrorsNorWhatTheRunspaceTells() throws Exception {
      var errors = new Heard<ErrorOccurred>();
      held(Overflow.dropOldest(2)).events().on(ErrorOccurred.class, errors);
      worker.events().on(EngineEvents.STATE_CHANGED, event -> log.add("state"));
      worker.events().on("Step", heard);
      for (int i = 0; i < 5; i++) {
        worker.events().raiseError(new IllegalStateException("no disk"));
        raise(worker, 5);
      }
      gate.open();
      worker.close();

      assertThat(errors.all()).hasSize(5);
      assertThat(payloads()).containsExactly("4", "5");
      assertThat(log).contains("state");
    }

    @Test
    void tellsWhoAskedThatThereWillBeNoReply() throws Exception {
      held(Overflow.dropOldest(1)).events().on("Question", event -> event.reply("never"));
      worker.events().on("Step", heard);
      var reply = worker.events().request("Question");
      raise(worker, 1);
      gate.open();

      assertThat(reply)
          .failsWithin(LONG)
          .withThrowableThat()
          .withCauseInstanceOf(NoReplyException.class)
          .withMessageContaining("was dropped before anybody heard it");
    }

    @Test
    void lettingOneGoHasNoOtherOvertakeAScript() throws Exception {
      held(Overflow.dropOldest(2)).events().on("Step", event -> log.add(event.argument(0)));
      raise(worker, 1);
      Invocation<Boolean> script = worker.begin(context -> log.add("script"));
      worker.events().raise("Step", 2);
      worker.events().raise("Step", 3);
      worker.events().raise("Step", 4);
      gate.open();
      script.await(LONG);
      worker.invoke(context -> "all delivered");

      assertThat(log).containsExactly("script", 3, 4);
    }
  }

  @Nested
  class DropNewest {

    @Test
    void keepsTheOldest() throws Exception {
      var dropped = new Heard<EventsDropped>();
      held(Overflow.dropNewest(3)).events().on("Step", heard);
      worker.events().on(EventsDropped.class, dropped);
      raise(worker, 10);
      gate.open();

      assertThat(dropped.awaitFirst().count()).isEqualTo(7);
      assertThat(payloads()).containsExactly("1", "2", "3");
    }

    @Test
    void remembersNothingThatWasDropped() throws Exception {
      held(Overflow.dropNewest(3)).events().remember("Step", 10);
      raise(worker, 10);
      gate.open();
      Object unused = worker.invoke(context -> "when those that were kept are delivered");

      worker.events().on("Step").withHistory().handle(heard);
      raise(worker, 1);
      heard.await(4);

      assertThat(payloads()).containsExactly("1", "2", "3", "1");
    }
  }

  @Nested
  class LatestByKey {

    @Test
    void deliversTheNewestOfEachKeyInTheOrderOfTheirNumbers() throws Exception {
      held(Overflow.latestByKey(Event::sourceIdentifier)).events().on(Event.class, heard);
      worker.events().raise("Price", 1);
      worker.events().raise("Weight", 1);
      worker.events().raise("Price", 2);
      worker.events().raise("Height", 1);
      worker.events().raise("Weight", 2);
      gate.open();
      worker.invoke(context -> "all delivered");

      assertThat(heard.all())
          .extracting(event -> event.sourceIdentifier() + event.payload())
          .containsExactly("Price2", "Height1", "Weight2");
      assertThat(heard.all())
          .isSortedAccordingTo((a, b) -> Long.compare(a.sequence(), b.sequence()));
      assertThat(worker.events().counts().replaced()).isEqualTo(2);
      assertThat(worker.events().counts().dropped()).isZero();
    }

    @Test
    void takingAPlaceOvertakesNoScript() throws Exception {
      held(Overflow.latestByKey(event -> event.argument(0)))
          .events()
          .on("Price", event -> log.add(event.argument(0) + "/" + event.argument(1)));
      worker.events().raise("Price", "tea", 1);
      Invocation<Boolean> script = worker.begin(context -> log.add("script"));
      worker.events().raise("Price", "milk", 2);
      worker.events().raise("Price", "milk", 3);
      worker.events().raise("Price", "milk", 4);
      gate.open();
      script.await(LONG);
      worker.invoke(context -> "all delivered");

      assertThat(log).containsExactly("tea/1", "script", "milk/4");
    }

    @Test
    void tellsWhoAskedThatANewerRequestHasTakenThePlaceOfThis() throws Exception {
      held(Overflow.latestByKey(Event::sourceIdentifier))
          .events()
          .on("Question", event -> event.reply(event.argument(0)));
      var first = worker.events().request("Question", 1);
      var second = worker.events().request("Question", 2);
      gate.open();

      assertThat(first)
          .failsWithin(LONG)
          .withThrowableThat()
          .withCauseInstanceOf(NoReplyException.class)
          .withMessageContaining("a newer event has taken its place");
      assertThat(second.get(LONG.toSeconds(), SECONDS).payload()).isEqualTo(2);
      assertThat(worker.events().counts().dropped()).isZero();
    }

    @Test
    void replacesNothingThatHasBeenDelivered() throws Exception {
      held(Overflow.latestByKey(Event::sourceIdentifier)).events().on("Step", heard);
      gate.open();
      raise(worker, 1);
      heard.awaitFirst();
      raise(worker, 1);

      assertThat(heard.await(2)).hasSize(2);
    }

    @Test
    void leavesAloneWhatHasNoKey() throws Exception {
      held(Overflow.latestByKey(event -> "Step".equals(event.sourceIdentifier()) ? null : "key"))
          .events()
          .on("Step", heard);
      raise(worker, 3);
      gate.open();
      worker.close();

      assertThat(payloads()).containsExactly("1", "2", "3");
    }

    @Test
    void dropsTheOldestOfTooManyKeys() throws Exception {
      held(Overflow.latestByKey(2, Event::payload)).events().on("Step", heard);
      worker.events().raise("Step", "a");
      worker.events().raise("Step", "b");
      worker.events().raise("Step", "a");
      worker.events().raise("Step", "c");
      gate.open();
      worker.close();

      assertThat(payloads()).containsExactly("a", "c");
    }

    @Test
    void aKeyFunctionThatFailsLosesNothingAndIsAnError() throws Exception {
      var errors = new Heard<ErrorOccurred>();
      var failure = new IllegalStateException("no key");
      held(Overflow.latestByKey(
              event -> {
                throw failure;
              }))
          .events()
          .on("Step", heard);
      worker.events().on(ErrorOccurred.class, errors);
      raise(worker, 2);
      gate.open();
      worker.close();

      assertThat(payloads()).containsExactly("1", "2");
      assertThat(errors.all()).extracting(ErrorOccurred::error).containsExactly(failure, failure);
    }

    @Test
    void ofTheParentIsAboutEventsFromBelowToo() throws Exception {
      held(Overflow.latestByKey(Event::sourceIdentifier)).events().on("Step", heard);
      Runspace child = worker.open("child");
      raise(child, 5);
      gate.open();
      worker.close();

      assertThat(payloads()).containsExactly("5");
    }
  }

  @Nested
  class Fail {

    @Test
    void refusesWhatComesAndSaysWhatWouldHelp() throws Exception {
      held(Overflow.fail(3)).events().on("Step", heard);
      raise(worker, 3);

      assertThatExceptionOfType(EventOverflowException.class)
          .isThrownBy(() -> raise(worker, 1))
          .withMessage(
              "raising \"Step\" was refused: 3 events of runspace \"worker\" are not delivered yet,"
                  + " and there was no room for another; handle them faster, elsewhere (deliverOn),"
                  + " or choose another overflow policy for it");
      gate.open();
      heard.await(3);
      eventually(() -> assertThat(worker.events().counts().pending()).isZero());
      raise(worker, 1);
      worker.close();
      assertThat(payloads()).containsExactly("1", "2", "3", "1");
    }

    @Test
    void inTheParentRefusesTheChildAndNothingGetsAnywhere() throws Exception {
      held(Overflow.fail(1)).events().on("Step", heard);
      Runspace child = worker.open("child");
      child.events().on("Step", event -> log.add(String.valueOf(event.payload())));
      raise(child, 1);

      assertThatExceptionOfType(EventOverflowException.class)
          .isThrownBy(() -> child.events().raise("Step", 2))
          .withMessageContaining("1 events of runspace \"worker\" are not delivered yet");
      gate.open();
      worker.close();
      assertThat(payloads()).containsExactly("1");
      assertThat(log).containsExactly("1");
    }

    @Test
    void doesNotPromiseTheSamePlaceTwice() throws Exception {
      held(Overflow.fail(2)).events().on("Step", heard);
      Runspace child = worker.builder("child").overflow(Overflow.fail(1)).open();
      gate.holdUp(child);
      child.events().on("Step", event -> {});
      raise(child, 1);
      for (int i = 0; i < 5; i++) {
        assertThatExceptionOfType(EventOverflowException.class).isThrownBy(() -> raise(child, 1));
      }
      raise(worker, 1);
      gate.open();
      worker.close();

      assertThat(payloads()).containsExactly("1", "1");
    }
  }

  @Nested
  class Block {

    @Test
    void holdsUpWhoRaisesUntilThereIsRoom() throws Exception {
      held(Overflow.block(2, LONG)).events().on("Step", heard);
      raise(worker, 2);
      var raiser = waiting(() -> worker.events().raise("Step", 3));
      assertThat(worker.events().counts().pending()).isEqualTo(2);
      gate.open();
      raiser.get();
      worker.close();

      assertThat(payloads()).containsExactly("1", "2", "3");
    }

    @Test
    void neverHasMoreWaitingThanItsLimit() throws Exception {
      held(Overflow.block(10, LONG)).events().on("Step", heard);
      gate.open();
      var raisers = new ArrayList<Thread>();
      for (int i = 0; i < 4; i++) {
        var raiser = new Thread(() -> raise(worker, 500));
        raiser.start();
        raisers.add(raiser);
      }
      for (Thread raiser : raisers) {
        raiser.join();
      }
      worker.close();

      assertThat(heard.all())
          .hasSize(2_000)
          .isSortedAccordingTo((a, b) -> Long.compare(a.sequence(), b.sequence()));
      // Beside them only what the runspace tells of itself.
      assertThat(worker.events().counts().highWaterMark()).isLessThanOrEqualTo(11);
    }

    @Test
    void givesUpAfterItsTimeOut() throws Exception {
      held(Overflow.block(1, Duration.ofMillis(20))).events().on("Step", heard);
      raise(worker, 1);

      assertThatExceptionOfType(EventOverflowException.class)
          .isThrownBy(() -> raise(worker, 1))
          .withMessageContaining("there was no room for another within PT0.02S;");
      gate.open();
      worker.close();
      assertThat(heard.all()).hasSize(1);
    }

    @Test
    void givesUpWhenTheThreadIsInterrupted() throws Exception {
      held(Overflow.block(1, LONG)).events().on("Step", heard);
      raise(worker, 1);
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(EventOverflowException.class)
          .isThrownBy(() -> raise(worker, 1))
          .withMessageContaining("before the thread was interrupted");
      assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void letsTheRunspaceItselfIn() throws Exception {
      worker.close();
      worker = Runspaces.builder("worker").overflow(Overflow.block(1, LONG)).open();
      worker.events().on("Step", heard);
      worker.invoke(
          context -> {
            raise(worker, 20);
            return "raised";
          });
      worker.close();

      assertThat(heard.all()).hasSize(20);
    }

    @Test
    void letsThoseInWhoMustNotWait() throws Exception {
      // On the class path, where ServiceLoader finds the guard.
      assertThat(OtherJvm.run(GuardedRaiser.class).lines()).contains("heard 20");
    }

    @Test
    void letsARunspaceBelowGoOnDeliveringItsOwnEvents() throws Exception {
      held(Overflow.block(1, LONG)).events().on("Step", heard);
      Runspace child = worker.open("child");
      child
          .events()
          .on(
              "Help",
              event -> {
                log.add("heard meanwhile");
                gate.open();
              });
      Invocation<?> script = child.begin(Script.action(context -> raise(context.runspace(), 2)));
      eventually(() -> assertThat(worker.events().counts().pending()).isPositive());

      worker.core().events().announce("Help", "unused");
      child.core().events().announceHere("Help", "not held up");

      script.await();
      assertThat(log).containsExactly("heard meanwhile");
      worker.close();
      assertThat(payloads()).containsExactly("1", "2");
    }

    @Test
    void doesNotNestWithoutEnd() throws Exception {
      held(Overflow.block(1, Duration.ofMinutes(1))).events().on("Up", heard);
      Runspace child = worker.open("child");
      child.events().on("Down", event -> child.events().raise("Up", event.payload()));
      for (int i = 0; i < 5_000; i++) {
        child.core().events().announceHere("Down", i);
      }
      eventually(() -> assertThat(worker.events().counts().pending()).isPositive());
      gate.open();

      assertThat(heard.await(5_000)).hasSize(5_000);
    }

    @Test
    void endsWithTheRunspace() throws Exception {
      held(Overflow.block(1, LONG)).events().on("Step", heard);
      raise(worker, 1);
      var raiser =
          waiting(
              () -> {
                assertThatIllegalStateException()
                    .isThrownBy(() -> worker.events().raise("Step", 2))
                    .withMessageContaining("is closed");
                return true;
              });

      worker.close(Duration.ofMillis(20));

      assertThat(raiser.get()).isTrue();
    }

    @Test
    void losesNoPlaceToThoseWhoGaveUp() throws Exception {
      held(Overflow.block(1, Duration.ofMillis(1))).events().on("Step", heard);
      raise(worker, 1);
      for (int i = 0; i < 20; i++) {
        assertThatExceptionOfType(EventOverflowException.class).isThrownBy(() -> raise(worker, 1));
      }
      gate.open();
      heard.awaitFirst();
      for (int i = 2; i < 10; i++) {
        int next = i;
        eventually(
            () ->
                assertThatCode(() -> worker.events().raise("Step", next))
                    .doesNotThrowAnyException());
      }
      worker.close();

      assertThat(payloads()).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
    }
  }

  @Test
  void aLimitOfNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Overflow.dropOldest(0))
        .withMessage("a limit of 0 events: at least 1 is needed, for nothing could be delivered");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Overflow.block(1, Duration.ofMillis(-1)))
        .withMessage("a time-out of PT-0.001S is negative");
  }

  /** Raises more than there is room for, on a thread that must not wait. */
  static final class GuardedRaiser {
    private GuardedRaiser() {}

    public static void main(String... arguments) throws Exception {
      var gate = new Gate();
      var count = new AtomicInteger();
      Runspace worker =
          Runspaces.builder("worker").overflow(Overflow.block(1, Duration.ofSeconds(10))).open();
      worker.events().on("Hold", event -> gate.pass());
      worker.events().on("Step", event -> count.incrementAndGet());
      worker.events().raise("Hold");
      var guarded =
          new Thread(
              () -> {
                for (int i = 0; i < 20; i++) {
                  worker.events().raise("Step");
                }
              },
              NamedThreadGuard.GUARDED);
      guarded.start();
      guarded.join();
      gate.open();
      worker.close();
      System.out.println("heard " + count);
    }
  }
}
