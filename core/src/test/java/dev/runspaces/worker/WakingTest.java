package dev.runspaces.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;

/**
 * How often a thread is woken, counted: each time costs whoever hands over as much as hundreds of
 * hand-overs.
 */
class WakingTest {
  private static final int BURST = 10_000;

  private final CountedThread thread = new CountedThread();
  private final Worker worker = new Worker(this, "counted", thread);
  private int done;

  @Test
  void aBurstForAWorkerThatRestsWakesItsThreadOnce() {
    handOver(BURST);

    assertThat(thread.wakings).isEqualTo(1);
    thread.runWhatWasAskedFor();
    assertThat(done).isEqualTo(BURST);
    assertThat(thread.wakings).isEqualTo(1);
  }

  @Test
  void aBurstForAWorkerThatWorksWakesNobody() {
    worker.run(() -> handOver(BURST));
    thread.runWhatWasAskedFor();

    assertThat(done).isEqualTo(BURST);
    assertThat(thread.wakings).isEqualTo(1);
  }

  @Test
  void whoHasComeToRestIsWokenOnceMoreForTheNextBurst() {
    for (int burst = 1; burst <= 3; burst++) {
      handOver(BURST);
      thread.runWhatWasAskedFor();

      assertThat(done).isEqualTo(burst * BURST);
      assertThat(thread.wakings).isEqualTo(burst);
    }
  }

  private void handOver(int letters) {
    for (int i = 0; i < letters; i++) {
      worker.run(() -> done++);
    }
  }

  /** Stands in for a thread: notes that it was woken, and runs when the test says so. */
  private static final class CountedThread implements Carrier {
    private final ArrayDeque<Runnable> turns = new ArrayDeque<>();
    private int wakings;

    @Override
    public void request(Runnable turn) {
      wakings++;
      turns.add(turn);
    }

    void runWhatWasAskedFor() {
      for (Runnable turn = turns.poll(); turn != null; turn = turns.poll()) {
        turn.run();
      }
    }
  }
}
