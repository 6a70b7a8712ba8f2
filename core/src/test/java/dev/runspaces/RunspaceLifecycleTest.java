package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static dev.runspaces.RunspaceState.BEFORE_OPEN;
import static dev.runspaces.RunspaceState.BROKEN;
import static dev.runspaces.RunspaceState.CLOSED;
import static dev.runspaces.RunspaceState.CLOSING;
import static dev.runspaces.RunspaceState.OPENED;
import static dev.runspaces.RunspaceState.OPENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Registration;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * From the first call to {@code OPENED}, or to {@code BROKEN}. The end is {@link
 * RunspaceCloseTest}.
 */
@Timeout(30)
class RunspaceLifecycleTest {
  private final int countBefore = Runspaces.count();
  private final Gate gate = new Gate();

  @AfterEach
  void everythingIsClosed() {
    gate.open();
    Runspaces.all().forEach(Runspace::close);
    assertThat(Runspaces.count()).isEqualTo(countBefore);
  }

  @Nested
  class Opening {

    @Test
    void anOpenedRunspaceIsReadyAndRegistered() throws Exception {
      try (Runspace worker = Runspaces.open("worker")) {
        assertThat(worker.state()).isEqualTo(OPENED);
        assertThat(worker.name()).isEqualTo("worker");
        assertThat(worker.parent()).isEmpty();
        assertThat(worker.failure()).isEmpty();
        assertThat(Runspaces.all()).contains(worker);
        assertThat(Runspaces.count()).isEqualTo(countBefore + 1);
        int answer = worker.invoke(context -> 6 * 7);
        assertThat(answer).isEqualTo(42);
      }
    }

    @Test
    void everyRunspaceHasANumberOfItsOwn() {
      try (Runspace first = Runspaces.open("same");
          Runspace second = Runspaces.open("same")) {
        assertThat(second.id()).isGreaterThan(first.id());
        assertThat(Runspaces.find("SAME")).containsSame(first);
      }
    }

    @Test
    void whatIsNotThereIsNotFound() {
      assertThat(Runspaces.find("nobody")).isEmpty();
    }

