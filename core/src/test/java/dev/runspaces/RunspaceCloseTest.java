package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static dev.runspaces.RunspaceState.CLOSED;
import static dev.runspaces.RunspaceState.CLOSING;
import static dev.runspaces.RunspaceState.OPENED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.runspaces.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of a runspace: once, complete, from anywhere. */
@Timeout(30)
class RunspaceCloseTest {
  private final int countBefore = Runspaces.count();
  private final Gate gate = new Gate();
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final Runspace worker = Runspaces.open("closing");

  @AfterEach
  void nothingIsLeft() {
    gate.open();
    worker.close();
    assertThat(worker.state()).isEqualTo(CLOSED);
    assertThat(Runspaces.count()).isEqualTo(countBefore);
    eventually(() -> assertThat(LiveThreads.startingWith("runspace-closing")).isEmpty());
  }

  @Nested
  class FromOutside {

    @Test
    void closedMeansGoneFromTheRegistry() {
      assertThat(Runspaces.all()).contains(worker);

      worker.close();

      assertThat(worker.state()).isEqualTo(CLOSED);
      assertThat(Runspaces.all()).doesNotContain(worker);
      assertThat(Runspaces.find("closing")).isEmpty();
    }

    @Test
    void closingTwiceIsHarmless() {
      List<RunspaceStateChanged> changes = new CopyOnWriteArrayList<>();
      worker.onStateChanged(changes::add);

      worker.close();
      worker.close();

      assertThat(changes).extracting(RunspaceStateChanged::to).containsExactly(CLOSING, CLOSED);
    }

    @Test
    void closingWhatWasNeverOpenedEndsIt() {
      Runspace created = Runspaces.builder("never").create();

      created.close();

      assertThat(created.state()).isEqualTo(CLOSED);
    }

    @Test
    void twoThreadsAtOnceBothReturnWhenItIsClosed() throws Exception {
      worker.invoke(context -> "started");
      var start = new CyclicBarrier(2);
      List<RunspaceState> seen = new CopyOnWriteArrayList<>();
      Runnable closing =
          () -> {
            try {
              start.await();
            } catch (Exception unexpected) {
              throw new AssertionError(unexpected);
            }
            worker.close();
            seen.add(worker.state());
          };
      var other = new Thread(closing);
      other.start();
      closing.run();
      other.join();

      assertThat(seen).containsExactly(CLOSED, CLOSED);
    }

    @Test
    void aRunningScriptIsStoppedAndAWaitingOneNeverStarts() throws Exception {
      var started = new Gate();
      Invocation<?> running =
          worker.begin(
              Script.action(
                  context -> {
                    started.open();
                    gate.pass();
                  }));
      Invocation<?> waiting = worker.begin(context -> log.add("ran"));
      started.pass();

      worker.close();

      assertThat(running.state()).isEqualTo(InvocationState.STOPPED);
      assertThat(waiting.state()).isEqualTo(InvocationState.STOPPED);
      assertThat(waiting.outcome()).isPresent();
      assertThat(log).isEmpty();
    }

    @Test
    void whatWasRaisedBeforeIsStillDelivered() {
      var heard = new Heard<Event>();
      worker.events().on("Ready", heard);
      for (int i = 0; i < 1_000; i++) {
        worker.events().raise("Ready", i);
      }

      worker.close();

      assertThat(heard.all()).hasSize(1_000);
      assertThat(worker.events().subscriptions()).isEmpty();
    }

    @Test
    void variablesAreForgotten() {
      worker.variables().set("big", new byte[10]);

      worker.close();

      assertThat(worker.variables().snapshot()).isEmpty();
    }

