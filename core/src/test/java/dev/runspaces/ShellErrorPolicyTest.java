package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static dev.runspaces.InvocationState.COMPLETED;
import static dev.runspaces.InvocationState.FAILED;
import static dev.runspaces.InvocationState.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.stream.StreamItem;
import dev.runspaces.stream.StreamName;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the scripts after one that throws. */
@Timeout(30)
class ShellErrorPolicyTest {
  private final IOException noDisk = new IOException("no disk");
  private final IllegalStateException noPaper = new IllegalStateException("no paper");
  private final Gate started = new Gate();
  private final Gate gate = new Gate();
  private final List<ErrorOccurred> uncaught = new CopyOnWriteArrayList<>();
  private final LogTrap trap = LogTrap.on("dev.runspaces");
  private final Runspace worker = Runspaces.builder("worker").uncaught(uncaught::add).open();
  private final Heard<ErrorOccurred> errors = new Heard<>();
  private final Shell shell = worker.shell();

  ShellErrorPolicyTest() {
    worker.events().on(ErrorOccurred.class, errors);
  }

  @AfterEach
  void close() {
    gate.open();
    worker.close();
    trap.close();
  }

  private static Script<?> throwing(Throwable failure) {
    return context -> {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (Exception) failure;
    };
  }

  private Shell withTwoFailures(ErrorPolicy policy) {
    return shell
        .onError(policy)
        .add(context -> "before")
        .add(throwing(noDisk))
        .add(context -> "between")
        .add(throwing(noPaper))
        .add(context -> "after");
  }

  @Nested
  class Stop {

    @Test
    void isThePolicyIfNothingIsSaid() {
      Invocation<List<Object>> invocation =
          shell.add(throwing(noDisk)).add(context -> "after").begin();

      assertThatExceptionOfType(InvocationFailedException.class)
          .isThrownBy(() -> shell.end(invocation));
      assertThat(invocation.output()).isEmpty();
    }

    @Test
    void endsAllWithTheFirstFailureAndKeepsWhatCameBefore() throws Exception {
      Invocation<List<Object>> invocation = withTwoFailures(ErrorPolicy.STOP).begin();

      assertThatExceptionOfType(InvocationFailedException.class)
          .isThrownBy(() -> shell.end(invocation))
          .withCause(noDisk);
      assertThat(invocation.outcome())
          .contains(new Outcome<>(FAILED, null, List.of("before"), noDisk));
    }

    @Test
    void raisesOneErrorEvent() throws Exception {
      withTwoFailures(ErrorPolicy.STOP).begin().ended().join();

      assertThat(errors.await(1)).extracting(ErrorOccurred::error).containsExactly(noDisk);
    }
  }

  @Nested
  class Continue {

    @Test
    void runsTheOthersAndKeepsTheOrderOfTheOutput() throws Exception {
      assertThat(withTwoFailures(ErrorPolicy.CONTINUE).invoke())
          .containsExactly("before", "between", "after");
    }

    @Test
    void endsCompleted() throws Exception {
      Invocation<List<Object>> invocation = withTwoFailures(ErrorPolicy.CONTINUE).begin();
      List<Object> output = shell.end(invocation);

      assertThat(invocation.outcome()).contains(new Outcome<>(COMPLETED, output, output, null));
    }

    @Test
    void writesEachErrorWhereItHappened() throws Exception {
      Invocation<List<Object>> invocation = withTwoFailures(ErrorPolicy.CONTINUE).begin();
      shell.end(invocation);

      assertThat(invocation.streams().all().snapshot())
          .containsExactly(
              new StreamItem(StreamName.OUTPUT, "before"),
              new StreamItem(StreamName.ERROR, noDisk),
              new StreamItem(StreamName.OUTPUT, "between"),
              new StreamItem(StreamName.ERROR, noPaper),
              new StreamItem(StreamName.OUTPUT, "after"));
    }

    @Test
    void raisesAnErrorEventForEach() throws Exception {
      withTwoFailures(ErrorPolicy.CONTINUE).invoke();

      assertThat(errors.await(2)).extracting(ErrorOccurred::error).containsExactly(noDisk, noPaper);
    }

    @Test
    void keepsWhatAScriptHadWrittenBeforeItThrew() throws Exception {
      shell
          .onError(ErrorPolicy.CONTINUE)
          .add(
              Script.action(
                  context -> {
                    context.write("half");
                    throw noDisk;
                  }))
          .add(context -> "after " + context.output());

      assertThat(shell.invoke()).containsExactly("half", "after [half]");
    }

