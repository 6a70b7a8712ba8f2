package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.eventbus.EventBus;
import dev.runspaces.DifferentialListeners.Diary;
import dev.runspaces.DifferentialListeners.Numbered;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same listeners and the same posts on plain Guava and on a runspace's bus: every method of
 * every listener is told the same, in the same order. But for one thing, on purpose: who has been
 * unregistered is told nothing more, also of the event during which that was done.
 */
@Timeout(600)
class EventBusDifferentialTest {
  private static final int ROUNDS = 5;
  private static final int STEPS = 300;

  private static final List<IntFunction<Object>> EVENTS =
      List.of(
          number -> "text " + number,
          number -> number,
          number -> (long) number,
          number -> number + 0.5,
          number -> (char) ('a' + number % 26),
          number -> new Numbered("record", number),
          number -> List.of("a list", number));

  /** A bus with the listeners that have been put on it, and their diaries. */
  private static final class Side implements DifferentialListeners.Registrar {
    private final EventBus bus;
    private final Runnable settle;
    private final Random random;
    private final List<Object> listeners = new ArrayList<>();
    private final List<Diary> diaries = new ArrayList<>();

    /** Every event that was told, in order, by however many. */
    private final List<String> chronicle = new ArrayList<>();

    /** Whether there are listeners that post. */
    private boolean withChatter;

    Side(EventBus bus, Runnable settle, long seed) {
      this.bus = bus;
      this.settle = settle;
      this.random = new Random(seed);
    }

    Side withChatter() {
      withChatter = true;
      return this;
    }

    /** Returns every event that was told, but for those that somebody was unregistered during. */
    List<String> chronicle() {
      var counted = new ArrayList<String>(chronicle);
      diaries.forEach(diary -> counted.removeAll(diary.lastEvents()));
      return counted;
    }

    /** Does one random thing; the same, for the same random numbers. */
    void step(int number) {
      int choice = random.nextInt(10);
      if (choice <= 1) {
        // Guava tells at once, a runspace later: nothing may be under way when listeners change.
        settle.run();
      }
      if (choice == 0) {
        var diary = new Diary(chronicle);
        diaries.add(diary);
        List<Function<Diary, Object>> kinds = new ArrayList<>(DifferentialListeners.kinds(this));
        if (withChatter) {
          kinds.add(own -> new DifferentialListeners.Chatter(own, bus));
        }
        Object listener = kinds.get(random.nextInt(kinds.size())).apply(diary);
        bus.register(listener);
        listeners.add(listener);
      } else if (choice == 1 && !listeners.isEmpty()) {
        bus.unregister(listeners.remove(random.nextInt(listeners.size())));
      } else {
        bus.post(EVENTS.get(random.nextInt(EVENTS.size())).apply(number));
      }
    }

    @Override
    public boolean unregister(Object listener) {
      boolean registered = listeners.removeIf(candidate -> candidate == listener);
      if (registered) {
        bus.unregister(listener);
      }
      return registered;
    }

    @Override
    public <T> List<T> registered(Class<T> type) {
      return listeners.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<Map<String, List<String>>> told() {
      settle.run();
      return diaries.stream().map(Diary::told).toList();
    }
  }

  private static void deliverAll(Runspace runspace) {
    try {
      // Twice: the first lets an unheard event be delivered, the second its echo.
      runspace.invoke(context -> "events are delivered before");
      runspace.invoke(context -> "dead events are delivered before");
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.runspaces.ThreadChoice#available")
  void everyMethodIsToldTheSameAsByGuava(ThreadChoice threads) throws Exception {
    Stress.repeat(
        seed -> {
          var seeds = new Random(seed);
          for (int i = 0; i < ROUNDS; i++) {
            compare(threads, seeds.nextLong());
          }
        });
  }

  /** Posted by the runspace's own code, nothing has to be waited for: Guava's promise holds. */
  @ParameterizedTest
  @MethodSource("dev.runspaces.ThreadChoice#available")
  void everybodyIsToldTheSameInTheSameOrderByTheTimeAnOwnPostReturns(ThreadChoice threads)
      throws Exception {
    Stress.repeat(
        seed -> {
          var seeds = new Random(seed);
          for (int i = 0; i < ROUNDS; i++) {
            compareInside(threads, seeds.nextLong());
          }
        });
  }

  private static void compareInside(ThreadChoice threads, long seed) throws Exception {
    try (Runspace runspace =
        threads.in(Runspaces.builder("differential")).uncaught(error -> {}).open()) {
      var plain = new EventBus((failure, context) -> {});
      Script.Action steps =
          context -> {
            var guava = new Side(plain, () -> {}, seed).withChatter();
            var ours = new Side(runspace.bus(), () -> {}, seed).withChatter();
            for (int number = 0; number < STEPS; number++) {
              guava.step(number);
              ours.step(number);
              assertThat(ours.told()).isEqualTo(guava.told());
            }
            assertThat(ours.chronicle()).isEqualTo(guava.chronicle());
            assertThat(guava.told()).anyMatch(told -> !told.isEmpty());
          };
      runspace.invoke(Script.action(steps));
    }
  }

  private static void compare(ThreadChoice threads, long seed) {
    try (Runspace runspace =
        threads.in(Runspaces.builder("differential")).uncaught(error -> {}).open()) {
      var plain = new EventBus((failure, context) -> {});
      var guava = new Side(plain, () -> {}, seed);
      var ours = new Side(runspace.bus(), () -> deliverAll(runspace), seed);
      for (int number = 0; number < STEPS; number++) {
        guava.step(number);
        ours.step(number);
      }

      assertThat(guava.told()).anyMatch(told -> !told.isEmpty());
      assertThat(ours.told()).isEqualTo(guava.told());
    }
  }
}
