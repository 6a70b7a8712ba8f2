package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static dev.runspaces.InvocationState.COMPLETED;
import static dev.runspaces.InvocationState.FAILED;
import static dev.runspaces.InvocationState.RUNNING;
import static dev.runspaces.InvocationState.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.runspaces.thread.WaitTimeoutException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a script ends, and how one learns of it. Stopping is {@link InvocationStopTest}. */
@Timeout(30)
class InvocationTest {
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

  @Nested
  class Completing {

    @Test
    void awaitReturnsTheValueOfTheScript() throws Exception {
      Invocation<String> invocation = worker.begin(context -> "value");

      assertThat(invocation.await()).isEqualTo("value");
      assertThat(invocation.state()).isEqualTo(COMPLETED);
      assertThat(invocation.runspace()).isSameAs(worker);
    }

    @Test
    void awaitingAgainReturnsTheSame() throws Exception {
      Invocation<Object> invocation = worker.begin(context -> new Object());

      assertThat(invocation.await()).isSameAs(invocation.await(Duration.ZERO));
    }

    @Test
    void theOutcomeHasTheOutputWithTheValueLast() throws Exception {
      Invocation<String> invocation =
          worker.begin(
              context -> {
                context.write(1);
                context.write(2);
                log.add(context.output());
                return "value";
              });
      invocation.await();

      Outcome<String> outcome = invocation.outcome().orElseThrow();
      assertThat(outcome.state()).isEqualTo(COMPLETED);
      assertThat(outcome.value()).isEqualTo("value");
      assertThat(outcome.output()).containsExactly(1, 2, "value");
      assertThat(outcome.error()).isNull();
      assertThat(log).containsExactly(List.of(1, 2));
    }

    @Test
    void nothingReturnedIsNothingWritten() throws Exception {
      Invocation<?> invocation = worker.begin(Script.action(context -> log.add("ran")));
      invocation.await();

      assertThat(invocation.output()).isEmpty();
      assertThat(log).containsExactly("ran");
    }

    @Test
    void outputIsSeenWhileItRuns() throws Exception {
      Invocation<?> invocation = beginWaiting();

      assertThat(invocation.state()).isEqualTo(RUNNING);
      assertThat(invocation.output()).containsExactly("so far");
      assertThat(invocation.outcome()).isEmpty();
      assertThat(invocation).hasToString("invocation in runspace \"worker\": RUNNING");
    }

    @Test
    void aFinalStateAlwaysHasAnOutcome() {
      for (int round = 0; round < 500; round++) {
        Invocation<Integer> invocation = worker.begin(context -> 1);
        while (!invocation.state().isFinal()) {
          Thread.onSpinWait();
        }
        assertThat(invocation.outcome()).isPresent();
      }
    }

    @Test
    void scriptsRunInTheOrderInWhichTheyWereBegun() throws Exception {
      for (int i = 0; i < 100; i++) {
        int number = i;
        worker.begin(context -> log.add(number));
      }
      worker.invoke(context -> "after all");

      assertThat(log).hasSize(100).isSortedAccordingTo((a, b) -> (int) a - (int) b);
    }

