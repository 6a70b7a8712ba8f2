package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static dev.runspaces.RunspaceState.BROKEN;
import static dev.runspaces.RunspaceState.OPENED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runspaces.thread.ThreadPolicy;
import dev.runspaces.thread.WaitTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody waits for a start-up longer than he wants to. */
@Timeout(30)
class OpenWithTimeoutTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(10);

  private final int countBefore = Runspaces.count();
  private final Gate gate = new Gate();

  @AfterEach
  void nothingIsLeft() {
    gate.open();
    eventually(() -> assertThat(Runspaces.count()).isEqualTo(countBefore));
    eventually(() -> assertThat(LiveThreads.startingWith("runspace-slow")).isEmpty());
  }

  private RunspaceBuilder slow() {
    return Runspaces.builder("slow")
        .startup(Script.action(context -> gate.passInSpiteOfInterrupts()));
  }

  private RunspacePoolBuilder slowPool() {
    return Runspaces.pool("slow-pool")
        .minimum(1)
        .maximum(2)
        .members(
            member -> member.startup(Script.action(context -> gate.passInSpiteOfInterrupts())));
  }

  @Test
  void aStartUpThatIsInTimeIsAsWithout() {
    gate.open();
    try (Runspace opened = slow().open(LONG);
        Runspace created = slow().create().open(LONG)) {
      assertThat(opened.state()).isEqualTo(OPENED);
      assertThat(created.state()).isEqualTo(OPENED);
    }
  }

  @Test
  void oneThatIsLateMakesItBrokenWithTheTimeOutAsItsCause() {
    Runspace late = slow().create();

    var failure = catchThrowableOfType(WaitTimeoutException.class, () -> late.open(SHORT));

    assertThat(failure).hasMessage("opening runspace \"slow\" did not end within 50 ms");
    assertThat(late.state()).isEqualTo(BROKEN);
    assertThat(late.failure()).containsSame(failure);
  }

  @Test
  void oneThatIsLateOnTheCallersThreadIsStopped() {
    Runspace late =
        Runspaces.builder("slow")
            .threads(ThreadPolicy.CURRENT)
            .startup(Script.action(context -> gate.pass()))
            .create();

    var failure = catchThrowableOfType(WaitTimeoutException.class, () -> late.open(SHORT));

    assertThat(failure).hasMessage("opening runspace \"slow\" did not end within 50 ms");
    assertThat(late.state()).isEqualTo(BROKEN);
    assertThat(late.failure()).containsSame(failure);
  }

  @Test
  void aNegativeTimeOutIsRefusedBeforeAnythingIsBegun() {
    Runspace created = slow().create();

    assertThatIllegalArgumentException().isThrownBy(() -> created.open(Duration.ofMillis(-1)));

    assertThat(created.state()).isEqualTo(RunspaceState.BEFORE_OPEN);
  }

  @Test
  void aStartUpThatThrowsATimeOutOfItsOwnHasFailed() {
    assertThatExceptionOfType(RunspaceOpenException.class)
        .isThrownBy(
            () ->
                Runspaces.builder("slow")
                    .startup(
                        context -> {
                          throw new WaitTimeoutException("something", SHORT);
                        })
                    .open(LONG));
  }

  @Test
  void aPoolIsClosedIfItsRunspacesAreLate() {
    assertThatExceptionOfType(WaitTimeoutException.class)
        .isThrownBy(() -> slowPool().open(SHORT))
        .withMessageContaining("slow-pool");
  }

  @Test
  void resizingAPoolGoesOnWithoutWhoHasWaitedLongEnough() {
    try (RunspacePool pool = slowPool().minimum(0).open(LONG)) {
      assertThatExceptionOfType(WaitTimeoutException.class)
          .isThrownBy(() -> pool.resize(1, 2, SHORT));
      assertThat(pool.minimum()).isEqualTo(1);

      gate.open();

      eventually(() -> assertThat(pool.runspace().children()).hasSize(1));
      pool.resize(2, 2, LONG);
      assertThat(pool.size()).isEqualTo(2);
    }
  }

  @Test
  void aJobWhoseStartUpIsLateIsNotListed() {
    int jobs = Jobs.all().size();

    assertThatExceptionOfType(WaitTimeoutException.class)
        .isThrownBy(() -> Jobs.start(slow(), context -> 1, SHORT));

    assertThat(Jobs.all()).hasSize(jobs);
  }

  @Test
  void aJobWhoseStartUpIsInTimeRuns() throws Exception {
    gate.open();
    try (Job<Integer> job = Jobs.start(slow(), context -> 1, LONG)) {
      assertThat(job.invocation().await(LONG)).isEqualTo(1);
    }
  }
}