    @Test
    void aNegativeTimeOutIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> worker.close(Duration.ofMillis(-1)))
          .withMessage("a time-out of PT-0.001S is negative");
      assertThat(worker.state()).isEqualTo(OPENED);
    }

    @Test
    void anInterruptDoesNotCutItShortAndIsKept() throws Exception {
      var started = new Gate();
      worker.begin(
          Script.action(
              context -> {
                started.open();
                while (!context.isStopping()) {
                  Thread.onSpinWait();
                }
              }));
      started.pass();

      Thread.currentThread().interrupt();
      worker.close();

      assertThat(Thread.interrupted()).isTrue();
      assertThat(worker.state()).isEqualTo(CLOSED);
    }
  }

  @Nested
  class FromInside {

    @Test
    void aScriptMayCloseItsRunspaceAndGoesOnToItsEnd() throws Exception {
      Invocation<String> invocation =
          worker.begin(
              context -> {
                context.runspace().close();
                log.add("still " + context.runspace().state());
                return "done";
              });

      assertThat(invocation.await()).isEqualTo("done");
      assertThat(log).containsExactly("still CLOSING");
      eventually(() -> assertThat(worker.state()).isEqualTo(CLOSED));
    }

    @Test
    void aHandlerMayCloseItsRunspaceAndWhatWasRaisedBeforeIsStillDelivered() throws Exception {
      worker
          .events()
          .on(
              "Step",
              event -> {
                log.add("step " + event.argument(0));
                worker.close();
              });
      worker.invoke(
          context -> {
            context.events().raise("Step", 1);
            context.events().raise("Step", 2);
            return "raised";
          });

      eventually(() -> assertThat(worker.state()).isEqualTo(CLOSED));
      assertThat(log).containsExactly("step 1", "step 2");
    }

    @Test
    void itIsNotClosedInTheMiddleOfAScriptThatAwaitsAnother() throws Exception {
      var inner = new Gate();
      List<RunspaceState> stateAtTheEnd = new CopyOnWriteArrayList<>();
      Invocation<?> outer =
          worker.begin(
              Script.action(
                  context -> {
                    Invocation<?> other =
                        context
                            .runspace()
                            .begin(
                                Script.action(
                                    innerContext -> {
                                      inner.open();
                                      gate.passInSpiteOfInterrupts();
                                    }));
                    try {
                      other.await();
                    } catch (InvocationStoppedException | InterruptedException stopped) {
                      log.add("stopped");
                    }
                    stateAtTheEnd.add(context.runspace().state());
                  }));
      inner.pass();

      var closer = new Thread(worker::close);
      closer.start();
      eventually(
          () ->
              assertThat(worker.invocations())
                  .allMatch(it -> it.state() == InvocationState.STOPPING));
      gate.open();
      closer.join();

      assertThat(stateAtTheEnd).containsExactly(CLOSING);
      assertThat(outer.state()).isEqualTo(InvocationState.STOPPED);
    }

    @Test
    void aScriptBelowMayCloseTheParent() throws Exception {
      Runspace child = worker.open("child");

      Invocation<?> invocation =
          child.begin(
              context -> {
                worker.close();
                return worker.state();
              });

      assertThat(invocation.await()).isEqualTo(CLOSED);
      eventually(() -> assertThat(child.state()).isEqualTo(CLOSED));
    }

    @Test
    void aScriptBelowThatClosesTheParentWhileItIsBeingClosedHoldsNobodyUp() throws Exception {
      Runspace child = worker.open("child");
      var started = new Gate();
      child.begin(
          Script.action(
              context -> {
                started.open();
                gate.passInSpiteOfInterrupts();
                worker.close();
                log.add("went on");
              }));
      started.pass();

      long before = System.nanoTime();
      var closer = new Thread(worker::close);
      closer.start();
      eventually(() -> assertThat(child.state()).isEqualTo(CLOSING));
      gate.open();
      closer.join();

      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
      assertThat(log).containsExactly("went on");
    }
  }

  /** Resources, listeners and what hangs on futures: they are called in the midst of it. */
  @Nested
  class FromWhatItCalls {

    @Test
    void aResourceMayCloseTheRunspaceThatOwnsIt() {
      worker.own(closing(worker));

      closesAtOnce(worker);
      assertThat(log).containsExactly("went on");
    }

    @Test
    void aResourceBelowMayCloseTheParent() {
      worker.open("child").own(closing(worker));

      closesAtOnce(worker);
    }

    @Test
    void aResourceMayCloseAnotherRunspaceWhoseResourceClosesThisOne() {
      Runspace other = Runspaces.open("closing-too");
      other.own(closing(worker));
      worker.own(closing(other));

      closesAtOnce(worker);
      assertThat(other.state()).isEqualTo(CLOSED);
    }

    @Test
    void aListenerOfItsStatesMayCloseItAgain() throws Exception {
      worker.invoke(context -> "so that it has a thread");
      worker.onStateChanged(change -> worker.close());

      closesAtOnce(worker);
    }

    @Test
    void whatHangsOnTheFutureOfAScriptThatIsStoppedMayCloseItAgain() throws Exception {
      var started = new Gate();
      worker.begin(
          Script.action(
              context -> {
                started.open();
                gate.pass();
              }));
      started.pass();
      var unused =
          worker
              .begin(context -> "never starts")
              .toFuture()
              .whenComplete((value, stopped) -> worker.close());

      closesAtOnce(worker);
    }

    @Test
    void whatHangsOnARequestThatIsGivenUpMayCloseItAgain() throws Exception {
      worker.events().on("Question", event -> log.add("does not answer"));
      var unused =
          worker.events().request("Question").whenComplete((reply, none) -> worker.close());
      worker.invoke(context -> "the question was heard");

      closesAtOnce(worker);
    }

    private AutoCloseable closing(Runspace runspace) {
      return () -> {
        runspace.close();
        log.add("went on");
      };
    }

    private void closesAtOnce(Runspace runspace) {
      long before = System.nanoTime();

      runspace.close();

      assertThat(runspace.state()).isEqualTo(CLOSED);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Nested
  class EachOther {

    @Test
    void twoRunspacesMayCloseAtOnceAndBothEnd() throws Exception {
      // Each waits for the other's end, and is then left behind: that is said in the log.
      try (LogTrap trap = LogTrap.on("dev.runspaces");
          Runspace other = Runspaces.open("closing-too")) {
        var both = new CyclicBarrier(2);
        Invocation<?> here = worker.begin(closing(other, both));
        Invocation<?> there = other.begin(closing(worker, both));

        for (Invocation<?> invocation : List.of(here, there)) {
          eventually(() -> assertThat(invocation.state().isFinal()).isTrue());
        }
        eventually(() -> assertThat(worker.state()).isEqualTo(CLOSED));
        eventually(() -> assertThat(other.state()).isEqualTo(CLOSED));
        assertThat(trap.texts()).allMatch(line -> line.contains("is left behind"));
      }
    }

    private Script<Void> closing(Runspace other, CyclicBarrier both) {
      return Script.action(
          context -> {
            both.await(10, TimeUnit.SECONDS);
            other.close(Duration.ofSeconds(1));
          });
    }
  }

  @Nested
  class RacingWithBegin {

    @Test
    void neverLeavesAnInvocationHanging() throws Exception {
      for (int round = 0; round < 300; round++) {
        Runspace raced = Runspaces.open("raced");
        if (round % 2 == 0) {
          raced.invoke(context -> "started");
        }
        var start = new CyclicBarrier(2);
        var closer =
            new Thread(
                () -> {
                  try {
                    start.await();
                  } catch (Exception unexpected) {
                    throw new AssertionError(unexpected);
                  }
                  raced.close();
                });
        closer.start();
        start.await();
        List<String> ran = new CopyOnWriteArrayList<>();
        int begun = 0;
        int ended = 0;
        for (int i = 0; i < 3; i++) {
          String script = "script " + i;
          Invocation<?> invocation;
          try {
            invocation = raced.begin(context -> ran.add(script));
          } catch (InvalidRunspaceStateException refused) {
            assertThat(ran).doesNotContain(script);
            continue;
          }
          begun++;
          try {
            invocation.await(Duration.ofSeconds(5));
            ended++;
          } catch (InvocationStoppedException stopped) {
            ended++;
          }
        }
        closer.join();

        assertThat(ended).isEqualTo(begun);
        assertThat(raced.state()).isEqualTo(CLOSED);
        assertThat(Runspaces.all()).doesNotContain(raced);
      }
      eventually(() -> assertThat(LiveThreads.startingWith("runspace-raced")).isEmpty());
    }
  }
}
