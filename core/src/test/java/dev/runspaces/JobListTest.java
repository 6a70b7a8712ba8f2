package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jobs are listed, found, removed and waited for. */
@Timeout(30)
class JobListTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final Gate gate = new Gate();
  private final Gate started = new Gate();

  @AfterEach
  void close() {
    gate.open();
    Jobs.all().forEach(Job::close);
  }

  private Job<?> startBusy(String name) {
    return Jobs.start(name, Script.action(context -> gate.pass()));
  }

  private static Job<?> startEnded(String name) throws InterruptedException {
    Job<Integer> job = Jobs.start(name, context -> 1);
    assertThat(job.awaitEnd(LONG)).isTrue();
    return job;
  }

  @Nested
  class Listed {

    @Test
    void areAllThatWereNotRemovedOldestFirst() throws Exception {
      Job<?> first = startEnded("first");
      Job<?> removed = startEnded("removed");
      Job<?> last = startBusy("last");

      removed.remove();

      assertThat(Jobs.all()).containsExactly(first, last);
      assertThat(last.id()).isGreaterThan(first.id());
    }

    @Test
    void areFoundByPatternIgnoringCase() {
      Job<?> report = startBusy("Monthly report");
      startBusy("monthly backup");

      assertThat(Jobs.find("MONTHLY*")).contains(report);
      assertThat(Jobs.find("*back??")).map(Job::name).contains("monthly backup");
      assertThat(Jobs.find("weekly*")).isEmpty();
      assertThat(Jobs.find(report.id())).contains(report);
    }

    @Test
    void areFoundAllByPatternOldestFirst() {
      Job<?> report = startBusy("Monthly report");
      Job<?> backup = startBusy("monthly backup");
      startBusy("weekly backup");

      assertThat(Jobs.findAll("monthly*")).containsExactly(report, backup);
      assertThat(Jobs.findAll("daily*")).isEmpty();
    }

    @Test
    void areNotRemovedWhileTheyRun() {
      Job<?> job =
          Jobs.start(
              "busy",
              Script.action(
                  context -> {
                    started.open();
                    gate.pass();
                  }));
      eventually(() -> assertThat(started.isOpen()).isTrue());

      assertThatThrownBy(job::remove)
          .isInstanceOf(InvalidInvocationStateException.class)
          .hasMessage("remove: job \"busy\" is RUNNING; stop it first, or close() it");
      assertThat(Jobs.all()).containsExactly(job);
    }

    @Test
    void areStoppedAndRemovedByClosing() throws Exception {
      Job<?> job = startBusy("busy");

      job.close();

      assertThat(Jobs.all()).isEmpty();
      assertThat(job.awaitEnd(LONG)).isTrue();
      assertThat(job.state()).isEqualTo(InvocationState.STOPPED);
      eventually(() -> assertThat(Runspaces.find("busy")).isEmpty());
    }
  }

  @Nested
  class Waiting {

    @Test
    void forAnyReturnsTheFirstThatHasEnded() throws Exception {
      Job<?> busy = startBusy("busy");
      Job<?> ended = startEnded("ended");

      assertThat(Jobs.awaitAny(List.of(busy, ended), LONG)).contains(ended);
    }

    @Test
    void forAnyEndsByItsTimeOut() throws Exception {
      assertThat(Jobs.awaitAny(List.of(startBusy("busy")), Duration.ofMillis(10))).isEmpty();
    }

    @Test
    void forAnyOfNoneIsOverAtOnce() throws Exception {
      assertThat(Jobs.awaitAny(List.of(), LONG)).isEmpty();
      assertThat(Jobs.awaitAll(List.of(), LONG)).isTrue();
    }

    @Test
    void forAllEndsWithTheLast() throws Exception {
      Job<?> busy = startBusy("busy");
      Job<?> ended = startEnded("ended");

      assertThat(Jobs.awaitAll(List.of(busy, ended), Duration.ofMillis(10))).isFalse();
      gate.open();
      assertThat(Jobs.awaitAll(List.of(busy, ended), LONG)).isTrue();
    }

    @Test
    void insideARunspaceGoesOnDeliveringItsEvents() throws Exception {
      try (Runspace worker = Runspaces.open("worker")) {
        worker.events().on("Done", event -> gate.open());

        boolean ended =
            worker.invoke(
                context -> {
                  Job<?> job = startBusy("busy");
                  context.events().raise("Done");
                  return job.awaitEnd(LONG);
                });

        assertThat(ended).isTrue();
      }
    }

    @Test
    void thatIsInterruptedLeavesTheJobAlone() {
      Job<?> job = startBusy("busy");
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> job.awaitEnd(LONG));
      assertThat(job.state().isFinal()).isFalse();
    }
  }
}
