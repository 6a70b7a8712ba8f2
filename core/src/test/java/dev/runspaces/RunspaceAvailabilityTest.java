package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static dev.runspaces.RunspaceAvailability.AVAILABLE;
import static dev.runspaces.RunspaceAvailability.BUSY;
import static dev.runspaces.RunspaceAvailability.NONE;
import static dev.runspaces.RunspaceState.CLOSED;
import static dev.runspaces.RunspaceState.CLOSING;
import static dev.runspaces.RunspaceState.OPENED;
import static dev.runspaces.RunspaceState.OPENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runspaces.event.EngineEvents;
import dev.runspaces.event.Registration;
import dev.runspaces.thread.ThreadPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether a runspace has time, and who is told. */
@Timeout(30)
class RunspaceAvailabilityTest {

  @Nested
  class TheTable {

    private static Set<RunspaceAvailability> legalAfter(RunspaceAvailability from) {
      return switch (from) {
        case NONE -> Set.of(AVAILABLE);
        case AVAILABLE -> Set.of(BUSY, NONE);
        case BUSY -> Set.of(AVAILABLE, NONE);
      };
    }

    @ParameterizedTest
    @EnumSource
    void isTheOneThatLegalMovesFollowAndNoOthers(RunspaceAvailability from) {
      assertThat(RunspaceAvailability.values())
          .filteredOn(from::canBecome)
          .containsExactlyInAnyOrderElementsOf(legalAfter(from));
    }
  }

  private final Gate started = new Gate();
  private final Gate gate = new Gate();
  private final List<Object> told = new CopyOnWriteArrayList<>();
  private final LogTrap trap = LogTrap.on("dev.runspaces");
  private final Runspace worker = Runspaces.builder("worker").create();
  private final Registration registration = worker.onAvailabilityChanged(told::add);

  @AfterEach
  void close() {
    gate.open();
    worker.close();
    trap.close();
  }

  private static RunspaceAvailabilityChanged changed(
      RunspaceAvailability from, RunspaceAvailability to) {
    return new RunspaceAvailabilityChanged("worker", from, to);
  }

  /** Begins a script that waits at the gate, and returns when it is there. */
  private Invocation<?> beginWaiting() throws InterruptedException {
    Invocation<?> waiting =
        worker.begin(
            Script.action(
                context -> {
                  started.open();
                  gate.pass();
                }));
    started.pass();
    return waiting;
  }

  @Nested
  class OverALife {

    @Test
    void thereIsNoneBeforeItIsOpen() {
      assertThat(worker.availability()).isEqualTo(NONE);
    }

    @Test
    void anOpenRunspaceWithNothingToDoIsAvailable() {
      worker.open();

      assertThat(worker.availability()).isEqualTo(AVAILABLE);
      assertThat(told).containsExactly(changed(NONE, AVAILABLE));
    }

    @Test
    void itIsBusyWhileAScriptRunsAndAvailableAfterIt() throws Exception {
      worker.open();
      Invocation<?> waiting = beginWaiting();
      assertThat(worker.availability()).isEqualTo(BUSY);

      gate.open();
      waiting.await();

      assertThat(worker.availability()).isEqualTo(AVAILABLE);
      assertThat(told)
          .containsExactly(
              changed(NONE, AVAILABLE), changed(AVAILABLE, BUSY), changed(BUSY, AVAILABLE));
    }

    @Test
    void theScriptItselfSeesThatItIsBusy() throws Exception {
      worker.open();

      RunspaceAvailability inside = worker.invoke(context -> context.runspace().availability());

      assertThat(inside).isEqualTo(BUSY);
    }

    @Test
    void aScriptThatFailsLeavesItAvailable() {
      worker.open();

      assertThatExceptionOfType(InvocationFailedException.class)
          .isThrownBy(() -> worker.invoke(context -> Integer.parseInt("none")));

      assertThat(worker.availability()).isEqualTo(AVAILABLE);
    }

    @Test
    void aHandlerIsNoScript() throws Exception {
      worker.open();
      var seen = new Heard<RunspaceAvailability>();
      worker.events().on("Ready", event -> seen.handle(worker.availability()));

      worker.events().raise("Ready");

      assertThat(seen.awaitFirst()).isEqualTo(AVAILABLE);
      assertThat(told).containsExactly(changed(NONE, AVAILABLE));
    }

    @Test
    void itGoesWhenClosingBeginsThoughAScriptIsStillRunning() throws Exception {
      worker.open();
      worker.begin(
          Script.action(
              context -> {
                started.open();
                gate.passInSpiteOfInterrupts();
              }));
      started.pass();

      var closer = new Thread(worker::close);
      closer.start();
      eventually(() -> assertThat(worker.state()).isEqualTo(CLOSING));
      assertThat(worker.availability()).isEqualTo(NONE);
      gate.open();
      closer.join();

      assertThat(worker.availability()).isEqualTo(NONE);
      assertThat(told)
          .containsExactly(changed(NONE, AVAILABLE), changed(AVAILABLE, BUSY), changed(BUSY, NONE));
    }

