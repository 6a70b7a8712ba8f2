package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runspaces.thread.WaitTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
}