    @Test
    void aBlankNameIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Runspaces.open(" "))
          .withMessage("a runspace needs a name that is not blank");
    }

    @Test
    void aCreatedRunspaceIsNotRegisteredBeforeItIsOpened() {
      Runspace created = Runspaces.builder("later").create();

      assertThat(created.state()).isEqualTo(BEFORE_OPEN);
      assertThat(Runspaces.all()).doesNotContain(created);
      assertThat(created.open()).isSameAs(created);
      assertThat(Runspaces.all()).contains(created);
    }

    @Test
    void itSaysWhatItIs() {
      try (Runspace worker = Runspaces.open("worker")) {
        assertThat(worker).hasToString("runspace \"worker\" (" + worker.id() + ") OPENED");
      }
    }

    @Test
    void outsideThereIsNoCurrentRunspaceAndInsideThereIs() throws Exception {
      try (Runspace worker = Runspaces.open("worker")) {
        assertThat(Runspaces.current()).isEmpty();
        Optional<Runspace> inside = worker.invoke(context -> Runspaces.current());
        assertThat(inside).containsSame(worker);
      }
    }
  }

  @Nested
  class LookUp {
    private final Runspace first = Runspaces.open("Worker");
    private final Runspace second = Runspaces.open("walker");
    private final Runspace third = second.open("worker");

    @AfterEach
    void close() {
      first.close();
      second.close();
    }

    @Test
    void byNumberFindsThatOne() {
      assertThat(Runspaces.find(second.id())).containsSame(second);
      assertThat(Runspaces.find(-1)).isEmpty();
    }

    @Test
    void byTheNumberInTheWorldFindsThatOne() {
      assertThat(Runspaces.find(third.instanceId())).containsSame(third);
      assertThat(Runspaces.find(second.instanceId())).containsSame(second);
      assertThat(Runspaces.find(UUID.randomUUID())).isEmpty();
      assertThat(first.instanceId()).isEqualTo(first.instanceId());
    }

    @Test
    void byNameFindsTheOldestIgnoringCase() {
      assertThat(Runspaces.find("WORKER")).containsSame(first);
      assertThat(Runspaces.find("work")).isEmpty();
    }

    @Test
    void byPatternFindsAllOldestFirst() {
      assertThat(Runspaces.findAll("W?LK*")).containsExactly(second);
      assertThat(Runspaces.findAll("w*er")).containsExactly(first, second, third);
      assertThat(Runspaces.findAll("worker")).containsExactly(first, third);
      assertThat(Runspaces.findAll("nobody*")).isEmpty();
    }

    @Test
    void findsNothingThatIsClosed() {
      second.close();

      assertThat(Runspaces.findAll("w*er")).containsExactly(first);
      assertThat(Runspaces.find(second.id())).isEmpty();
      assertThat(Runspaces.find(third.instanceId())).isEmpty();
    }
  }

  @Nested
  class StartUp {

    @Test
    void runsInTheRunspaceInOrderBeforeItIsOpened() {
      List<Object> seen = new CopyOnWriteArrayList<>();

      try (Runspace worker =
          Runspaces.builder("worker")
              .variable("answer", 42)
              .startup(context -> seen.add(context.runspace().state()))
              .startup(context -> seen.add(context.variables().get("answer", Integer.class)))
              .startup(context -> seen.add(Thread.currentThread().getName()))
              .open()) {
        assertThat(worker.state()).isEqualTo(OPENED);
        assertThat(seen).containsExactly(OPENING, 42, "runspace-worker");
      }
    }

    @Test
    void mayUseItsRunspaceAlready() {
      try (Runspace worker =
          Runspaces.builder("worker")
              .startup(context -> context.runspace().invoke(inner -> "set up"))
              .open()) {
        assertThat(worker.state()).isEqualTo(OPENED);
      }
    }

    @Test
    void aFailureMakesItBrokenWithTheCause() {
      var failure = new IOException("no disk");
      Runspace worker =
          Runspaces.builder("worker")
              .startup(
                  context -> {
                    throw failure;
                  })
              .create();

      assertThatExceptionOfType(RunspaceOpenException.class)
          .isThrownBy(worker::open)
          .withCause(failure)
          .withMessage(
              "runspace \"worker\" could not be opened: its start-up failed:"
                  + " java.io.IOException: no disk");
      assertThat(worker.state()).isEqualTo(BROKEN);
      assertThat(worker.failure()).containsSame(failure);
      assertThat(Runspaces.all()).doesNotContain(worker);
    }

    @Test
    void afterAFailureNoLaterStartUpRunsAndWhatWasOwnedIsClosed() {
      List<String> log = new CopyOnWriteArrayList<>();

      assertThatExceptionOfType(RunspaceOpenException.class)
          .isThrownBy(
              () ->
                  Runspaces.builder("worker")
                      .startup(context -> context.runspace().own(() -> log.add("resource closed")))
                      .startup(
                          context -> {
                            throw new StackOverflowError();
                          })
                      .startup(context -> log.add("ran"))
                      .open());
      assertThat(log).containsExactly("resource closed");
    }

    @Test
    void whatFailsToCloseAfterAFailureIsSuppressedInIt() {
      var unclosable = new IllegalStateException("stuck");

      var refusal =
          catchThrowableOfType(
              RunspaceOpenException.class,
              () ->
                  Runspaces.builder("worker")
                      .startup(
                          context ->
                              context
                                  .runspace()
                                  .own(
                                      () -> {
                                        throw unclosable;
                                      }))
                      .startup(
                          context -> {
                            throw new IOException("no disk");
                          })
                      .open());
      assertThat(refusal).hasSuppressedException(unclosable);
    }

    @Test
    void aFailureThatOpenThrowsIsNotUncaughtAsWell() throws Exception {
      List<ErrorOccurred> uncaught = new CopyOnWriteArrayList<>();
      for (int round = 0; round < 50; round++) {
        assertThatExceptionOfType(RunspaceOpenException.class)
            .isThrownBy(
                () ->
                    Runspaces.builder("worker")
                        .uncaught(uncaught::add)
                        .startup(
                            context -> {
                              throw new IOException("no disk");
                            })
                        .open());
      }
      assertThat(uncaught).isEmpty();
    }

    @Test
    void aRunspaceThatIsClosedWhileItStartsIsNotOpened() throws Exception {
      var started = new Gate();
      Runspace worker =
          Runspaces.builder("worker")
              .startup(
                  Script.action(
                      context -> {
                        started.open();
                        gate.pass();
                      }))
              .create();
      var closer =
          new Thread(
              () -> {
                started.passInSpiteOfInterrupts();
                worker.close();
              });
      closer.start();

      assertThatExceptionOfType(RunspaceOpenException.class).isThrownBy(worker::open);
      closer.join();
      assertThat(worker.state()).isEqualTo(CLOSED);
      assertThat(Runspaces.all()).doesNotContain(worker);
    }

    @Test
    void aRunspaceThatIsClosedByAListenerWhileItOpensLeavesNothingBehind() {
      try (Runspace parent = Runspaces.open("parent")) {
        Runspace child = parent.builder("child").create();
        child.onStateChanged(
            change -> {
              if (change.to() == OPENING) {
                child.close();
              }
            });

        assertThatExceptionOfType(RunspaceOpenException.class)
            .isThrownBy(child::open)
            .withMessageContaining("it was closed while it was being opened");
        assertThat(child.state()).isEqualTo(CLOSED);
        assertThat(parent.children()).isEmpty();
        assertThat(Runspaces.all()).doesNotContain(child);
      }
    }
  }

  @Nested
  class StateEvents {
    private final List<RunspaceStateChanged> changes = new CopyOnWriteArrayList<>();

    @Test
    void areToldInOrderAndAThrowingListenerHarmsNobody() {
      try (LogTrap log = LogTrap.on("dev.runspaces")) {
        Runspace worker = Runspaces.builder("worker").create();
        worker.onStateChanged(
            change -> {
              throw new AssertionError("listener");
            });
        worker.onStateChanged(changes::add);

        worker.open();
        worker.close();

        assertThat(changes)
            .containsExactly(
                new RunspaceStateChanged("worker", BEFORE_OPEN, OPENING, null),
                new RunspaceStateChanged("worker", OPENING, OPENED, null),
                new RunspaceStateChanged("worker", OPENED, CLOSING, null),
                new RunspaceStateChanged("worker", CLOSING, CLOSED, null));
        assertThat(log.texts())
            .hasSize(4)
            .allMatch(text -> text.startsWith("a listener failed on RunspaceStateChanged"));
      }
    }

    @Test
    void theLastOneOfABrokenRunspaceHasTheCause() {
      var failure = new IOException("no disk");
      Runspace worker =
          Runspaces.builder("worker")
              .startup(
                  context -> {
                    throw failure;
                  })
              .create();
      worker.onStateChanged(changes::add);

      assertThatExceptionOfType(RunspaceOpenException.class).isThrownBy(worker::open);
      assertThat(changes)
          .endsWith(new RunspaceStateChanged("worker", OPENING, BROKEN, failure))
          .hasSize(2);
    }

    @Test
    void aListenerThatClosesTheRunspaceStillSeesThemInOrder() {
      Runspace worker = Runspaces.builder("worker").create();
      worker.onStateChanged(
          change -> {
            if (change.to() == OPENED) {
              worker.close();
            }
          });
      worker.onStateChanged(changes::add);

      worker.open();

      assertThat(changes)
          .extracting(RunspaceStateChanged::to)
          .containsExactly(OPENING, OPENED, CLOSING, CLOSED);
    }

    @Test
    void aListenerThatWasTakenBackHearsNothingMore() {
      Runspace worker = Runspaces.builder("worker").create();
      Registration registration = worker.onStateChanged(changes::add);

      registration.close();
      registration.close();
      worker.open();

      assertThat(changes).isEmpty();
    }

    @Test
    void takingAListenerBackTwiceLeavesItsOtherRegistrationAlone() {
      Runspace worker = Runspaces.builder("worker").create();
      Heard<RunspaceStateChanged> listener = new Heard<>();
      Consumer<RunspaceStateChanged> consumer = listener::handle;
      Registration first = worker.onStateChanged(consumer);
      worker.onStateChanged(consumer);

      first.close();
      first.close();
      worker.open();

      assertThat(listener.all())
          .extracting(RunspaceStateChanged::to)
          .containsExactly(OPENING, OPENED);
    }

    @Test
    void reachSubscribersOfTheRunspaceAndOfItsParent() {
      var heardByParent = new Heard<RunspaceStateChanged>();
      var heardByChild = new Heard<RunspaceStateChanged>();
      try (Runspace parent = Runspaces.open("parent")) {
        parent.events().on(RunspaceStateChanged.class, heardByParent);
        Runspace child = parent.builder("child").create();
        child.events().on(RunspaceStateChanged.class, heardByChild);

        child.open();
        child.close();

        eventually(
            () ->
                assertThat(heardByParent.all())
                    .extracting(RunspaceStateChanged::to)
                    .containsExactly(OPENING, OPENED, CLOSING, CLOSED));
        assertThat(heardByChild.all())
            .extracting(RunspaceStateChanged::to)
            .containsExactly(OPENING, OPENED, CLOSING);
      }
    }
  }
}
