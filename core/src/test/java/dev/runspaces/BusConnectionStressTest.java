package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.eventbus.AllowConcurrentEvents;
import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import dev.runspaces.event.Overflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Buses that are connected while events flow, many at once: order, and none lost. */
@Timeout(60)
class BusConnectionStressTest {
  private static final int EVENTS = 20_000;
  private static final int ROUNDS = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final EventBus application = new EventBus("application");

  /** One of many. */
  record Numbered(int poster, int number) {}

  /** Writes down the numbers of what it is told of. */
  private static final class Numbers {
    private final List<Integer> heard = new ArrayList<>();

    @Subscribe
    synchronized void on(Numbered event) {
      heard.add(event.number());
    }

    synchronized List<Integer> heard() {
      return List.copyOf(heard);
    }
  }

  @Test
  void whatAChildRaisesIsPostedInItsOrderThoughItsParentIsConnectedToo() {
    var theirs = new Numbers();
    var others = new Numbers();
    application.register(theirs);
    try (Runspace other = Runspaces.open("other")) {
      other.bus().register(others);
      other.connect(application);
      try (Runspace parent = Runspaces.open("parent")) {
        Runspace child = parent.open("child");
        parent.connect(application);
        child.connect(application);
        for (int number = 0; number < EVENTS; number++) {
          child.events().post(new Numbered(0, number));
        }
      }
    }

    List<Integer> all = IntStream.range(0, EVENTS).boxed().toList();
    assertThat(theirs.heard()).isEqualTo(all);
    assertThat(others.heard()).isEqualTo(all);
  }

  /** Writes down what it is told of, on several threads. */
  private static final class Everything {
    private final Set<Numbered> heard = ConcurrentHashMap.newKeySet();

    @Subscribe
    @AllowConcurrentEvents
    void on(Numbered event) {
      heard.add(event);
    }
  }

  @Test
  void aBusThatIsConnectedInTheMidstOfAStreamHasAllOfItFromThenOn() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      var bus = new EventBus("round " + round);
      var theirs = new Everything();
      bus.register(theirs);
      Map<Long, Numbered> raised = new ConcurrentSkipListMap<>();
      try (Runspace worker = Runspaces.open("worker")) {
        worker.events().on(Numbered.class, event -> {});
        List<Thread> posters =
            IntStream.range(0, 3).mapToObj(poster -> poster(worker, poster, raised)).toList();
        posters.forEach(Thread::start);
        Eventually.eventually(() -> assertThat(raised).hasSizeGreaterThan(100));
        worker.connect(bus);
        for (Thread poster : posters) {
          poster.join();
        }
      }

      assertThat(raised.values().stream().dropWhile(event -> !theirs.heard.contains(event)))
          .as("round %d", round)
          .allMatch(theirs.heard::contains);
    }
  }

  private static Thread poster(Runspace worker, int poster, Map<Long, Numbered> raised) {
    return new Thread(
        () -> {
          for (int number = 0; number < 2_000; number++) {
            var event = new Numbered(poster, number);
            raised.put(worker.events().post(event).sequence(), event);
          }
        });
  }

  @Test
  void whoWaitsForRoomAboveKeepsNoneBelowFromWhoeverMakesRoomThere() throws Exception {
    Overflow one = Overflow.block(1, PATIENCE);
    var atParent = new Numbers();
    var refused = new CopyOnWriteArrayList<Throwable>();
    try (Runspace parent = Runspaces.builder("parent").overflow(one).open();
        Runspace child = parent.builder("child").overflow(one).open()) {
      parent.bus().register(atParent);
      parent.connect(application);
      child.connect(application);
      var gate = new Gate();
      gate.holdUp(parent);
      parent.events().post(new Numbered(0, 0));
      List<Thread> raisers = new ArrayList<>();
      for (int number = 1; number <= 6; number++) {
        var event = new Numbered(number, number);
        var raiser = new Thread(() -> (event.number() == 1 ? child : parent).events().post(event));
        raiser.setUncaughtExceptionHandler((thread, failure) -> refused.add(failure));
        raiser.start();
        raisers.add(raiser);
        Eventually.eventually(
            () -> assertThat(raiser.getState()).isEqualTo(Thread.State.TIMED_WAITING));
      }
      gate.open();
      for (Thread raiser : raisers) {
        raiser.join();
      }
    }

    assertThat(refused).isEmpty();
    assertThat(atParent.heard()).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
  }

  @Test
  void whatWaitsForRoomWhenABusIsConnectedIsPostedThereWhenItHasANumber() throws Exception {
    var theirs = new Numbers();
    application.register(theirs);
    List<Integer> ours = new CopyOnWriteArrayList<>();
    try (Runspace parent =
        Runspaces.builder("parent").overflow(Overflow.block(1, PATIENCE)).open()) {
      Runspace child = parent.open("child");
      parent.events().on(Numbered.class, event -> ours.add(event.number()));
      var gate = new Gate();
      gate.holdUp(parent);
      parent.events().post(new Numbered(0, 1));
      var waiting = new Thread(() -> child.events().post(new Numbered(1, 2)));
      waiting.start();
      Eventually.eventually(
          () -> assertThat(waiting.getState()).isEqualTo(Thread.State.TIMED_WAITING));
      parent.connect(application);
      gate.open();
      waiting.join();
      parent.events().post(new Numbered(0, 3));
    }

    assertThat(ours).containsExactly(1, 2, 3);
    assertThat(theirs.heard()).containsExactly(2, 3);
  }
}
