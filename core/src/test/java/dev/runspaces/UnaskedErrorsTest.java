package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.thread.ThreadPolicy;
import dev.runspaces.thread.WaitTimeoutException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A failure that somebody asks for, be it after it has come, is not an uncaught error as well. */
@Timeout(30)
class UnaskedErrorsTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  private final IOException failure = new IOException("no disk");
  private final Heard<ErrorOccurred> uncaught = new Heard<>();
  private final Runspace worker = Runspaces.builder("worker").uncaught(uncaught::handle).open();
  private final List<Job<?>> jobs = new ArrayList<>();

  @AfterEach
  void close() {
    worker.close();
    jobs.forEach(Job::close);
  }

  private Object fail(ScriptContext context) throws IOException {
    throw failure;
  }

  private Job<?> startJob(Script<?> script) {
    Job<?> job = Jobs.start(Runspaces.builder("job").uncaught(uncaught::handle), script);
    jobs.add(job);
    return job;
  }

  /** Until its error event has climbed, too: only then could it be uncaught. */
  private static void awaitItsEnd(Invocation<?> invocation) {
    eventually(() -> assertThat(invocation.state()).isEqualTo(InvocationState.FAILED));
  }

  /** Has another error be told, which has come later. */
  private void awaitUncaughtOnes() {
    startJob(
        context -> {
          throw new IllegalStateException("later");
        });
    uncaught.awaitFirst();
  }

  @Test
  void awaitedAfterItsEnd() {
    Invocation<?> invocation = worker.begin(this::fail);
    awaitItsEnd(invocation);

    assertThatExceptionOfType(InvocationFailedException.class)
        .isThrownBy(() -> invocation.await(LONG));
    worker.close();
    assertThat(uncaught.all()).isEmpty();
  }

  @Test
  void endedByItsShell() {
    Shell shell = worker.shell().add(this::fail);
    Invocation<List<Object>> invocation = shell.begin();
    awaitItsEnd(invocation);

    assertThatExceptionOfType(InvocationFailedException.class)
        .isThrownBy(() -> shell.end(invocation, LONG));
    worker.close();
    assertThat(uncaught.all()).isEmpty();
  }

  @Test
  void askedForByItsOutcome() {
    Invocation<?> invocation = worker.begin(this::fail);
    awaitItsEnd(invocation);

    assertThat(invocation.outcome().orElseThrow().error()).isSameAs(failure);
    worker.close();
    assertThat(uncaught.all()).isEmpty();
  }

  @Test
  void isToldAtTheLatestWhenTheRunspaceIsClosed() {
    awaitItsEnd(worker.begin(this::fail));
    worker.close();

    assertThat(uncaught.all()).extracting(ErrorOccurred::error).containsExactly(failure);
  }

  @Test
  void ofAPoolIsToldAtTheLatestWhenThePoolIsClosed() {
    RunspacePool pool =
        Runspaces.pool("pool").members(member -> member.uncaught(uncaught::handle)).open();
    awaitItsEnd(pool.begin(this::fail));
    pool.close();

    assertThat(uncaught.all()).extracting(ErrorOccurred::error).containsExactly(failure);
  }

  @Test
  void ofAPoolIsNotToldBecauseItGetsSmaller() {
    try (RunspacePool pool =
        Runspaces.pool("pool")
            .minimum(1)
            .members(member -> member.uncaught(uncaught::handle))
            .open()) {
      Invocation<?> invocation = pool.begin(this::fail);
      awaitItsEnd(invocation);
      eventually(() -> assertThat(pool.available()).isEqualTo(pool.maximum()));
      pool.runspace().children().forEach(Runspace::close);

      assertThat(invocation.outcome().orElseThrow().error()).isSameAs(failure);
    }
    assertThat(uncaught.all()).isEmpty();
  }

  @Test
  void isToldOnlyOnce() {
    awaitItsEnd(worker.begin(this::fail));
    uncaught.awaitFirst();
    worker.close();

    assertThat(uncaught.all()).hasSize(1);
  }

  @Test
  void ofJobsThatAreAwaited() throws Exception {
    Job<?> one = startJob(this::fail);
    Job<?> two = startJob(this::fail);
    awaitItsEnd(one.invocation());

    assertThat(Jobs.awaitAll(List.of(one, two), LONG)).isTrue();
    awaitUncaughtOnes();
    assertThat(uncaught.all()).hasSize(1);
    assertThat(one.invocation().outcome().orElseThrow().error()).isSameAs(failure);
  }

  @Test
  void ofAJobWhoseEndIsAwaited() throws Exception {
    Job<?> job = startJob(this::fail);
    awaitItsEnd(job.invocation());

    assertThat(job.awaitEnd(LONG)).isTrue();
    awaitUncaughtOnes();
    assertThat(uncaught.all()).hasSize(1);
  }

  @Test
  void ofTheFirstOfSeveralJobs() throws Exception {
    Job<?> first = startJob(this::fail);
    awaitItsEnd(first.invocation());
    Job<?> second =
        startJob(
            context -> {
              throw new IllegalStateException("second");
            });
    awaitItsEnd(second.invocation());

    assertThat(Jobs.awaitAny(List.of(first, second), LONG).orElseThrow()).isSameAs(first);
    assertThat(uncaught.awaitFirst().error()).hasMessage("second");
    awaitUncaughtOnes();
    assertThat(uncaught.all()).extracting(ErrorOccurred::error).doesNotContain(failure);
  }

  /** Somebody has looked, or has waited, but not long enough to be told. */
  @Nested
  class WhereNobodyWasToldOfTheEnd {
    private static final Duration SHORT = Duration.ofMillis(20);

    private final Gate gate = new Gate();

    @AfterEach
    void open() {
      gate.open();
    }

    private Object failAtTheGate(ScriptContext context) throws Exception {
      gate.pass();
      throw failure;
    }

    private RunspacePool openPool() {
      return Runspaces.pool("pool")
          .maximum(1)
          .members(member -> member.uncaught(uncaught::handle))
          .open();
    }

    private void assertTimesOut(ThrowingCallable wait) {
      assertThatExceptionOfType(WaitTimeoutException.class).isThrownBy(wait);
    }

    private void failNow(Invocation<?> invocation) {
      gate.open();
      awaitItsEnd(invocation);
    }

    private void assertToldOnce() {
      assertThat(uncaught.all()).extracting(ErrorOccurred::error).containsExactly(failure);
    }

    @Test
    void anOutcomeThatWasNotThereYetIsNone() {
      Invocation<?> invocation = worker.begin(this::failAtTheGate);
      assertThat(invocation.outcome()).isEmpty();

      failNow(invocation);
      worker.close();
      assertToldOnce();
    }

    @Test
    void aWaitWasTooShort() {
      Invocation<?> invocation = worker.begin(this::failAtTheGate);
      assertTimesOut(() -> invocation.await(SHORT));

      failNow(invocation);
      worker.close();
      assertToldOnce();
    }

    @Test
    void soItIsToldALittleLaterAlsoWhereNothingIsClosed() {
      Invocation<?> invocation = worker.begin(this::failAtTheGate);
      assertTimesOut(() -> invocation.await(SHORT));

      failNow(invocation);
      assertThat(uncaught.awaitFirst().error()).isSameAs(failure);
    }

    @Test
    void aWaitWasInterrupted() {
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> worker.invoke(this::failAtTheGate));

      failNow(worker.invocations().get(0));
      worker.close();
      assertToldOnce();
    }

    @Test
    void aShellWasNotEndedInTime() {
      Shell shell = worker.shell().add(this::failAtTheGate);
      Invocation<List<Object>> invocation = shell.begin();
      assertTimesOut(() -> shell.end(invocation, SHORT));

      failNow(invocation);
      worker.close();
      assertToldOnce();
    }

    @Test
    void aShellsCallerWasInterrupted() {
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> worker.shell().add(this::failAtTheGate).invoke());

      failNow(worker.invocations().get(0));
      worker.close();
      assertToldOnce();
    }

    @Test
    void aPoolWasNotAwaitedLongEnough() {
      try (RunspacePool pool = openPool()) {
        Invocation<?> invocation = pool.begin(this::failAtTheGate);
        assertTimesOut(() -> invocation.await(SHORT));

        failNow(invocation);
      }
      assertToldOnce();
    }

    @Test
    void aPoolsCallerWasInterrupted() {
      try (RunspacePool pool = openPool()) {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class)
            .isThrownBy(() -> pool.invoke(this::failAtTheGate));

        failNow(pool.runspace().children().get(0).invocations().get(0));
      }
      assertToldOnce();
    }

    @Test
    void aRunOverItemsWasInterrupted() {
      Thread caller = Thread.currentThread();
      try (RunspacePool pool = openPool()) {
        ForEach<String> run = pool.each(List.of("fails", "waits")).onError(ErrorPolicy.CONTINUE);
        assertThatExceptionOfType(InterruptedException.class)
            .isThrownBy(
                () ->
                    run.run(
                        (item, context) -> {
                          if (item.equals("waits")) {
                            caller.interrupt();
                            gate.pass();
                          }
                          return fail(context);
                        }));
      }
      assertToldOnce();
    }

    @Test
    void aResetWasNotAwaitedLongEnough() {
      var isReset = new AtomicBoolean();
      try (Runspace again =
          Runspaces.builder("again")
              .uncaught(uncaught::handle)
              .startup(context -> isReset.get() ? failAtTheGate(context) : "opened")
              .open()) {
        isReset.set(true);
        assertTimesOut(() -> again.reset(SHORT));

        failNow(again.invocations().get(0));
      }
      assertToldOnce();
    }

    @Test
    void jobsHadNotAllEnded() throws Exception {
      Job<?> failed = startJob(UnaskedErrorsTest.this::fail);
      Job<?> waits = startJob(Script.action(context -> gate.pass()));
      awaitItsEnd(failed.invocation());

      assertThat(Jobs.awaitAll(List.of(failed, waits), SHORT)).isFalse();
      assertThat(uncaught.awaitFirst().error()).isSameAs(failure);
    }

    @Test
    void aJobHadNotEnded() throws Exception {
      Job<?> job = startJob(this::failAtTheGate);
      assertThat(job.awaitEnd(SHORT)).isFalse();

      failNow(job.invocation());
      assertThat(uncaught.awaitFirst().error()).isSameAs(failure);
    }

    @Test
    void whatItHasWrittenIsToldToo() {
      Invocation<?> invocation =
          worker.begin(
              Script.action(
                  context -> {
                    context.writeError(failure);
                    gate.pass();
                  }));
      assertTimesOut(() -> invocation.await(SHORT));

      gate.open();
      eventually(() -> assertThat(invocation.state()).isEqualTo(InvocationState.COMPLETED));
      worker.close();
      assertToldOnce();
    }

    @Test
    void anotherWhoHasWaitedLongerHasAsked() throws Exception {
      Invocation<?> invocation = worker.begin(this::failAtTheGate);
      var waiting = new FutureTask<Object>(() -> invocation.await(LONG));
      new Thread(waiting, "waits longer").start();
      assertTimesOut(() -> invocation.await(SHORT));

      gate.open();
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
          .withCauseInstanceOf(InvocationFailedException.class);
      worker.close();
      assertThat(uncaught.all()).isEmpty();
    }

    @Test
    void whoHasAwaitedAScriptHasAskedForWhatItHasWritten() throws Exception {
      worker.invoke(Script.action(context -> context.writeError(failure)));
      worker.close();
      assertThat(uncaught.all()).isEmpty();
    }
  }

  /** A wait whose time is over just when the failure comes. */
  private final class TimeOutAgainstFailure implements Race.Heat {
    private final Gate gate = new Gate();
    private final Heard<ErrorOccurred> untold = new Heard<>();
    private final Runspace raced =
        Runspaces.builder("raced").uncaught(untold::handle).threads(ThreadPolicy.POOLED).open();
    private final Invocation<Object> invocation =
        raced.begin(
            context -> {
              gate.pass();
              throw failure;
            });
    private boolean told;

    @Override
    public void one() {
      gate.open();
    }

    @Override
    public void other() throws InterruptedException {
      try {
        invocation.await(Duration.ofNanos(50_000));
      } catch (InvocationFailedException failed) {
        told = true;
      } catch (WaitTimeoutException late) {
        told = false;
      }
    }

    @Override
    public void finish() {
      eventually(() -> assertThat(invocation.state().isFinal()).isTrue());
      raced.close();
      assertThat(untold.all()).hasSize(told ? 0 : 1);
    }
  }

  @Test
  void isToldToWhoWaitsOrElseUncaughtAndNeverBoth() throws Exception {
    Race.run(300, TimeOutAgainstFailure::new);
  }
}
