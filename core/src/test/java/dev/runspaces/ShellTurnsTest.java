package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static dev.runspaces.InvocationState.NOT_STARTED;
import static dev.runspaces.InvocationState.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runspaces.thread.ThreadPolicy;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a shell runs, and who may do what meanwhile. */
@Timeout(30)
class ShellTurnsTest {
  private final Gate started = new Gate();
  private final Gate gate = new Gate();
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final LogTrap trap = LogTrap.on("dev.runspaces");
  private final Runspace worker = Runspaces.open("worker");
  private final Shell shell = worker.shell();

  @AfterEach
  void close() {
    gate.open();
    worker.close();
    trap.close();
  }

  /** Waits at the gate. */
  private Script<?> waiting() {
    return Script.action(
        context -> {
          context.write("so far");
          started.open();
          gate.pass();
        });
  }

  @Nested
  class InABusyRunspace {

    @Test
    void itWaitsForItsTurn() throws Exception {
      worker.begin(waiting());
      started.pass();

      Invocation<List<Object>> queued = shell.add(context -> "turn").begin();
      assertThat(queued.state()).isEqualTo(NOT_STARTED);
      gate.open();

      assertThat(shell.end(queued)).containsExactly("turn");
    }

    @Test
    void severalShellsRunInTheOrderInWhichTheyWereBegun() throws Exception {
      worker.begin(waiting());
      started.pass();
      for (int i = 0; i < 20; i++) {
        int number = i;
        worker.shell().add(context -> log.add(number)).begin();
      }
      gate.open();
      shell.add(context -> "after all").invoke();

      assertThat(log).hasSize(20).isSortedAccordingTo((a, b) -> (int) a - (int) b);
    }

    @Test
    void oneThatIsStoppedInTheQueueNeverStartsAndTheNextOneDoes() throws Exception {
      worker.begin(waiting());
      started.pass();
      Invocation<List<Object>> queued = shell.add(context -> log.add("ran")).begin();
      Invocation<String> next = worker.begin(context -> "next");

      shell.stop();
      shell.stop();
      assertThat(queued.state()).isEqualTo(STOPPED);
      gate.open();

      assertThat(next.await()).isEqualTo("next");
      assertThat(log).isEmpty();
      assertThatExceptionOfType(InvocationStoppedException.class)
          .isThrownBy(() -> shell.end(queued));
    }

    @Test
    void oneThatWasStoppedInTheQueueRunsWhenItIsBegunAgain() throws Exception {
      worker.begin(waiting());
      started.pass();
      shell.add(context -> "ran").begin().stop();
      gate.open();

      assertThat(shell.invoke()).containsExactly("ran");
    }

    @Test
    void cancellingItsFutureStopsItThereToo() throws Exception {
      worker.begin(waiting());
      started.pass();
      Invocation<List<Object>> queued = shell.add(context -> log.add("ran")).begin();
      CompletableFuture<List<Object>> future = queued.toFuture();

      future.cancel(false);
      gate.open();
      worker.invoke(context -> "after it");

      assertThat(queued.state()).isEqualTo(STOPPED);
      assertThat(log).isEmpty();
      assertThatExceptionOfType(CancellationException.class).isThrownBy(future::get);
    }
  }

  @Nested
  class WhileItRuns {

    @Test
    void cancellingItsFutureStopsTheScripts() throws Exception {
      Invocation<List<Object>> invocation =
          shell.add(waiting()).add(context -> log.add("next")).begin();
      started.pass();

      assertThat(invocation.toFuture().cancel(true)).isTrue();

      eventually(() -> assertThat(invocation.state()).isEqualTo(STOPPED));
      assertThat(invocation.output()).containsExactly("so far");
      assertThat(log).isEmpty();
    }

