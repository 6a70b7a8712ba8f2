package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.eventbus.Subscribe;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.EventManager;
import dev.runspaces.event.Subscription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Many raise, handlers fail and leave at random, and the runspace is closed in the middle: what was
 * accepted is delivered, once, in the order of whoever raised it.
 */
@Timeout(60)
class EventStressTest {
  private static final int EVENTS_EACH = 40_000;

  /** One event of one raiser. */
  private record Numbered(int raiser, int number) {}

  /** Writes down what it hears; the runspace's thread is the only one to call it. */
  private static final class Listener {
    private final Map<Integer, List<Integer>> heard = new HashMap<>();

    void hear(Numbered event) {
      heard.computeIfAbsent(event.raiser(), any -> new ArrayList<>()).add(event.number());
    }

    @Subscribe
    void onPosted(Numbered event) {
      hear(event);
    }
  }

  /** Fails now and then, in any way. */
  private static final class Unreliable {
    private final Random random;
    private int failures;

    Unreliable(long seed) {
      random = new Random(seed);
    }

    void hear() throws Exception {
      int choice = random.nextInt(100);
      if (choice < 3) {
        failures++;
        switch (choice) {
          case 0 -> throw new Exception("checked");
          case 1 -> throw new StackOverflowError();
          default -> throw new AssertionError("error");
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "4, 3", "8, 4"})
  void nothingAcceptedIsLostOrDoubledOrOvertaken(int raisers, long seed) throws Exception {
    var errors = new AtomicInteger();
    Runspace runspace = Runspaces.open("stress");
    EventManager events = runspace.events();
    var stayer = new Listener();
    var busListener = new Listener();
    var unreliable = new Unreliable(seed);
    List<Listener> leavers = new ArrayList<>();
    List<Subscription> leaving = new ArrayList<>();
    events.on(Numbered.class, event -> unreliable.hear());
    events.on(Numbered.class, stayer::hear);
    events.on(ErrorOccurred.class, error -> errors.incrementAndGet());
    runspace.bus().register(busListener);
    for (int i = 0; i < 20; i++) {
      var leaver = new Listener();
      leavers.add(leaver);
      leaving.add(events.on(Numbered.class, leaver::hear));
    }

    var accepted = new AtomicIntegerArray(raisers);
    var threads = new ArrayList<Thread>();
    var halfWay = new Gate();
    for (int i = 0; i < raisers; i++) {
      int raiser = i;
      var thread =
          new Thread(
              () -> {
                try {
                  for (int number = 0; number < EVENTS_EACH; number++) {
                    events.post(new Numbered(raiser, number));
                    accepted.set(raiser, number + 1);
                    if (number == EVENTS_EACH / 2) {
                      halfWay.open();
                    }
                  }
                } catch (IllegalStateException closed) {
                  assertThat(closed).hasMessageContaining("is closed");
                }
              },
              "raiser-" + raiser);
      threads.add(thread);
      thread.start();
    }
    var random = new Random(seed);
    while (leaving.size() > 5) {
      leaving.remove(random.nextInt(leaving.size())).close();
      Thread.onSpinWait();
    }
    halfWay.pass();
    runspace.close();
    for (Thread thread : threads) {
      thread.join();
    }

    for (int raiser = 0; raiser < raisers; raiser++) {
      assertUnbroken(stayer, raiser, accepted.get(raiser));
      assertUnbroken(busListener, raiser, accepted.get(raiser));
      for (Listener leaver : leavers) {
        List<Integer> heard = leaver.heard.getOrDefault(raiser, List.of());
        assertUnbroken(leaver, raiser, heard.size());
        assertThat(heard).hasSizeLessThanOrEqualTo(accepted.get(raiser));
      }
    }
    assertThat(unreliable.failures).isPositive();
    assertThat(errors.get()).isEqualTo(unreliable.failures);
  }

  /** Asserts that exactly the numbers from zero were heard, in order. */
  private static void assertUnbroken(Listener listener, int raiser, int count) {
    List<Integer> heard = listener.heard.getOrDefault(raiser, List.of());
    assertThat(heard).hasSize(count);
    for (int i = 0; i < count; i++) {
      if (heard.get(i) != i) {
        throw new AssertionError("number " + i + " of raiser " + raiser + " is " + heard.get(i));
      }
    }
  }
}