    @Test
    void aBrokenRunspaceHasNone() {
      Runspace broken =
          Runspaces.builder("broken").startup(context -> Integer.parseInt("none")).create();
      broken.onAvailabilityChanged(told::add);

      assertThatExceptionOfType(RunspaceOpenException.class).isThrownBy(broken::open);

      assertThat(broken.availability()).isEqualTo(NONE);
      assertThat(told).isEmpty();
    }

    @Test
    void theStartUpIsNotTold() {
      Runspace starting = Runspaces.builder("worker").startup(context -> "ready").create();
      starting.onAvailabilityChanged(told::add);

      try (Runspace opened = starting.open()) {
        assertThat(opened.availability()).isEqualTo(AVAILABLE);
      }

      assertThat(told).containsExactly(changed(NONE, AVAILABLE), changed(AVAILABLE, NONE));
    }

    @Test
    void whatTheStartUpHasBegunKeepsItBusyFromTheBeginning() throws Exception {
      Runspace starting =
          Runspaces.builder("worker")
              .startup(
                  startup ->
                      startup
                          .runspace()
                          .begin(
                              Script.action(
                                  context -> {
                                    started.open();
                                    gate.pass();
                                  })))
              .create();
      starting.onAvailabilityChanged(told::add);

      try (Runspace opener = Runspaces.open("opener")) {
        // While it waits for the start-up it handles this, so that the script begins before that.
        opener.events().on("Wait", event -> started.pass());
        opener.invoke(
            context -> {
              context.events().raise("Wait");
              return starting.open();
            });
      }

      assertThat(starting.availability()).isEqualTo(BUSY);
      gate.open();
      starting.invoke(context -> "after it");
      assertThat(starting.availability()).isEqualTo(AVAILABLE);
      starting.close();
      assertThat(told)
          .startsWith(changed(NONE, AVAILABLE), changed(AVAILABLE, BUSY))
          .endsWith(changed(BUSY, AVAILABLE), changed(AVAILABLE, NONE));
    }
  }

  @Nested
  class OneScriptInTheMidstOfAnother {

    @Test
    void doesNotFlickerWhenItIsInvoked() throws Exception {
      worker.open();

      int answer = worker.invoke(outer -> worker.invoke(inner -> 42));

      assertThat(answer).isEqualTo(42);
      assertThat(told)
          .containsExactly(
              changed(NONE, AVAILABLE), changed(AVAILABLE, BUSY), changed(BUSY, AVAILABLE));
    }

    @Test
    void doesNotFlickerWhenItFails() throws Exception {
      worker.open();

      RunspaceAvailability afterTheFailure =
          worker.invoke(
              outer -> {
                assertThatExceptionOfType(InvocationFailedException.class)
                    .isThrownBy(() -> worker.invoke(inner -> Integer.parseInt("none")));
                return worker.availability();
              });

      assertThat(afterTheFailure).isEqualTo(BUSY);
    }

    @ParameterizedTest
    @EnumSource(
        value = ThreadPolicy.class,
        names = {"CURRENT", "NEW", "POOLED"})
    void isCountedWhateverThreadsItRunsOn(ThreadPolicy threads) throws Exception {
      try (Runspace other = Runspaces.builder("worker").threads(threads).create()) {
        other.onAvailabilityChanged(told::add);
        other.open();

        RunspaceAvailability inside =
            other.invoke(
                outer -> {
                  other.invoke(inner -> "inner");
                  return other.availability();
                });

        assertThat(inside).isEqualTo(BUSY);
        assertThat(other.availability()).isEqualTo(AVAILABLE);
      }
      assertThat(told)
          .containsExactly(
              changed(NONE, AVAILABLE),
              changed(AVAILABLE, BUSY),
              changed(BUSY, AVAILABLE),
              changed(AVAILABLE, NONE));
    }
  }

  @Nested
  class Listeners {

    @Test
    void hearOfStatesAndAvailabilityInOneOrder() throws Exception {
      worker.onStateChanged(told::add);

      worker.open();
      worker.invoke(context -> "value");
      worker.close();

      assertThat(told)
          .containsExactly(
              new RunspaceStateChanged("worker", RunspaceState.BEFORE_OPEN, OPENING, null),
              new RunspaceStateChanged("worker", OPENING, OPENED, null),
              changed(NONE, AVAILABLE),
              changed(AVAILABLE, BUSY),
              changed(BUSY, AVAILABLE),
              new RunspaceStateChanged("worker", OPENED, CLOSING, null),
              changed(AVAILABLE, NONE),
              new RunspaceStateChanged("worker", CLOSING, CLOSED, null));
    }

