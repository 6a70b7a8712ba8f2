package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static dev.runspaces.RunspaceState.BROKEN;
import static dev.runspaces.RunspaceState.CLOSED;
import static dev.runspaces.RunspaceState.OPENED;
import static dev.runspaces.RunspaceState.OPENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Opening without waiting for the start-up. */
@Timeout(30)
class RunspaceOpenAsyncTest {
  private final int countBefore = Runspaces.count();
  private final Gate started = new Gate();
  private final Gate gate = new Gate();
  private final LogTrap trap = LogTrap.on("dev.runspaces");

  /** Its start-up waits at the gate. */
  private final RunspaceBuilder slow =
      Runspaces.builder("slow")
          .startup(
              Script.action(
                  context -> {
                    started.open();
                    gate.pass();
                  }));

  @AfterEach
  void nothingIsLeft() {
    gate.open();
    Runspaces.all().forEach(Runspace::close);
    trap.close();
    assertThat(Runspaces.count()).isEqualTo(countBefore);
  }

  private static RunspaceOpenException failureOf(CompletableFuture<Runspace> opening) {
    return catchThrowableOfType(RunspaceOpenException.class, () -> Runspaces.await(opening));
  }

  @Nested
  class WithoutAStartUp {

    @Test
    void itIsOpenAtOnce() {
      Runspace worker = Runspaces.builder("worker").create();

      CompletableFuture<Runspace> opening = worker.openAsync();

      assertThat(opening).isCompletedWithValue(worker);
      assertThat(worker.state()).isEqualTo(OPENED);
      assertThat(Runspaces.all()).contains(worker);
    }

    @Test
    void theBuilderMakesAndOpensIt() throws Exception {
      Runspace worker = Runspaces.builder("worker").variable("answer", 42).openAsync().get();

      assertThat(worker.state()).isEqualTo(OPENED);
      assertThat(worker.variables().get("answer", Integer.class)).isEqualTo(42);
    }

    @Test
    void oneThatIsClosedByAListenerMeanwhileFails() {
      Runspace worker = Runspaces.builder("worker").create();
      worker.onStateChanged(
          change -> {
            if (change.to() == OPENING) {
              worker.close();
            }
          });

      assertThat(failureOf(worker.openAsync()))
          .hasMessageEndingWith("it was closed while it was being opened");
      assertThat(worker.state()).isEqualTo(CLOSED);
    }
  }

  @Nested
  class WithAStartUp {

    @Test
    void itIsOpenedWhenTheStartUpHasEnded() throws Exception {
      Runspace worker = slow.create();

      CompletableFuture<Runspace> opening = worker.openAsync();
      started.pass();
      assertThat(opening).isNotDone();
      assertThat(worker.state()).isEqualTo(OPENING);
      assertThat(Runspaces.all()).contains(worker);
      gate.open();

      assertThat(opening.get()).isSameAs(worker);
      assertThat(worker.state()).isEqualTo(OPENED);
    }

    @Test
    void whatIsDoneNextMayUseItAtOnce() throws Exception {
      CompletableFuture<Integer> answer =
          slow.openAsync().thenCompose(worker -> worker.begin(context -> 6 * 7).toFuture());

      gate.open();

      assertThat(answer.get()).isEqualTo(42);
    }

    @Test
    void itMayBeAwaitedInAnotherRunspaceWhoseEventsGoOn() throws Exception {
      try (Runspace waiting = Runspaces.open("waiting")) {
        waiting.events().on("Go", event -> gate.open());

        RunspaceState state =
            waiting.invoke(
                context -> {
                  CompletableFuture<Runspace> opening = slow.openAsync();
                  context.events().raise("Go");
                  return Runspaces.await(opening).state();
                });

        assertThat(state).isEqualTo(OPENED);
      }
    }

    @Test
    void scriptsBegunMeanwhileRunAfterIt() throws Exception {
      Runspace worker = slow.variable("log", new CopyOnWriteArrayList<>()).create();
      CompletableFuture<Runspace> opening = worker.openAsync();
      started.pass();

      Invocation<RunspaceState> next = worker.begin(context -> context.runspace().state());
      assertThat(next.state()).isEqualTo(InvocationState.NOT_STARTED);
      gate.open();

      assertThat(opening.get()).isSameAs(worker);
      assertThat(next.await()).isIn(OPENING, OPENED);
    }

