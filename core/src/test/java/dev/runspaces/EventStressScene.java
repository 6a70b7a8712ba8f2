package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.eventbus.Subscribe;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Subscription;
import dev.runspaces.thread.WaitTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A runspace below another, and all who have to do with its events in {@link EventStressTest}. */
final class EventStressScene implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration MOMENT = Duration.ofNanos(50_000);

  private final Runspace parent;
  private final Runspace runspace;
  private final Listener stayer = new Listener();
  private final Listener busListener = new Listener();
  private final Listener parentListener = new Listener();
  private final List<Listener> joiners = new ArrayList<>();
  private final Leavers leavers = new Leavers();
  private final Unreliable unreliable;
  private final AtomicInteger errors = new AtomicInteger();

  EventStressScene(ThreadChoice threads, long seed) {
    var random = new Random(seed);
    parent = threads.open("stress-parent");
    runspace = threads.in(parent.builder("stress")).open();
    unreliable = new Unreliable(random.nextLong());
    runspace.events().on(Numbered.class, event -> unreliable.hear());
    runspace.events().on(Numbered.class, stayer::hear);
    runspace.events().on(ErrorOccurred.class, this::hearError);
    runspace.bus().register(busListener);
    parent.events().on(Numbered.class, parentListener::hear);
    for (int i = 0; i < 16; i++) {
      leavers.add(runspace, random.nextInt(2_000));
    }
  }

  /** Those of handlers; a script may be cut short by the closing. */
  private void hearError(ErrorOccurred error) {
    if (error.event() != null) {
      errors.incrementAndGet();
    }
  }

  /** One event of one raiser. */
  record Numbered(int raiser, int number) {}

  /** Writes down what it hears; the runspace's code is the only one to call it. */
  private static final class Listener {
    private final Map<Integer, List<Integer>> heard = new HashMap<>();
    private int count;

    void hear(Numbered event) {
      count++;
      heard.computeIfAbsent(event.raiser(), any -> new ArrayList<>()).add(event.number());
    }

    @Subscribe
    private void onPosted(Numbered event) {
      hear(event);
    }

    List<Integer> of(int raiser) {
      return heard.getOrDefault(raiser, List.of());
    }

    void checkUnbroken(int raiser) {
      List<Integer> numbers = of(raiser);
      for (int i = 1; i < numbers.size(); i++) {
        if (numbers.get(i) != numbers.get(0) + i) {
          throw new AssertionError(numbers.get(i) + " of raiser " + raiser + " comes as " + i);
        }
      }
    }

    void checkPrefix(int raiser, int atMost) {
      checkUnbroken(raiser);
      assertThat(of(raiser)).hasSizeLessThanOrEqualTo(atMost);
      assertThat(of(raiser).stream().findFirst().orElse(0)).isZero();
    }

    void checkAll(int raiser, int accepted) {
      checkPrefix(raiser, accepted);
      assertThat(of(raiser)).hasSize(accepted);
    }
  }

  /** Fails now and then, in any way; and waits, so that other events are delivered in its midst. */
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
      } else if (choice < 5) {
        waitOrFail();
      }
    }

    private void waitOrFail() throws InterruptedException {
      try {
        waitAMoment();
      } catch (InterruptedException closing) {
        failures++;
        throw closing;
      }
    }
  }

  private static void waitAMoment() throws InterruptedException {
    try {
      Runspaces.await(new CompletableFuture<>(), MOMENT);
    } catch (WaitTimeoutException expected) {
      // Whatever was there has been delivered.
    }
  }

  /** Listeners that are unsubscribed: by another thread, by themselves, and by one another. */
  static final class Leavers {
    private final List<Leaver> all = new ArrayList<>();
    private final List<Leaver> present = new ArrayList<>();

    private static final class Leaver {
      private final Listener listener = new Listener();
      private final List<Integer> countWhenSentAway = new ArrayList<>();
      private final List<Subscription> subscription = new ArrayList<>();

      void leave() {
        subscription.forEach(Subscription::close);
      }
    }

    void add(Runspace runspace, int patience) {
      var leaver = new Leaver();
      Leaver peer = all.isEmpty() ? leaver : all.get(all.size() - 1);
      leaver.subscription.add(
          runspace
              .events()
              .on(
                  Numbered.class,
                  event -> {
                    leaver.listener.hear(event);
                    if (leaver.listener.count == patience) {
                      peer.leave();
                      peer.countWhenSentAway.add(peer.listener.count);
                    }
                  }));
      all.add(leaver);
      present.add(leaver);
    }

    int size() {
      return present.size();
    }

    void leave(Random random) {
      present.remove(random.nextInt(present.size())).leave();
    }

    private void check(int raiser, int accepted) {
      for (Leaver leaver : all) {
        leaver.listener.checkPrefix(raiser, accepted);
        if (!leaver.countWhenSentAway.isEmpty()) {
          // It was on the delivering thread: nothing more, not even what was queued.
          assertThat(leaver.listener.count).isEqualTo(leaver.countWhenSentAway.get(0));
        }
      }
    }
  }

  /** Raises numbers until it has raised them all, or is refused. */
  final class Raiser {
    private final int id;
    private final int last;
    private volatile int accepted;
    private volatile boolean ended;

    private Raiser(int id, int last) {
      this.id = id;
      this.last = last;
    }

    int id() {
      return id;
    }

    int accepted() {
      return accepted;
    }

    Thread start() {
      var thread = new Thread(this::raiseAll, "raiser-" + id);
      thread.start();
      return thread;
    }

    private void raiseAll() {
      try {
        for (int number = 0; number < last; number++) {
          runspace.events().post(new Numbered(id, number));
          accepted = number + 1;
        }
      } catch (IllegalStateException closed) {
        assertThat(closed).hasMessageContaining("is closed");
      } finally {
        ended = true;
      }
    }

    void awaitAccepted(int count) {
      Eventually.eventually(() -> assertThat(ended || accepted >= count).isTrue());
    }
  }

  Raiser raiser(int id, int events) {
    return new Raiser(id, events);
  }

  /** Begins scripts, which wait too: the threads of who begins are all that CURRENT has. */
  Thread startPump(long seed) {
    var pump = new Thread(() -> pump(new Random(seed)), "pump");
    pump.start();
    return pump;
  }

  private void pump(Random random) {
    try {
      while (runspace.state() == RunspaceState.OPENED) {
        switch (random.nextInt(3)) {
          case 0 -> runspace.invoke(Script.action(context -> waitAMoment()));
          case 1 -> runspace.invoke(context -> runspace.invoke(inner -> "in its midst"));
          default -> runspace.events().await("Never", MOMENT);
        }
      }
    } catch (InvalidRunspaceStateException
        | InvocationStoppedException
        | InterruptedException closed) {
      assertThat(runspace.state()).isNotEqualTo(RunspaceState.OPENED);
    }
  }

  Leavers leavers() {
    return leavers;
  }

  /** Subscribes another one in the middle. */
  void join(Random random) {
    if (random.nextBoolean()) {
      var joiner = new Listener();
      joiners.add(joiner);
      runspace.events().on(Numbered.class, joiner::hear);
    }
  }

  void closeAll() {
    runspace.close(PATIENCE);
    parent.close(PATIENCE);
  }

  void check(int raiser, int accepted) {
    stayer.checkAll(raiser, accepted);
    busListener.checkAll(raiser, accepted);
    parentListener.checkAll(raiser, accepted);
    joiners.forEach(joiner -> joiner.checkUnbroken(raiser));
    leavers.check(raiser, accepted);
  }

  int errorsHeard() {
    return errors.get();
  }

  int failures() {
    return unreliable.failures;
  }

  @Override
  public void close() {
    closeAll();
  }
}