    @Test
    void anOutcomeNeedsAFinalState() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Outcome<>(RUNNING, "value", List.of(), null))
          .withMessage("an outcome needs a final state, not RUNNING");
    }
  }

  @Nested
  class Failing {
    private final IOException failure = new IOException("no disk");

    @Test
    void awaitThrowsWithTheCause() {
      Invocation<Object> invocation =
          worker.begin(
              context -> {
                throw failure;
              });

      assertThatExceptionOfType(InvocationFailedException.class)
          .isThrownBy(invocation::await)
          .withCause(failure)
          .withMessage("the script in runspace \"worker\" failed: java.io.IOException: no disk");
      assertThat(invocation.state()).isEqualTo(FAILED);
    }

    @Test
    void theOutcomeHasWhatCameBeforeAndTheCause() {
      Invocation<Object> invocation =
          worker.begin(
              context -> {
                context.write("before");
                throw failure;
              });

      assertThatExceptionOfType(InvocationFailedException.class).isThrownBy(invocation::await);
      assertThat(invocation.outcome())
          .contains(new Outcome<>(FAILED, null, List.of("before"), failure));
    }

    @ParameterizedTest
    @ValueSource(classes = {StackOverflowError.class, AssertionError.class, OutOfMemoryError.class})
    void anErrorFailsThisInvocationOnly(Class<? extends Error> type) throws Exception {
      Error error = type.getConstructor().newInstance();
      Invocation<Object> invocation =
          worker.begin(
              context -> {
                throw error;
              });

      assertThatExceptionOfType(InvocationFailedException.class)
          .isThrownBy(invocation::await)
          .withCause(error);
      int next = worker.invoke(context -> 42);
      assertThat(next).isEqualTo(42);
    }

    @Test
    void aRealStackOverflowIsSurvived() throws Exception {
      Invocation<Integer> invocation = worker.begin(context -> depthOf(context, 0));

      assertThatExceptionOfType(InvocationFailedException.class)
          .isThrownBy(invocation::await)
          .withCauseInstanceOf(StackOverflowError.class);
      int next = worker.invoke(context -> 42);
      assertThat(next).isEqualTo(42);
    }

    private static int depthOf(ScriptContext context, int depth) {
      return context.isStopping() ? depth : depthOf(context, depth + 1) + 1;
    }
  }

  @Nested
  class TimeOuts {

    @Test
    void aTimeOutLeavesTheInvocationRunning() throws Exception {
      Invocation<?> invocation = beginWaiting();

      assertThatExceptionOfType(WaitTimeoutException.class)
          .isThrownBy(() -> invocation.await(Duration.ofMillis(20)))
          .withMessage("the script in runspace \"worker\" did not end within 20 ms");
      assertThat(invocation.state()).isEqualTo(RUNNING);

      gate.open();
      assertThat(invocation.await(Duration.ofSeconds(10))).isNull();
    }

    @Test
    void zeroOnlyLooks() throws Exception {
      Invocation<?> invocation = beginWaiting();

      assertThatExceptionOfType(WaitTimeoutException.class)
          .isThrownBy(() -> invocation.await(Duration.ZERO));
    }

    @Test
    void theLongestTimeOutIsNotTooLong() throws Exception {
      Invocation<Integer> invocation = worker.begin(context -> 42);

      assertThat(invocation.await(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(42);
    }

    @Test
    void aNegativeOneIsRefused() throws Exception {
      Invocation<?> invocation = beginWaiting();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> invocation.await(Duration.ofSeconds(-1)))
          .withMessage("a time-out of PT-1S is negative");
    }

    @Test
    void anInterruptEndsTheWaitAndNotTheInvocation() throws Exception {
      Invocation<?> invocation = beginWaiting();

      Thread.currentThread().interrupt();

      assertThatExceptionOfType(InterruptedException.class).isThrownBy(invocation::await);
      assertThat(invocation.state()).isEqualTo(RUNNING);
    }
  }

  @Nested
  class Futures {

    @Test
    void endAsAwaitWould() throws Exception {
      CompletableFuture<String> good = worker.begin(context -> "value").toFuture();
      CompletableFuture<Object> bad =
          worker
              .begin(
                  context -> {
                    throw new IOException("no disk");
                  })
              .toFuture();

      assertThat(good.get()).isEqualTo("value");
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(bad::get)
          .withCauseInstanceOf(InvocationFailedException.class);
    }

    @Test
    void endStoppedWhenItIsStopped() throws Exception {
      Invocation<?> invocation = beginWaiting();
      CompletableFuture<?> future = invocation.toFuture();

      invocation.stop();

      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(future::get)
          .withCauseInstanceOf(InvocationStoppedException.class);
    }

    @Test
    void goOnOnTheRunspacesThread() throws Exception {
      Invocation<?> invocation = beginWaiting();
      CompletableFuture<String> thread =
          invocation.toFuture().thenApply(nothing -> Thread.currentThread().getName());

      gate.open();

      assertThat(thread.get()).isEqualTo("runspace-worker");
    }

    @Test
    void cancellingOneStopsTheInvocation() throws Exception {
      Invocation<?> invocation = beginWaiting();
      CompletableFuture<?> future = invocation.toFuture();

      assertThat(future.cancel(true)).isTrue();

      assertThatExceptionOfType(CancellationException.class).isThrownBy(future::get);
      eventually(() -> assertThat(invocation.state()).isEqualTo(STOPPED));
    }

    @Test
    void ofOthersAreAwaitedAndUnwrapped() throws Exception {
      assertThat(Runspaces.await(CompletableFuture.completedFuture("value"))).isEqualTo("value");
      assertThatExceptionOfType(ArithmeticException.class)
          .isThrownBy(
              () -> Runspaces.await(CompletableFuture.failedFuture(new ArithmeticException())));
      assertThatExceptionOfType(AssertionError.class)
          .isThrownBy(() -> Runspaces.await(CompletableFuture.failedFuture(new AssertionError())));
      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(() -> Runspaces.await(CompletableFuture.failedFuture(new IOException())))
          .withCauseInstanceOf(IOException.class);
      assertThatExceptionOfType(WaitTimeoutException.class)
          .isThrownBy(() -> Runspaces.await(new CompletableFuture<>(), Duration.ofMillis(5)))
          .withMessage("what was waited for did not end within 5 ms");
    }
  }
}
