package dev.runspaces.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class WaitersTest {
  private final Waiters waiters = new Waiters();

  @Test
  void areAllReleasedByOneChange() {
    var one = waiters.join();
    var other = waiters.join();

    Waiters.wake(waiters.release());

    assertThat(one).isDone();
    assertThat(other).isDone();
    assertThat(waiters.release()).isEmpty();
  }

  @Test
  void thatGiveUpLeaveNothingBehind() {
    var stays = waiters.join();
    var leaves = waiters.join();

    waiters.leave(leaves);
    waiters.leave(leaves);

    assertThat(waiters.release()).containsExactly(stays);
  }

  @Test
  void thatLeaveAfterTheirReleaseDisturbNobody() {
    var early = waiters.join();
    waiters.release();
    var late = waiters.join();

    waiters.leave(early);

    assertThat(waiters.release()).containsExactly(late);
  }
}
