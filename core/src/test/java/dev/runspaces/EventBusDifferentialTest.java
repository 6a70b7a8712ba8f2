package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.eventbus.AllowConcurrentEvents;
import com.google.common.eventbus.DeadEvent;
import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same listeners and the same posts on plain Guava and on a runspace's bus: every method of
 * every listener is told the same, in the same order.
 */
@Timeout(60)
class EventBusDifferentialTest {
  private static final int STEPS = 400;

  private static final List<Function<Diary, Object>> LISTENERS =
      List.of(
          StringListener::new,
          NumberListener::new,
          BusyListener::new,
          DerivedListener::new,
          GraveDigger::new,
          diary -> new Object());

  private static final List<Object> EVENTS =
      List.of("text", 1, 2L, 3.0, 'c', List.of("a list"), List.of());

  /** What one listener was told, by method. */
  private static final class Diary {
    private final Map<String, List<String>> told = new TreeMap<>();

    void note(String method, Object event) {
      told.computeIfAbsent(method, any -> new ArrayList<>()).add(String.valueOf(event));
    }
  }

  /** Hears strings, and what they implement. */
  private record StringListener(Diary diary) {
    @Subscribe
    public void string(String event) {
      diary.note("string", event);
    }

    @Subscribe
    private void text(CharSequence event) {
      diary.note("text", event);
    }
  }

  /** Hears numbers of two kinds. */
  private record NumberListener(Diary diary) {
    @Subscribe
    void integer(Integer event) {
      diary.note("integer", event);
    }

    @Subscribe
    @AllowConcurrentEvents
    void number(Number event) {
      diary.note("number", event);
    }
  }

  /** Hears what can be compared. */
  private static class BusyListener {
    private final Diary diary;

    BusyListener(Diary diary) {
      this.diary = diary;
    }

    @Subscribe
    void comparable(Comparable<?> event) {
      diary.note("comparable", event);
    }

    @Subscribe
    void list(List<?> event) {
      diary.note("list", event);
    }
  }

  /** Overrides one subscriber of its superclass, without saying so again, and adds one. */
  private static final class DerivedListener extends BusyListener {
    private final Diary diary;

    DerivedListener(Diary diary) {
      super(diary);
      this.diary = diary;
    }

    @Override
    void list(List<?> event) {
      diary.note("overridden list", event);
    }

    @Subscribe
    void character(Character event) {
      diary.note("character", event);
    }
  }

  /** Hears what nobody else did. */
  private record GraveDigger(Diary diary) {
    @Subscribe
    void bury(DeadEvent event) {
      diary.note("dead", event.getEvent());
    }
  }

  /** A bus with the listeners that have been put on it, and their diaries. */
  private static final class Side {
    private final EventBus bus;
    private final Runnable settle;
    private final List<Object> listeners = new ArrayList<>();
    private final List<Diary> diaries = new ArrayList<>();

    Side(EventBus bus, Runnable settle) {
      this.bus = bus;
      this.settle = settle;
    }

    /** Does one random thing; the same, for the same random numbers. */
    void step(Random random) {
      int choice = random.nextInt(10);
      if (choice <= 1) {
        // Guava tells at once, a runspace later: nothing may be under way when listeners change.
        settle.run();
      }
      if (choice == 0) {
        var diary = new Diary();
        Object listener = LISTENERS.get(random.nextInt(LISTENERS.size())).apply(diary);
        bus.register(listener);
        listeners.add(listener);
        diaries.add(diary);
      } else if (choice == 1 && !listeners.isEmpty()) {
        bus.unregister(listeners.remove(random.nextInt(listeners.size())));
      } else {
        bus.post(EVENTS.get(random.nextInt(EVENTS.size())));
      }
    }

    List<Map<String, List<String>>> told() {
      settle.run();
      return diaries.stream().map(diary -> diary.told).toList();
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
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everyMethodIsToldTheSameAsByGuava(long seed) {
    try (Runspace runspace = Runspaces.open("differential")) {
      var guava = new Side(new EventBus("plain"), () -> {});
      var ours = new Side(runspace.bus(), () -> deliverAll(runspace));
      var randomOfGuava = new Random(seed);
      var randomOfOurs = new Random(seed);
      for (int i = 0; i < STEPS; i++) {
        guava.step(randomOfGuava);
        ours.step(randomOfOurs);
      }

      assertThat(guava.told()).anyMatch(told -> !told.isEmpty());
      assertThat(ours.told()).isEqualTo(guava.told());
    }
  }
}