    @Test
    void hearAChangeThatFollowsFromTheOneBefore() throws Exception {
      worker.open();
      var changes = new ArrayList<RunspaceAvailabilityChanged>();
      worker.onAvailabilityChanged(
          change -> {
            changes.add(change);
            if (change.to() == BUSY) {
              // Closed in the midst of telling: told when this has been told.
              worker.close();
              told.add("busy told");
            }
          });
      worker.onAvailabilityChanged(told::add);
      told.clear();

      Invocation<String> last = worker.begin(context -> "value");
      eventually(() -> assertThat(worker.state()).isEqualTo(CLOSED));

      assertThat(last.state().isFinal()).isTrue();
      assertThat(changes).containsExactly(changed(AVAILABLE, BUSY), changed(BUSY, NONE));
      assertThat(told.indexOf("busy told")).isLessThan(told.lastIndexOf(changed(BUSY, NONE)));
    }

    @Test
    void thatThrowHarmNobody() throws Exception {
      var failure = new IllegalStateException("listener");
      Registration unused =
          worker.onAvailabilityChanged(
              change -> {
                throw failure;
              });
      var after = new CopyOnWriteArrayList<RunspaceAvailabilityChanged>();
      worker.onAvailabilityChanged(after::add);
      worker.open();

      int answer = worker.invoke(context -> 42);

      assertThat(answer).isEqualTo(42);

      assertThat(after)
          .containsExactly(
              changed(NONE, AVAILABLE), changed(AVAILABLE, BUSY), changed(BUSY, AVAILABLE));
      assertThat(trap.lines())
          .hasSize(3)
          .allSatisfy(
              line -> {
                assertThat(line.text())
                    .startsWith("a listener failed on RunspaceAvailabilityChanged[");
                assertThat(line.thrown()).containsExactly(failure);
              });
    }

    @Test
    void hearNothingMoreOnceTheyAreRemoved() throws Exception {
      worker.open();
      registration.close();
      registration.close();

      worker.invoke(context -> "value");

      assertThat(told).containsExactly(changed(NONE, AVAILABLE));
    }

    @Test
    void thatWereAddedTwiceAreRemovedOneByOne() throws Exception {
      Registration second = worker.onAvailabilityChanged(told::add);
      worker.open();
      assertThat(told).hasSize(2);

      second.close();
      worker.close();

      assertThat(told)
          .containsExactly(
              changed(NONE, AVAILABLE), changed(NONE, AVAILABLE), changed(AVAILABLE, NONE));
    }

    @Test
    void seeChangesThatFitTogetherHoweverManyThreadsMakeThem() throws Exception {
      worker.open();
      for (int i = 0; i < 200; i++) {
        worker.begin(context -> "value");
      }
      worker.close();

      RunspaceAvailability now = NONE;
      for (Object each : told) {
        var change = (RunspaceAvailabilityChanged) each;
        assertThat(change.from()).isEqualTo(now);
        assertThat(now.canBecome(change.to())).isTrue();
        now = change.to();
      }
      assertThat(now).isEqualTo(NONE);
    }
  }

  @Nested
  class AsAnEvent {
    private final Heard<Object> heard = new Heard<>();

    @Test
    void isHeardInTheParentWithItsSource() throws Exception {
      try (Runspace parent = Runspaces.open("parent")) {
        parent
            .events()
            .on(
                EngineEvents.AVAILABILITY_CHANGED,
                event -> heard.handle(List.of(event.source(), event.argument(0))));
        try (Runspace child = parent.open("worker")) {
          Object unused = child.invoke(context -> 1);
        }

        assertThat(heard.await(4))
            .containsExactly(
                List.of("worker", changed(NONE, AVAILABLE)),
                List.of("worker", changed(AVAILABLE, BUSY)),
                List.of("worker", changed(BUSY, AVAILABLE)),
                List.of("worker", changed(AVAILABLE, NONE)));
      }
    }

    @Test
    void isRaisedOnlyWhereSomebodySubscribesToIt() throws Exception {
      try (Runspace alone = Runspaces.open("alone")) {
        alone.events().on(RunspaceAvailabilityChanged.class, heard);
        Object unused = alone.invoke(context -> 1);
        Object ignored = alone.invoke(context -> "events are delivered before");

        assertThat(heard.all()).isEmpty();
        assertThat(alone.events().pending(EngineEvents.AVAILABILITY_CHANGED)).isEmpty();
      }
    }
  }
}