    @ParameterizedTest
    @ValueSource(classes = {StackOverflowError.class, OutOfMemoryError.class, AssertionError.class})
    void goesOnAfterAnErrorToo(Class<? extends Error> type) throws Exception {
      shell
          .onError(ErrorPolicy.CONTINUE)
          .add(throwing(type.getConstructor().newInstance()))
          .add(context -> "after");

      assertThat(shell.invoke()).containsExactly("after");
      assertThat(errors.awaitFirst().error()).isInstanceOf(type);
    }

    @Test
    void countsAScriptThatAwaitedWhatWasStoppedAsFailed() throws Exception {
      Invocation<?> stopped = worker.begin(Script.action(context -> gate.pass()));
      stopped.stop();
      shell.onError(ErrorPolicy.CONTINUE).add(context -> stopped.await()).add(context -> "after");

      assertThat(shell.invoke()).containsExactly("after");
      assertThat(errors.awaitFirst().error()).isInstanceOf(InvocationStoppedException.class);
    }

    @Test
    void isEndedByAStopAllTheSame() throws Exception {
      Invocation<List<Object>> invocation =
          shell
              .onError(ErrorPolicy.CONTINUE)
              .add(throwing(noDisk))
              .add(
                  Script.action(
                      context -> {
                        context.write("so far");
                        started.open();
                        gate.pass();
                      }))
              .add(context -> "never")
              .begin();
      started.pass();

      shell.stop();

      assertThatExceptionOfType(InvocationStoppedException.class)
          .isThrownBy(() -> shell.end(invocation));
      assertThat(invocation.state()).isEqualTo(STOPPED);
      assertThat(invocation.output()).containsExactly("so far");
      assertThat(invocation.streams().error().snapshot()).containsExactly(noDisk);
    }

    @Test
    void isEndedByAStopThatAScriptDidNotNotice() throws Exception {
      Invocation<List<Object>> invocation =
          shell
              .onError(ErrorPolicy.CONTINUE)
              .add(
                  context -> {
                    started.open();
                    while (!gate.isOpen()) {
                      Thread.onSpinWait();
                    }
                    return "done";
                  })
              .add(context -> "never")
              .begin();
      started.pass();

      invocation.stop();
      gate.open();

      assertThatExceptionOfType(InvocationStoppedException.class)
          .isThrownBy(() -> shell.end(invocation));
      assertThat(invocation.output()).containsExactly("done");
    }

    @Test
    void appliesToTheNextRunUntilItIsSaidOtherwise() throws Exception {
      withTwoFailures(ErrorPolicy.CONTINUE);

      assertThat(shell.invoke()).hasSize(3);
      assertThat(shell.invoke()).hasSize(3);
      shell.onError(ErrorPolicy.STOP);
      assertThatExceptionOfType(InvocationFailedException.class)
          .isThrownBy(shell::invoke)
          .withCause(noDisk);
    }
  }

  @Nested
  class AnErrorThatEndsNothing {

    @Test
    void isInTheErrorStreamAndAnErrorEvent() throws Exception {
      Invocation<String> invocation =
          worker.begin(
              context -> {
                context.writeError(noDisk);
                return "all the same";
              });

      assertThat(invocation.await()).isEqualTo("all the same");
      assertThat(invocation.streams().error().snapshot()).containsExactly(noDisk);
      ErrorOccurred occurred = errors.awaitFirst();
      assertThat(occurred.error()).isSameAs(noDisk);
    }

    @Test
    void isNotInTheOutcome() throws Exception {
      Invocation<?> invocation = worker.begin(Script.action(ctx -> ctx.writeError(noDisk)));
      invocation.await();

      assertThat(invocation.outcome().orElseThrow().error()).isNull();
      assertThat(invocation.output()).isEmpty();
    }

    @Test
    void isUncaughtWhereNobodyHandlesItAndNobodyAwaitsTheInvocation() throws Exception {
      try (Runspace other = Runspaces.builder("other").uncaught(uncaught::add).open()) {
        other.begin(Script.action(context -> context.writeError(noDisk)));

        eventually(
            () -> assertThat(uncaught).extracting(ErrorOccurred::error).containsExactly(noDisk));
      }
    }
  }

  @Nested
  class IsNotSet {

    @Test
    void whileTheShellIsRunning() throws Exception {
      shell
          .add(
              Script.action(
                  context -> {
                    started.open();
                    gate.pass();
                  }))
          .begin();
      started.pass();

      assertThatExceptionOfType(InvalidInvocationStateException.class)
          .isThrownBy(() -> shell.onError(ErrorPolicy.CONTINUE))
          .withMessage(
              "onError: the shell is RUNNING; wait for it with end(...), or stop() it first");
    }

    @Test
    void whenItIsClosed() {
      shell.close();

      assertThatExceptionOfType(InvalidInvocationStateException.class)
          .isThrownBy(() -> shell.onError(ErrorPolicy.CONTINUE))
          .withMessage("onError: the shell is closed; make another with Runspace.shell()");
    }
  }
}
