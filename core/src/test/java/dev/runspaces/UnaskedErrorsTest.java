package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runspaces.event.ErrorOccurred;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
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
}
