package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.thread.ThreadPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work in the background, with a name. */
@Timeout(30)
class JobTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final Gate gate = new Gate();
  private final Gate started = new Gate();
  private final IOException failure = new IOException("no disk");

  @AfterEach
  void close() {
    gate.open();
    Jobs.all().forEach(Job::close);
  }

  @Nested
  class Running {

    @Test
    void aJobHasItsValueInItsInvocation() throws Exception {
      Job<Integer> job = Jobs.start("answer", context -> 42);

      assertThat(job.invocation().await()).isEqualTo(42);
      assertThat(job.state()).isEqualTo(InvocationState.COMPLETED);
      assertThat(job).hasToString("job \"answer\" (" + job.id() + ") COMPLETED");
    }

    @Test
    void itIsInARunspaceOfItsName() throws Exception {
      Job<Runspace> job = Jobs.start("answer", ScriptContext::runspace);

      assertThat(job.invocation().await().name()).isEqualTo("answer");
    }

    @Test
    void itsRunspaceIsClosedAtItsEnd() throws Exception {
      Job<Runspace> job = Jobs.start("passing", ScriptContext::runspace);
      Runspace runspace = job.invocation().await();

      eventually(() -> assertThat(runspace.state()).isEqualTo(RunspaceState.CLOSED));
      assertThat(Runspaces.find("passing")).isEmpty();
      eventually(() -> assertThat(LiveThreads.startingWith("runspace-passing")).isEmpty());
      assertThat(Jobs.find("passing")).isPresent();
    }

    @Test
    void itsRunspaceIsAsDescribed() throws Exception {
      Thread here = Thread.currentThread();
      Job<Boolean> job =
          Jobs.start(
              Runspaces.builder("described").variable("size", 3).threads(ThreadPolicy.CURRENT),
              context ->
                  context.variables().get("size", Integer.class) == 3
                      && Thread.currentThread() == here);

      assertThat(job.invocation().await()).isTrue();
      assertThat(job.name()).isEqualTo("described");
    }

    @Test
    void itFindsItself() throws Exception {
      Job<Optional<Job<?>>> job = Jobs.start("selfish", context -> Jobs.find("selfish"));

      assertThat(job.invocation().await()).contains(job);
    }

    @Test
    void itStops() throws Exception {
      Job<?> job =
          Jobs.start(
              "stopped",
              Script.action(
                  context -> {
                    started.open();
                    gate.pass();
                  }));
      started.pass();

      job.stop();

      assertThat(job.awaitEnd(LONG)).isTrue();
      assertThat(job.state()).isEqualTo(InvocationState.STOPPED);
      assertThat(Jobs.all()).contains(job);
    }

    @Test
    void whatFailsToCloseWithItsRunspaceIsLogged() throws Exception {
      try (LogTrap trap = LogTrap.on("dev.runspaces")) {
        Job<?> job =
            Jobs.start(
                "leaky",
                context ->
                    context
                        .runspace()
                        .own(
                            () -> {
                              throw failure;
                            }));
        job.awaitEnd(LONG);

        eventually(() -> assertThat(trap.lines()).hasSize(1));
        assertThat(trap.lines().get(0).thrown().get(0)).hasSuppressedException(failure);
      }
    }
  }

  @Nested
  class Failing {

    @Test
    void isItsStateAndItsOutcome() throws Exception {
      try (LogTrap trap = LogTrap.on("dev.runspaces")) {
        Job<Object> job =
            Jobs.start(
                "failing",
                context -> {
                  started.pass();
                  throw failure;
                });
        CompletableFuture<Object> asked = job.invocation().toFuture();
        started.open();

        assertThatThrownBy(asked::join).hasRootCause(failure);
        assertThat(job.state()).isEqualTo(InvocationState.FAILED);
        assertThat(trap.texts()).isEmpty();
      }
    }

    @Test
    void isAnUncaughtErrorIfNobodyAsks() {
      var uncaught = new Heard<ErrorOccurred>();
      Jobs.start(
          Runspaces.builder("failing").uncaught(uncaught::handle),
          context -> {
            throw failure;
          });

      assertThat(uncaught.awaitFirst().error()).isSameAs(failure);
    }

    @Test
    void isLoggedIfNobodyAsksAtAll() {
      try (LogTrap trap = LogTrap.on("dev.runspaces")) {
        Jobs.start(
            "failing",
            context -> {
              throw failure;
            });

        eventually(
            () ->
                assertThat(trap.texts())
                    .containsExactly(
                        "error in runspace \"failing\": java.io.IOException: no disk"));
      }
    }

    @Test
    void toStartUpIsThrownAndNothingIsListed() {
      assertThatThrownBy(
              () ->
                  Jobs.start(
                      Runspaces.builder("failing")
                          .startup(
                              context -> {
                                throw failure;
                              }),
                      context -> 1))
          .isInstanceOf(RunspaceOpenException.class)
          .hasCause(failure);
      assertThat(Jobs.all()).isEmpty();
    }
  }

  @Nested
  class Output {

    @Test
    void thatIsReceivedIsTaken() throws Exception {
      Job<?> job =
          Jobs.start(
              "writer",
              context -> {
                context.write("one");
                started.open();
                gate.pass();
                context.write("two");
                return "three";
              });
      started.pass();

      assertThat(job.receive()).containsExactly("one");
      gate.open();
      job.awaitEnd(LONG);
      assertThat(job.receive()).containsExactly("two", "three");
      assertThat(job.receive()).isEmpty();
    }

    @Test
    void thatIsLookedAtIsKept() throws Exception {
      Job<?> job = Jobs.start("writer", context -> "one");
      job.awaitEnd(LONG);

      assertThat(job.invocation().output()).containsExactly("one");
      assertThat(job.receive()).containsExactly("one");
    }
  }

  @Nested
  class AskingAgainAndAgain {
    /** Fewer where each is a wait: on a busy machine that takes its time. */
    private static final int LOOKS = 20_000;

    private static final int WAITS = 2_000;
    private static final Duration MOMENT = Duration.ofNanos(50_000);

    /** Bytes for each time: a future that is left in a job takes more. */
    private static final double FEW = 40;

    private final Job<?> one =
        Jobs.start("one", Script.action(context -> new CountDownLatch(1).await()));
    private final Job<?> two =
        Jobs.start("two", Script.action(context -> new CountDownLatch(1).await()));

    /** A way of asking jobs that have not ended, for no longer than this. */
    private interface Question {
      boolean isAnswered(Duration timeout) throws InterruptedException;
    }

    private void assertLeavesNothingBehind(Question question, Duration timeout, int times)
        throws InterruptedException {
      assertThat(question.isAnswered(timeout)).isFalse();
      long before = UsedHeap.bytes();
      for (int i = 0; i < times; i++) {
        assertThat(question.isAnswered(timeout)).isFalse();
      }
      assertThat((UsedHeap.bytes() - before) / (double) times).as("bytes").isLessThan(FEW);
    }

    @Test
    void whetherAJobHasEndedLeavesNothingBehind() throws Exception {
      assertLeavesNothingBehind(one::awaitEnd, Duration.ZERO, LOOKS);
      assertLeavesNothingBehind(one::awaitEnd, MOMENT, WAITS);
    }

    @Test
    void whetherAllHaveEndedLeavesNothingBehind() throws Exception {
      Question all = timeout -> Jobs.awaitAll(List.of(one, two), timeout);

      assertLeavesNothingBehind(all, Duration.ZERO, LOOKS);
      assertLeavesNothingBehind(all, MOMENT, WAITS);
    }

    @Test
    void whetherAnyHasEndedLeavesNothingBehind() throws Exception {
      Question any = timeout -> Jobs.awaitAny(List.of(one, two), timeout).isPresent();

      assertLeavesNothingBehind(any, Duration.ZERO, LOOKS);
      assertLeavesNothingBehind(any, MOMENT, WAITS);
    }

    @Test
    void whetherTheOnlyOneHasEndedLeavesNothingBehind() throws Exception {
      Question any = timeout -> Jobs.awaitAny(List.of(one), timeout).isPresent();

      assertLeavesNothingBehind(any, Duration.ZERO, LOOKS);
      assertLeavesNothingBehind(any, MOMENT, WAITS);
    }
  }

  @Test
  void aParentThatIsClosedStopsThem() throws Exception {
    Job<?> job;
    try (Runspace parent = Runspaces.open("parent")) {
      job =
          Jobs.start(
              parent.builder("below"),
              Script.action(
                  context -> {
                    started.open();
                    gate.pass();
                  }));
      started.pass();
    }

    assertThat(job.state()).isEqualTo(InvocationState.STOPPED);
    assertThatExceptionOfType(InvalidRunspaceStateException.class)
        .isThrownBy(() -> Jobs.start(job.invocation().runspace().builder("late"), context -> 1));
  }
}