    @Test
    void itIsClosedAndStopsAndItsOutcomeHasWhatCameBefore() throws Exception {
      Invocation<List<Object>> invocation = shell.add(waiting()).begin();
      started.pass();

      shell.close();

      assertThatExceptionOfType(InvocationStoppedException.class)
          .isThrownBy(() -> shell.end(invocation));
      Outcome<List<Object>> outcome = invocation.outcome().orElseThrow();
      assertThat(outcome.output()).containsExactly("so far");
      assertThat(outcome.value()).isNull();
      assertThat(outcome.error()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void itIsNotEditedByItsOwnScripts() throws Exception {
      shell.add(context -> shell.add(later -> "more"));

      assertThatExceptionOfType(InvocationFailedException.class)
          .isThrownBy(shell::invoke)
          .havingCause()
          .isInstanceOf(InvalidInvocationStateException.class)
          .withMessage("add: the shell is RUNNING; wait for it with end(...), or stop() it first");
    }

    @Test
    void itIsStoppedByItsOwnScripts() {
      shell
          .add(
              Script.action(
                  context -> {
                    shell.stop();
                    context.throwIfStopping();
                    log.add("not stopped");
                  }))
          .add(context -> log.add("next"));

      assertThatExceptionOfType(InvocationStoppedException.class).isThrownBy(shell::invoke);
      assertThat(log).isEmpty();
    }

    @Test
    void twoThreadsThatEndItHaveOneOutputAndOneRefusal() throws Exception {
      Invocation<List<Object>> invocation = shell.add(waiting()).begin();
      started.pass();
      var first = new FutureTask<>(() -> shell.end(invocation));
      var thread = new Thread(first);
      thread.start();
      eventually(() -> assertThat(thread.getState()).isEqualTo(Thread.State.TIMED_WAITING));

      assertThatExceptionOfType(InvalidInvocationStateException.class)
          .isThrownBy(() -> shell.end(invocation))
          .withMessage("end: it has been ended before; its output is in Invocation.outcome()");
      gate.open();

      assertThat(first.get()).containsExactly("so far");
    }

    @Test
    void itsOwnScriptMayNotEndItButOthersStillMay() throws Exception {
      var own = new CompletableFuture<Invocation<List<Object>>>();
      Invocation<List<Object>> invocation =
          shell
              .add(
                  Script.action(
                      context -> {
                        try {
                          log.add(shell.end(own.join()));
                        } catch (InvalidInvocationStateException refused) {
                          log.add(String.valueOf(refused.getMessage()));
                        }
                      }))
              .begin();
      own.complete(invocation);
      invocation.ended().join();

      assertThat(shell.end(invocation)).isEmpty();
      assertThat(log)
          .containsExactly(
              "await: this is called by the script itself, which would wait for its own end;"
                  + " return from the script instead");
    }
  }

  @Nested
  class WithoutAThreadOfItsOwn {
    private final Runspace current =
        Runspaces.builder("current").threads(ThreadPolicy.CURRENT).open();
    private final Shell here = current.shell();

    @AfterEach
    void closeCurrent() {
      gate.open();
      current.close();
    }

    @Test
    void itHasRunWhenBeginReturns() throws Exception {
      Invocation<List<Object>> invocation = here.add(context -> "value").begin();

      assertThat(invocation.state().isFinal()).isTrue();
      assertThat(here.end(invocation)).containsExactly("value");
    }

    @Test
    void anotherThreadStopsItMeanwhile() throws Exception {
      here.add(waiting());
      var run = new FutureTask<>(here::begin);
      new Thread(run).start();
      started.pass();

      here.stop();

      assertThat(run.get().state()).isEqualTo(STOPPED);
    }

    @Test
    void anotherThreadClosesItMeanwhile() throws Exception {
      here.add(waiting());
      var run = new FutureTask<>(here::begin);
      new Thread(run).start();
      started.pass();

      here.close();

      assertThat(run.get().state()).isEqualTo(STOPPED);
    }

    @Test
    void itIsNotEditedByItsOwnScripts() {
      here.add(context -> here.add(later -> "more"));

      assertThatExceptionOfType(InvocationFailedException.class)
          .isThrownBy(here::invoke)
          .havingCause()
          .isInstanceOf(InvalidInvocationStateException.class);
    }
  }

  @Nested
  class Anywhere {

    @ParameterizedTest
    @EnumSource(value = ThreadPolicy.class, names = "VIRTUAL", mode = EnumSource.Mode.EXCLUDE)
    void aShellIsBegunInTheMidstOfAScriptOfItsRunspace(ThreadPolicy threads) throws Exception {
      try (Runspace other = Runspaces.builder("other").threads(threads).open()) {
        Shell inner = other.shell().add(context -> "inner");

        List<Object> output = other.invoke(outer -> inner.invoke());

        assertThat(output).containsExactly("inner");
      }
    }

    @Test
    void aShellThatARunspaceRefusesIsAsBefore() throws Exception {
      Invocation<List<Object>> before = shell.add(context -> "value").begin();
      before.ended().join();
      worker.close();

      assertThatExceptionOfType(InvalidRunspaceStateException.class).isThrownBy(shell::begin);

      assertThat(shell.end(before)).containsExactly("value");
      assertThatExceptionOfType(InvalidRunspaceStateException.class).isThrownBy(shell::begin);
    }

    @Test
    void aShellThatIsClosedWhileItIsBegunLeavesNothingBehind() throws Exception {
      for (int round = 0; round < 300; round++) {
        Shell closed = worker.shell().add(context -> "value");
        var closer = new Thread(closed::close);
        closer.start();
        try {
          Invocation<List<Object>> begun = closed.begin();
          begun.ended().join();
        } catch (InvalidInvocationStateException refused) {
          assertThat(refused).hasMessageStartingWith("begin: the shell is closed;");
        }
        closer.join();
      }
      worker.invoke(context -> "after all");

      assertThat(worker.invocations()).isEmpty();
    }

    @Test
    void oneOfTwoThreadsThatBeginTheSameIsRefused() throws Exception {
      for (int round = 0; round < 100; round++) {
        var open = new Gate();
        Shell same = worker.shell().add(Script.action(context -> open.pass()));
        var tries =
            List.of(new FutureTask<>(() -> tryOf(same)), new FutureTask<>(() -> tryOf(same)));
        tries.forEach(each -> new Thread(each).start());

        assertThat(List.of(tries.get(0).get(), tries.get(1).get()))
            .containsExactlyInAnyOrder("begun", "refused");
        open.open();
      }
    }

    private static String tryOf(Shell shell) {
      try {
        return shell.begin().state().isFinal() ? "ended" : "begun";
      } catch (InvalidInvocationStateException refused) {
        return "refused";
      }
    }
  }
}