    @Test
    void itIsNotAvailableBeforeItIsOpened() throws Exception {
      Runspace worker = slow.create();
      CompletableFuture<Runspace> opening = worker.openAsync();
      started.pass();

      assertThat(worker.availability()).isEqualTo(RunspaceAvailability.NONE);
      gate.open();
      assertThat(opening.get().availability()).isEqualTo(RunspaceAvailability.AVAILABLE);
    }
  }

  @Nested
  class AStartUpThatFails {
    private final IOException noDisk = new IOException("no disk");

    private RunspaceBuilder failing(RunspaceBuilder builder) {
      return builder.startup(
          Script.action(
              context -> {
                gate.pass();
                throw noDisk;
              }));
    }

    @Test
    void isTheFutureFailureWithItsCause() {
      CompletableFuture<Runspace> opening = failing(Runspaces.builder("worker")).openAsync();
      gate.open();

      assertThat(failureOf(opening))
          .hasMessage(
              "runspace \"worker\" could not be opened: its start-up failed:"
                  + " java.io.IOException: no disk")
          .hasCause(noDisk);
    }

    @Test
    void isTheCauseOfWhatGetThrows() {
      CompletableFuture<Runspace> opening = failing(Runspaces.builder("worker")).openAsync();
      gate.open();

      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(opening::get)
          .withCauseInstanceOf(RunspaceOpenException.class)
          .havingCause()
          .withCause(noDisk);
    }

    @Test
    void leavesItBrokenAndTakesItOutOfTheRegistry() {
      Runspace worker = failing(Runspaces.builder("worker")).create();
      CompletableFuture<Runspace> opening = worker.openAsync();
      assertThat(Runspaces.count()).isEqualTo(countBefore + 1);
      gate.open();

      failureOf(opening);

      assertThat(worker.state()).isEqualTo(BROKEN);
      assertThat(worker.failure()).containsSame(noDisk);
      assertThat(Runspaces.count()).isEqualTo(countBefore);
    }

    @Test
    void isNoLongerListedByTheParent() {
      try (Runspace parent = Runspaces.open("parent")) {
        CompletableFuture<Runspace> opening = failing(parent.builder("child")).openAsync();
        assertThat(parent.children()).extracting(Runspace::name).containsExactly("child");
        gate.open();

        failureOf(opening);

        assertThat(parent.children()).isEmpty();
      }
    }

    @Test
    void closesWhatTheStartUpHasOwnedBefore() {
      var closed = new Gate();
      CompletableFuture<Runspace> opening =
          failing(
                  Runspaces.builder("worker")
                      .startup(context -> context.runspace().own(closed::open)))
              .openAsync();
      gate.open();

      failureOf(opening);

      assertThat(closed.isOpen()).isTrue();
    }

    @Test
    void reportsWhatFailsOnTheWayBackToo() {
      var stuck = new IllegalStateException("stuck");
      CompletableFuture<Runspace> opening =
          failing(
                  Runspaces.builder("worker")
                      .startup(
                          context ->
                              context
                                  .runspace()
                                  .own(
                                      () -> {
                                        throw stuck;
                                      })))
              .openAsync();
      gate.open();

      assertThat(failureOf(opening)).hasSuppressedException(stuck);
    }
  }

  @Nested
  class Cancelling {

    @Test
    void closesIt() throws Exception {
      Runspace worker = slow.create();
      CompletableFuture<Runspace> opening = worker.openAsync();
      started.pass();

      assertThat(opening.cancel(true)).isTrue();

      assertThatExceptionOfType(CancellationException.class).isThrownBy(opening::get);
      eventually(() -> assertThat(worker.state()).isEqualTo(CLOSED));
      eventually(() -> assertThat(Runspaces.all()).doesNotContain(worker));
    }

