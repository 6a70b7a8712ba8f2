package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a thread that must not wait may do all the same, found out by {@link Program}. */
@Timeout(40)
class WaitGuardTest {
  private static final String REFUSED =
      " -> WaitRefusedException: waiting on the guarded thread was refused: it would freeze the"
          + " program; wait in a runspace, or go on from Invocation.toFuture() or an event handler";

  private static List<String> printed = List.of();

  @BeforeAll
  static void runTheProgram() throws Exception {
    OtherJvm.Result result = OtherJvm.run(Program.class);
    printed = result.lines();
    assertThat(result.exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invocation.await()",
        "invocation.await(1 s)",
        "runspace.invoke(script)",
        "shell.invoke()",
        "shell.end(invocation)",
        "Runspaces.await(stage)",
        "events.await(name)",
        "open with a start-up"
      })
  void waitingIsRefusedThere(String call) {
    assertThat(printed).contains(call + REFUSED);
  }

  @Test
  void whatWasRefusedHasNotBegun() {
    assertThat(printed).contains("scripts run by refused calls -> []");
  }

  @Test
  void aShellThatWasRefusedThereIsEndedElsewhere() {
    assertThat(printed).contains("shell.end elsewhere -> [shell output]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "await of what has ended -> value",
        "events.await(name, zero) -> Optional.empty",
        "open without a start-up -> OPENED",
        "begin -> NOT_STARTED"
      })
  void whatDoesNotWaitIsAllowed(String line) {
    assertThat(printed).contains(line);
  }

  @Test
  void closeReturnsWhileTheClosingGoesOnElsewhere() {
    assertThat(printed)
        .containsSubsequence(
            "close -> CLOSING", "close again -> CLOSING", "later, elsewhere -> CLOSED");
  }

  @Test
  void whatFailsWhileClosingElsewhereIsLogged() {
    assertThat(printed)
        .anyMatch(line -> line.contains("closing, on behalf of a thread that must not wait"));
  }

  @Test
  void aChildThatCannotBeOpenedSaysWhyAndNotThatWaitingIsRefused() {
    assertThat(printed)
        .anyMatch(line -> line.startsWith("open in a closed parent -> InvalidRunspaceState"));
  }

  /** Tries everything on a guarded thread, and prints what came of it. */
  static final class Program {
    private static final List<String> RUN_BY_REFUSED_CALLS = new CopyOnWriteArrayList<>();

    private Program() {}

    public static void main(String... arguments) throws Exception {
      Runspace worker = Runspaces.open("worker");
      Shell shell = worker.shell().add(context -> "shell output");
      Shell refusedShell = worker.shell().add(context -> RUN_BY_REFUSED_CALLS.add("shell"));
      Invocation<String> ended = worker.begin(context -> "value");
      ended.await();
      var firstGate = new Gate();
      Invocation<?> running = worker.begin(Script.action(context -> firstGate.pass()));
      Invocation<List<Object>> ofShell = shell.begin();
      worker.own(
          () -> {
            throw new IllegalStateException("stuck");
          });
      Runspace closed = Runspaces.open("closed");
      closed.close();
      var guarded =
          new Thread(
              () -> {
                tell("invocation.await()", running::await);
                tell("invocation.await(1 s)", () -> running.await(Duration.ofSeconds(1)));
                tell(
                    "runspace.invoke(script)",
                    () -> worker.invoke(context -> RUN_BY_REFUSED_CALLS.add("invoke")));
                tell("shell.invoke()", refusedShell::invoke);
                tell("shell.end(invocation)", () -> shell.end(ofShell));
                tell("Runspaces.await(stage)", () -> Runspaces.await(new CompletableFuture<>()));
                tell(
                    "events.await(name)",
                    () -> worker.events().await("Ready", Duration.ofSeconds(1)));
                tell(
                    "events.await(name, zero)",
                    () -> worker.events().await("Ready", Duration.ZERO));
                tell(
                    "open with a start-up",
                    () ->
                        Runspaces.builder("refused")
                            .startup(context -> RUN_BY_REFUSED_CALLS.add("start-up"))
                            .open());
                tell("open without a start-up", () -> Runspaces.open("allowed").state());
                tell("open in a closed parent", () -> closedFamily(closed));
                tell("await of what has ended", ended::await);
                tell("begin", () -> worker.begin(context -> 1).state());
              },
              NamedThreadGuard.GUARDED);
      guarded.start();
      guarded.join();
      firstGate.open();
      tell("shell.end elsewhere", () -> shell.end(ofShell));
      closeOnAGuardedThread(worker);
      worker.close();
      tell("later, elsewhere", worker::state);
      eventually(() -> assertThat(LiveThreads.startingWith("runspace-closer")).isEmpty());
      tell("scripts run by refused calls", () -> RUN_BY_REFUSED_CALLS);
    }

    private static void closeOnAGuardedThread(Runspace worker) throws InterruptedException {
      var gate = new Gate();
      worker.begin(Script.action(context -> gate.passInSpiteOfInterrupts()));
      var guarded =
          new Thread(
              () -> {
                worker.close();
                tell("close", worker::state);
                worker.close();
                tell("close again", worker::state);
              },
              NamedThreadGuard.GUARDED);
      guarded.start();
      guarded.join();
      gate.open();
    }

    private static Object closedFamily(Runspace closed) {
      Runspace child = closed.builder("child").create();
      // A subscriber to the changes of state gives it a thread before it is opened.
      child.events().on(RunspaceStateChanged.class, change -> {});
      return child.open();
    }

    private static void tell(String call, Callable<?> attempt) {
      String result;
      try {
        result = String.valueOf(attempt.call());
      } catch (Exception failure) {
        result = failure.getClass().getSimpleName() + ": " + failure.getMessage();
      }
      System.out.println(call + " -> " + result);
    }
  }
}
