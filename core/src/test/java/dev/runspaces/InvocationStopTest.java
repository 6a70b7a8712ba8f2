package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static dev.runspaces.InvocationState.COMPLETED;
import static dev.runspaces.InvocationState.NOT_STARTED;
import static dev.runspaces.InvocationState.STOPPED;
import static dev.runspaces.InvocationState.STOPPING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stop is asked for, noticed or not, and never meant for the next script. */
@Timeout(30)
class InvocationStopTest {
  private final Gate started = new Gate();
  private final Gate gate = new Gate();
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final LogTrap trap = LogTrap.on("dev.runspaces");
  private final Runspace worker = Runspaces.open("worker");

  @AfterEach
  void close() {
    gate.open();
    worker.close();
    trap.close();
  }

  /** Begins a script that waits at the gate, and returns when it is there. */
  private Invocation<?> beginWaiting() throws InterruptedException {
    Invocation<?> waiting =
        worker.begin(
            Script.action(
                context -> {
                  context.write("so far");
                  started.open();
                  gate.pass();
                }));
    started.pass();
    return waiting;
  }

  @Test
  void beforeTheStartItNeverStarts() throws Exception {
    Invocation<?> unusedBefore = beginWaiting();
    Invocation<Boolean> second = worker.begin(context -> log.add("ran"));
    assertThat(second.state()).isEqualTo(NOT_STARTED);

    second.stop();
    gate.open();
    worker.invoke(context -> "after all");

    assertThat(second.state()).isEqualTo(STOPPED);
    assertThat(second.outcome()).contains(new Outcome<>(STOPPED, null, List.of(), null));
    assertThat(log).isEmpty();
  }

  @Test
  void interruptsAScriptThatWaits() throws Exception {
    Invocation<?> invocation = beginWaiting();

    invocation.stop();

    assertThatExceptionOfType(InvocationStoppedException.class)
        .isThrownBy(invocation::await)
        .withMessage("the script in runspace \"worker\" was stopped")
        .withCauseInstanceOf(InterruptedException.class);
    Outcome<?> outcome = invocation.outcome().orElseThrow();
    assertThat(outcome.state()).isEqualTo(STOPPED);
    assertThat(outcome.output()).containsExactly("so far");
    assertThat(outcome.error()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void isSeenByAScriptThatAsks() throws Exception {
    Invocation<?> invocation =
        worker.begin(
            Script.action(
                context -> {
                  started.open();
                  while (!context.isStopping()) {
                    Thread.onSpinWait();
                  }
                  context.write("noticed");
                }));
    started.pass();

    invocation.stop();

    assertThatExceptionOfType(InvocationStoppedException.class).isThrownBy(invocation::await);
    assertThat(invocation.outcome())
        .contains(new Outcome<>(STOPPED, null, List.of("noticed"), null));
  }

  @Test
  void endsAScriptThatAsksToBeEnded() throws Exception {
    Invocation<?> invocation =
        worker.begin(
            Script.action(
                context -> {
                  started.open();
                  while (true) {
                    context.throwIfStopping();
                    Thread.onSpinWait();
                  }
                }));
    started.pass();

    invocation.stop();

    assertThatExceptionOfType(InvocationStoppedException.class).isThrownBy(invocation::await);
  }

  @Test
  void aScriptThatHadDoneItsWorkBeforeItNoticedHasCompleted() throws Exception {
    Invocation<String> invocation =
        worker.begin(
            context -> {
              started.open();
              while (!gate.isOpen()) {
                Thread.onSpinWait();
              }
              return "all done";
            });
    started.pass();

    invocation.stop();
    assertThat(invocation.state()).isEqualTo(STOPPING);
    gate.open();

    assertThat(invocation.await()).isEqualTo("all done");
    assertThat(invocation.state()).isEqualTo(COMPLETED);
  }

  @Test
  void twiceIsHarmlessAndSoIsStoppingWhatHasEnded() throws Exception {
    Invocation<Integer> ended = worker.begin(context -> 42);
    ended.await();
    ended.stop();
    assertThat(ended.state()).isEqualTo(COMPLETED);

    Invocation<?> invocation = beginWaiting();
    invocation.stop();
    invocation.stop();
    assertThatExceptionOfType(InvocationStoppedException.class).isThrownBy(invocation::await);
  }

  @Test
  void neverInterruptsTheNextScript() throws Exception {
    for (int round = 0; round < 200; round++) {
      var running = new Gate();
      Invocation<?> stopped =
          worker.begin(
              Script.action(
                  context -> {
                    running.open();
                    Thread.onSpinWait();
                  }));
      Invocation<Boolean> next = worker.begin(context -> Thread.currentThread().isInterrupted());
      running.pass();
      stopped.stop();

      assertThat(next.await()).isFalse();
    }
  }

  @Test
  void aScriptThatInterruptsItselfDoesNotInterruptTheNext() throws Exception {
    worker.invoke(
        context -> {
          Thread.currentThread().interrupt();
          return "interrupted";
        });

    boolean interrupted = worker.invoke(context -> Thread.currentThread().isInterrupted());
    assertThat(interrupted).isFalse();
  }

  @Test
  void aStoppedInvocationIsNotHeldForTheTimeThatItMightHaveTaken() throws Exception {
    Invocation<?> invocation = beginWaiting();
    invocation.stop();
    assertThatExceptionOfType(InvocationStoppedException.class).isThrownBy(invocation::await);
    var reference = new WeakReference<>(invocation);
    invocation = null;
    long before = System.nanoTime();

    eventually(
        () -> {
          worker.invoke(context -> "the worker forgets the last one");
          System.gc();
          assertThat(reference.get()).isNull();
        });
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void aScriptThatIgnoresItIsNamedInTheLog() throws Exception {
    Invocation<?> invocation =
        worker.begin(
            Script.action(
                context -> {
                  started.open();
                  gate.passInSpiteOfInterrupts();
                }));
    started.pass();

    invocation.stop();

    eventually(
        () ->
            assertThat(trap.texts())
                .singleElement()
                .asString()
                .startsWith(
                    "the script in runspace \"worker\" has ignored for 5 s that it was asked to"
                        + " stop; it is at\n\tat ")
                .contains("Gate.pass"));
  }
}