    @Test
    void interruptsTheStartUp() throws Exception {
      var interrupted = new Gate();
      Runspace worker =
          Runspaces.builder("worker")
              .startup(
                  Script.action(
                      context -> {
                        started.open();
                        try {
                          gate.pass();
                        } catch (InterruptedException stop) {
                          interrupted.open();
                          throw stop;
                        }
                      }))
              .create();
      CompletableFuture<Runspace> opening = worker.openAsync();
      started.pass();

      opening.cancel(false);

      interrupted.pass();
      eventually(() -> assertThat(worker.state()).isEqualTo(CLOSED));
    }

    @Test
    void doesNotMakeTheCallerWait() throws Exception {
      Runspace worker =
          Runspaces.builder("worker")
              .startup(
                  Script.action(
                      context -> {
                        started.open();
                        gate.passInSpiteOfInterrupts();
                      }))
              .create();
      CompletableFuture<Runspace> opening = worker.openAsync();
      started.pass();

      opening.cancel(true);

      assertThat(gate.isOpen()).isFalse();
      gate.open();
      eventually(() -> assertThat(worker.state()).isEqualTo(CLOSED));
    }

    @Test
    void comesTooLateForOneThatIsOpen() throws Exception {
      CompletableFuture<Runspace> opening = slow.openAsync();
      gate.open();
      Runspace worker = opening.get();

      assertThat(opening.cancel(true)).isFalse();

      assertThat(worker.state()).isEqualTo(OPENED);
    }
  }

  @Nested
  class ClosedMeanwhile {

    @Test
    void byAnotherThreadItFails() throws Exception {
      Runspace worker = slow.create();
      CompletableFuture<Runspace> opening = worker.openAsync();
      started.pass();

      worker.close();

      assertThat(worker.state()).isEqualTo(CLOSED);
      assertThat(failureOf(opening)).hasCauseInstanceOf(InvocationStoppedException.class);
      assertThat(worker.state()).isEqualTo(CLOSED);
    }

    @Test
    void byItsOwnStartUpItFails() {
      Runspace worker =
          Runspaces.builder("worker")
              .startup(Script.action(context -> context.runspace().close()))
              .create();

      RunspaceOpenException failure = failureOf(worker.openAsync());

      assertThat(failure).hasMessageStartingWith("runspace \"worker\" could not be opened");
      eventually(() -> assertThat(worker.state()).isEqualTo(CLOSED));
    }

    @Test
    void byAListenerBeforeTheStartUpHasBegunItFails() {
      Runspace worker = slow.create();
      worker.onStateChanged(
          change -> {
            if (change.to() == OPENING) {
              worker.close();
            }
          });

      RunspaceOpenException failure = failureOf(worker.openAsync());

      assertThat(failure).hasMessageStartingWith("runspace \"slow\" could not be opened");
      assertThat(worker.state()).isEqualTo(CLOSED);
      assertThat(started.isOpen()).isFalse();
    }

    @Test
    void byItsParentItFails() throws Exception {
      Runspace parent = Runspaces.open("parent");
      Runspace child =
          parent
              .builder("child")
              .startup(
                  Script.action(
                      context -> {
                        started.open();
                        gate.pass();
                      }))
              .create();
      CompletableFuture<Runspace> opening = child.openAsync();
      started.pass();

      parent.close();

      assertThat(child.state()).isEqualTo(CLOSED);
      assertThat(failureOf(opening)).hasMessageStartingWith("runspace \"child\" could not");
    }

    @Test
    void itStaysClosedHoweverTheTwoMeet() throws Exception {
      for (int round = 0; round < 100; round++) {
        Runspace worker = Runspaces.builder("worker").startup(context -> "quick").create();
        CompletableFuture<Runspace> opening = worker.openAsync();
        worker.close();

        assertThat(opening.handle((opened, failure) -> worker.state()).get()).isEqualTo(CLOSED);
        assertThat(Runspaces.all()).doesNotContain(worker);
      }
    }
  }

  @Nested
  class WhatIsRefusedAtOnce {

