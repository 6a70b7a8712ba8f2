package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.EventStressScene.Raiser;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many raise; handlers fail, wait and leave at random, scripts run in between, and the runspace is
 * closed in the middle: what was accepted is delivered, once, in the order of whoever raised it;
 * here and in the parent.
 */
@Timeout(600)
class EventStressTest {
  private static final int EVENTS = Stress.isLong() ? 30_000 : 3_000;

  static Stream<Arguments> threadsAndRaisers() {
    return ThreadChoice.available().stream()
        .flatMap(threads -> Stream.of(1, 2, 4, 8).map(raisers -> Arguments.of(threads, raisers)));
  }

  @ParameterizedTest
  @MethodSource("threadsAndRaisers")
  void nothingAcceptedIsLostOrDoubledOrOvertaken(ThreadChoice threads, int raisers)
      throws Exception {
    Stress.repeat(
        seed -> {
          var random = new Random(seed);
          try (var scene = new EventStressScene(threads, seed)) {
            play(scene, raisers, random);
          }
        });
  }

  private static void play(EventStressScene scene, int count, Random random) throws Exception {
    var raisers = new ArrayList<Raiser>();
    for (int i = 0; i < count; i++) {
      raisers.add(scene.raiser(i, EVENTS / count));
    }
    Thread pump = scene.startPump(random.nextLong());
    List<Thread> threads = raisers.stream().map(Raiser::start).toList();
    while (scene.leavers().size() > 4) {
      scene.leavers().leave(random);
      scene.join(random);
      Thread.onSpinWait();
    }
    int half = EVENTS / count / 2;
    for (Raiser raiser : raisers) {
      raiser.awaitAccepted(random.nextInt(half));
    }
    scene.closeAll();
    for (Thread thread : threads) {
      thread.join();
    }
    pump.join();

    for (Raiser raiser : raisers) {
      scene.check(raiser.id(), raiser.accepted());
    }
    assertThat(scene.errorsHeard()).isEqualTo(scene.failures());
  }
}
