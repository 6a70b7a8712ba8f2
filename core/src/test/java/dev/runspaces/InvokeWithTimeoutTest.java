package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.runspaces.thread.ThreadPolicy;
import dev.runspaces.thread.WaitTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever begins a script and waits for it in one call can say how long. */
@Timeout(30)
class InvokeWithTimeoutTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(20);

  private final Gate gate = new Gate();
  private final CompletableFuture<Boolean> stopped = new CompletableFuture<>();
  private final Runspace worker = Runspaces.open("worker");
  private final RunspacePool pool = Runspaces.pool("pool").maximum(1).open();
  private final Shell shell = worker.shell();

  @AfterEach
  void close() {
    gate.open();
    pool.close();
    worker.close();
  }

  private Object waitForTheGate(ScriptContext context) throws InterruptedException {
    try {
      gate.pass();
    } finally {
      stopped.complete(context.isStopping());
    }
    return "done";
  }

  private void assertTimesOutAndStops(ThrowingCallable call) throws Exception {
    assertThatExceptionOfType(WaitTimeoutException.class)
        .isThrownBy(call)
        .withMessageContaining("20 ms");
    assertThat(stopped.get(20, TimeUnit.SECONDS)).isTrue();
  }

  @Nested
  class InARunspace {

    @Test
    void theValueIsReturnedInTime() throws Exception {
      assertThat((int) worker.invoke(context -> 42, LONG)).isEqualTo(42);
    }

    @Test
    void aScriptThatIsTooLateIsStopped() throws Exception {
      assertTimesOutAndStops(
          () -> worker.invoke(InvokeWithTimeoutTest.this::waitForTheGate, SHORT));
    }
  }

  @Nested
  class InAPool {

    @Test
    void theValueIsReturnedInTime() throws Exception {
      assertThat((int) pool.invoke(context -> 42, LONG)).isEqualTo(42);
    }

    @Test
    void aScriptThatIsTooLateIsStopped() throws Exception {
      assertTimesOutAndStops(() -> pool.invoke(InvokeWithTimeoutTest.this::waitForTheGate, SHORT));
    }

    @Test
    void aScriptThatGetsNoRunspaceInTimeNeverRuns() throws Exception {
      Invocation<?> busy = pool.begin(InvokeWithTimeoutTest.this::waitForTheGate);
      assertThatExceptionOfType(WaitTimeoutException.class)
          .isThrownBy(() -> pool.invoke(context -> "late", SHORT));

      assertThat(pool.queued()).isZero();
      gate.open();
      assertThat(busy.await(LONG)).isEqualTo("done");
    }
  }

  @Nested
  class InAShell {

    @Test
    void theOutputIsReturnedInTime() throws Exception {
      assertThat(shell.add(context -> "out").invoke(LONG)).containsExactly("out");
    }

    @Test
    void scriptsThatAreTooLateAreStopped() throws Exception {
      shell.add(InvokeWithTimeoutTest.this::waitForTheGate);

      assertTimesOutAndStops(() -> shell.invoke(SHORT));
    }

    @Test
    void whatWasNotEndedInTimeGoesOnAndIsEndedAgain() throws Exception {
      Invocation<List<Object>> begun =
          shell.add(InvokeWithTimeoutTest.this::waitForTheGate).begin();
      assertThatExceptionOfType(WaitTimeoutException.class)
          .isThrownBy(() -> shell.end(begun, SHORT));

      gate.open();
      assertThat(shell.end(begun, LONG)).containsExactly("done");
    }
  }

  /** Where whoever waits runs the script himself, he cannot see that his time is over. */
  @Nested
  class OnTheCallersThread {
    private final List<Object> log = new CopyOnWriteArrayList<>();
    private final Runspace current =
        Runspaces.builder("current").threads(ThreadPolicy.CURRENT).open();
    private final RunspacePool currentPool =
        Runspaces.pool("current-pool").members(m -> m.threads(ThreadPolicy.CURRENT)).open();

    @AfterEach
    void close() {
      currentPool.close();
      current.close();
    }

    private Object waitForTheGate(ScriptContext context) throws InterruptedException {
      return InvokeWithTimeoutTest.this.waitForTheGate(context);
    }

    private void assertTimesOut(ThrowingCallable call) {
      assertThatExceptionOfType(WaitTimeoutException.class)
          .isThrownBy(call)
          .withMessageContaining("20 ms");
      assertThat(stopped.getNow(true)).as("stopped, unless it came too late to begin").isTrue();
    }

    /** Has a script call something that is too late, and go on undisturbed. */
    private Script<Void> timingOut(ThrowingCallable call) {
      return Script.action(
          context -> {
            assertTimesOut(call);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThat(context.isStopping()).isFalse();
          });
    }

    @Test
    void insideItsRunspaceAScriptThatIsTooLateIsStopped() throws Exception {
      worker.invoke(timingOut(() -> worker.invoke(this::waitForTheGate, SHORT)));
    }

    @Test
    void insideItsRunspaceAShellThatIsTooLateIsStopped() throws Exception {
      worker.invoke(timingOut(() -> worker.shell().add(this::waitForTheGate).invoke(SHORT)));
    }

    @Test
    void insideAPoolOfOneAScriptThatIsTooLateIsStopped() throws Exception {
      pool.invoke(timingOut(() -> pool.invoke(this::waitForTheGate, SHORT)));
    }

    @Test
    void insideAPoolOfOneAShellThatIsTooLateIsStopped() throws Exception {
      pool.invoke(timingOut(() -> pool.shell().add(this::waitForTheGate).invoke(SHORT)));
    }

    @Test
    void inACircleAScriptThatIsTooLateIsStopped() throws Exception {
      try (Runspace other = Runspaces.open("other")) {
        worker.invoke(
            context -> other.invoke(timingOut(() -> worker.invoke(this::waitForTheGate, SHORT))));
      }
    }

    @Test
    void whereItIsLentAScriptThatIsTooLateIsStopped() throws Exception {
      assertTimesOut(() -> current.invoke(this::waitForTheGate, SHORT));
      assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void whereItIsLentToAPoolAScriptThatIsTooLateIsStopped() throws Exception {
      assertTimesOut(() -> currentPool.invoke(this::waitForTheGate, SHORT));
    }

    @Test
    void aScriptThatHasNoTimeAtAllNeverRuns() {
      assertThatExceptionOfType(WaitTimeoutException.class)
          .isThrownBy(() -> current.invoke(context -> log.add("ran"), Duration.ZERO));
      assertThatExceptionOfType(WaitTimeoutException.class)
          .isThrownBy(() -> currentPool.invoke(context -> log.add("ran"), Duration.ZERO));
      assertThat(log).isEmpty();
    }

    @Test
    void aScriptThatDidNotNoticeHasItsValue() throws Exception {
      Script<String> busy =
          context -> {
            while (!Thread.currentThread().isInterrupted()) {
              Thread.onSpinWait();
            }
            return "done";
          };
      // Long enough for it to begin, however busy the machine is.
      assertThat(current.invoke(busy, Duration.ofMillis(500))).isEqualTo("done");
    }

    @Test
    void aScriptThatSomebodyElseStopsIsNotTooLate() {
      assertThatExceptionOfType(InvocationStoppedException.class)
          .isThrownBy(
              () ->
                  current.invoke(
                      context -> {
                        current.invocations().forEach(Invocation::stop);
                        return waitForTheGate(context);
                      },
                      LONG));
    }

    @Test
    void aScriptThatIsInTimeIsAsWithout() throws Exception {
      assertThat((int) current.invoke(context -> 42, LONG)).isEqualTo(42);
      int inside = worker.invoke(context -> worker.invoke(inner -> 42, LONG));
      assertThat(inside).isEqualTo(42);
    }
  }

  /** Nothing is begun then, nor used up. */
  @Nested
  class ATimeOutThatIsNoneIsRefused {
    private final List<Object> log = new CopyOnWriteArrayList<>();

    /** Null, as programs without a null checker pass it. */
    @SuppressWarnings("NullAway")
    private static Duration noTimeOut() {
      return null;
    }

    private void assertRefused(Consumer<Duration> call) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> call.accept(Duration.ofMillis(-1)))
          .withMessage("a time-out of PT-0.001S is negative");
      assertThatNullPointerException().isThrownBy(() -> call.accept(noTimeOut()));
    }

    /** A call that is given a time-out. */
    private interface Timed {
      void call(Duration timeout) throws InterruptedException;
    }

    private static Consumer<Duration> calling(Timed timed) {
      return timeout -> {
        try {
          timed.call(timeout);
        } catch (InterruptedException unexpected) {
          throw new AssertionError(unexpected);
        }
      };
    }

    @Test
    void beforeAScriptHasBegun() throws Exception {
      assertRefused(calling(timeout -> worker.invoke(context -> log.add("ran"), timeout)));

      worker.invoke(context -> log.add("next"));
      assertThat(log).containsExactly("next");
    }

    @Test
    void beforeAScriptIsInTheQueueOfAPool() throws Exception {
      assertRefused(calling(timeout -> pool.invoke(context -> log.add("ran"), timeout)));

      pool.invoke(context -> log.add("next"));
      assertThat(log).containsExactly("next");
    }

    @Test
    void beforeAShellHasBegun() throws Exception {
      shell.add(context -> log.add("ran"));
      assertRefused(calling(shell::invoke));

      worker.invoke(context -> log.add("next"));
      assertThat(log).containsExactly("next");
    }

    @Test
    void beforeAShellIsEnded() throws Exception {
      Invocation<List<Object>> begun = shell.add(context -> "out").begin();
      assertRefused(calling(timeout -> shell.end(begun, timeout)));

      assertThat(shell.end(begun, LONG)).containsExactly("out");
    }

    @Test
    void beforeAnythingIsReset() throws Exception {
      worker.variables().set("kept", "as it was");
      assertRefused(calling(worker::reset));

      worker.invoke(context -> log.add(context.variables().get("kept", String.class)));
      assertThat(log).containsExactly("as it was");
    }
  }
}