    @Test
    void openingTwice() throws Exception {
      Runspace worker = slow.create();
      CompletableFuture<Runspace> opening = worker.openAsync();
      started.pass();

      assertThatExceptionOfType(InvalidRunspaceStateException.class)
          .isThrownBy(worker::openAsync)
          .withMessage(
              "open: runspace \"slow\" is OPENING, expected BEFORE_OPEN; open another with"
                  + " Runspaces.open(\"slow\")");
      assertThatExceptionOfType(InvalidRunspaceStateException.class).isThrownBy(worker::open);

      gate.open();
      assertThat(opening.get().state()).isEqualTo(OPENED);
      assertThatExceptionOfType(InvalidRunspaceStateException.class)
          .isThrownBy(worker::openAsync)
          .withMessageStartingWith("open: runspace \"slow\" is OPENED, expected BEFORE_OPEN;");
    }

    @Test
    void openingInAParentThatIsClosed() {
      Runspace parent = Runspaces.open("parent");
      parent.close();
      RunspaceBuilder child = parent.builder("child").startup(context -> "never");

      assertThatExceptionOfType(InvalidRunspaceStateException.class)
          .isThrownBy(child::openAsync)
          .withMessage(
              "open(\"child\"): runspace \"parent\" is CLOSED, expected OPENED; open it in an open"
                  + " runspace");
      assertThat(Runspaces.count()).isEqualTo(countBefore);
    }

    @Test
    void allButOneOfManyThreadsThatOpenTheSame() throws Exception {
      for (int round = 0; round < 50; round++) {
        Runspace worker = Runspaces.builder("worker").startup(context -> "quick").create();
        var barrier = new CyclicBarrier(2);
        var attempts =
            List.of(
                new FutureTask<>(() -> attempt(worker, barrier)),
                new FutureTask<>(() -> attempt(worker, barrier)));
        attempts.forEach(attempt -> new Thread(attempt).start());

        assertThat(List.of(attempts.get(0).get(), attempts.get(1).get()))
            .containsExactlyInAnyOrder("OPENED", "refused");
        worker.close();
      }
    }

    private static String attempt(Runspace worker, CyclicBarrier barrier) throws Exception {
      barrier.await();
      try {
        return worker.openAsync().get().state().name();
      } catch (InvalidRunspaceStateException refused) {
        return "refused";
      }
    }
  }

  /** In another JVM, whose guard watches threads of one name. */
  @Nested
  class OnAThreadThatMustNotWait {
    private static List<String> printed = List.of();

    @BeforeAll
    static void runTheProgram() throws Exception {
      printed = OtherJvm.run(GuardedProgram.class).lines();
    }

    @Test
    void itIsAllowed() {
      assertThat(printed).contains("there: OPENING", "later: OPENED");
    }

    @Test
    void aFailureIsTakenBackElsewhere() {
      assertThat(printed).contains("failed: BROKEN");
    }

    @Test
    void cancellingIsAllowedToo() {
      assertThat(printed).contains("cancelled: true", "cancelled, later: CLOSED");
    }
  }

  /** Opens on a thread that must not wait. */
  static final class GuardedProgram {
    private GuardedProgram() {}

    public static void main(String... arguments) throws Exception {
      var gate = new Gate();
      Runspace worker =
          Runspaces.builder("worker").startup(Script.action(context -> gate.pass())).create();
      Runspace failing =
          Runspaces.builder("failing").startup(context -> Integer.parseInt("none")).create();
      Runspace cancelled =
          Runspaces.builder("cancelled")
              .startup(Script.action(context -> new Gate().pass()))
              .create();
      var openings = new CopyOnWriteArrayList<CompletableFuture<Runspace>>();
      var guarded =
          new Thread(
              () -> {
                openings.add(worker.openAsync());
                System.out.println("there: " + worker.state());
                openings.add(failing.openAsync());
                System.out.println("cancelled: " + cancelled.openAsync().cancel(true));
              },
              NamedThreadGuard.GUARDED);
      guarded.start();
      guarded.join();
      gate.open();
      System.out.println("later: " + openings.get(0).get().state());
      System.out.println(
          "failed: " + openings.get(1).handle((opened, failure) -> failing.state()).get());
      eventually(() -> assertThat(cancelled.state()).isEqualTo(CLOSED));
      System.out.println("cancelled, later: " + cancelled.state());
      worker.close();
    }
  }
}
