package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ShellTest {
  private final Gate started = new Gate();
  private final Gate gate = new Gate();
  private final LogTrap trap = LogTrap.on("dev.runspaces");
  private final Runspace worker = Runspaces.open("worker");
  private final Shell shell = worker.shell();

  @AfterEach
  void close() {
    gate.open();
    shell.close();
    worker.close();
    trap.close();
  }

  private Invocation<List<Object>> beginWaiting() throws InterruptedException {
    shell.add(
        Script.action(
            context -> {
              context.write("so far");
              started.open();
              gate.pass();
            }));
    Invocation<List<Object>> waiting = shell.begin();
    started.pass();
    return waiting;
  }

  @Nested
  class Running {

    @Test
    void scriptsRunInOrderAndTheirOutputIsOneList() throws Exception {
      shell
          .add(context -> "first")
          .add(Script.action(context -> context.write("written")))
          .add(context -> "last");

      assertThat(shell.invoke()).containsExactly("first", "written", "last");
    }

    @Test
    void theSameScriptsRunAgainAsOftenAsWanted() throws Exception {
      shell.add(context -> "output");

      assertThat(shell.end(shell.begin())).containsExactly("output");
      assertThat(shell.end(shell.begin())).containsExactly("output");
    }

    @Test
    void anotherScriptIsAppendedUnlessTheShellIsCleared() throws Exception {
      shell.add(context -> "1st output");
      assertThat(shell.invoke()).containsExactly("1st output");

      assertThat(shell.add(context -> "2nd output").invoke())
          .containsExactly("1st output", "2nd output");
      assertThat(shell.clear().add(context -> "2nd output").invoke()).containsExactly("2nd output");
    }

    @Test
    void aLaterScriptSeesWhatEarlierOnesHaveWritten() throws Exception {
      shell.add(context -> 1).add(context -> "after " + context.output());

      assertThat(shell.invoke()).containsExactly(1, "after [1]");
    }

    @Test
    void theFirstFailureEndsThemAll() {
      var failure = new IOException("no disk");
      shell
          .add(context -> "before")
          .add(
              context -> {
                throw failure;
              })
          .add(context -> "after");
      Invocation<List<Object>> invocation = shell.begin();

      assertThatExceptionOfType(InvocationFailedException.class)
          .isThrownBy(() -> shell.end(invocation))
          .withCause(failure);
      assertThat(invocation.output()).containsExactly("before");
    }

    @Test
    void aShellThatHasFailedRunsAgain() throws Exception {
      shell.add(context -> context.variables().get("answer", Integer.class));
      assertThatExceptionOfType(InvocationFailedException.class).isThrownBy(shell::invoke);

      worker.variables().set("answer", 42);

      assertThat(shell.invoke()).containsExactly(42);
    }

    @Test
    void aStopEndsThemAll() throws Exception {
      Invocation<List<Object>> invocation = beginWaiting();

      shell.stop();

      assertThatExceptionOfType(InvocationStoppedException.class)
          .isThrownBy(() -> shell.end(invocation));
      assertThat(invocation.output()).containsExactly("so far");
    }

    @Test
    void aStopThatOneScriptDidNotNoticeKeepsTheNextFromStarting() throws Exception {
      shell
          .add(
              context -> {
                started.open();
                while (!gate.isOpen()) {
                  Thread.onSpinWait();
                }
                return "done";
              })
          .add(context -> "next");
      Invocation<List<Object>> invocation = shell.begin();
      started.pass();

      invocation.stop();
      gate.open();

      assertThatExceptionOfType(InvocationStoppedException.class)
          .isThrownBy(() -> shell.end(invocation));
      assertThat(invocation.output()).containsExactly("done");
    }

    @Test
    void whoeverHearsOfTheStopMayUseTheShellOnAnyThread() throws Exception {
      beginWaiting();
      Shell other = worker.shell().add(context -> "never");
      var usedElsewhere = new Gate();
      var heard =
          other
              .begin()
              .toFuture()
              .handle(
                  (output, stopped) -> {
                    new Thread(
                            () -> {
                              other.stop();
                              usedElsewhere.open();
                            })
                        .start();
                    usedElsewhere.passInSpiteOfInterrupts();
                    return usedElsewhere.isOpen();
                  });

      other.close();

      assertThat(heard.get()).isTrue();
    }

    @Test
    void stoppingAShellThatHasNotBegunIsHarmless() throws Exception {
      shell.stop();

      assertThat(shell.add(context -> 1).invoke()).containsExactly(1);
    }
  }

  @Nested
  class IllegalCalls {

    @Test
    void anEmptyShellDoesNotBegin() {
      assertThatExceptionOfType(InvalidInvocationStateException.class)
          .isThrownBy(shell::begin)
          .withMessage("begin: the shell is empty; add a script first");
    }

    @Test
    void aRunningShellIsNotEditedNorBegunAgain() throws Exception {
      beginWaiting();

      assertThatExceptionOfType(InvalidInvocationStateException.class)
          .isThrownBy(() -> shell.add(context -> 1))
          .withMessage("add: the shell is RUNNING; wait for it with end(...), or stop() it first");
      assertThatExceptionOfType(InvalidInvocationStateException.class)
          .isThrownBy(shell::clear)
          .withMessageStartingWith("clear: the shell is RUNNING;");
      assertThatExceptionOfType(InvalidInvocationStateException.class)
          .isThrownBy(shell::begin)
          .withMessageStartingWith("begin: the shell is RUNNING;");
    }

    @Test
    void aForeignInvocationIsNotEnded() {
      Shell other = worker.shell().add(context -> 1);
      Invocation<List<Object>> foreign = other.begin();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> shell.end(foreign))
          .withMessageStartingWith(
              "end: this shell did not begin that invocation in runspace \"worker\": ")
          .withMessageEndingWith("; end what begin() returned last");
    }

    @Test
    void anInvocationIsEndedOnce() throws Exception {
      Invocation<List<Object>> invocation = shell.add(context -> 1).begin();
      shell.end(invocation);

      assertThatExceptionOfType(InvalidInvocationStateException.class)
          .isThrownBy(() -> shell.end(invocation))
          .withMessage("end: it has been ended before; its output is in Invocation.outcome()");
    }

    @Test
    void anInterruptedEndMayBeTriedAgain() throws Exception {
      Invocation<List<Object>> invocation = beginWaiting();
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> shell.end(invocation));

      gate.open();

      assertThat(shell.end(invocation)).containsExactly("so far");
    }

    @Test
    void aClosedShellRefusesEverythingAndItsRunspaceStaysOpen() {
      shell.add(context -> 1).close();

      assertThatExceptionOfType(InvalidInvocationStateException.class)
          .isThrownBy(shell::begin)
          .withMessage("begin: the shell is closed; make another with Runspace.shell()");
      assertThatExceptionOfType(InvalidInvocationStateException.class)
          .isThrownBy(() -> shell.add(context -> 1));
      assertThatExceptionOfType(InvalidInvocationStateException.class).isThrownBy(shell::clear);
      assertThat(worker.state()).isEqualTo(RunspaceState.OPENED);
    }

    @Test
    void closingStopsWhatIsRunningAndTwiceIsHarmless() throws Exception {
      Invocation<List<Object>> invocation = beginWaiting();

      shell.close();
      shell.close();

      eventually(() -> assertThat(invocation.state()).isEqualTo(InvocationState.STOPPED));
    }

    @Test
    void inAClosedRunspaceItDoesNotBegin() {
      shell.add(context -> 1);
      worker.close();

      assertThatExceptionOfType(InvalidRunspaceStateException.class)
          .isThrownBy(shell::begin)
          .withMessageStartingWith("begin: runspace \"worker\" is CLOSED, expected OPENED;");
    }
  }
}
