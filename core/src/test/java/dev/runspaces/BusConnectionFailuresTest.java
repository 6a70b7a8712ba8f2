package dev.runspaces;

import static dev.runspaces.Ear.settle;
import static dev.runspaces.Eventually.eventually;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.eventbus.AsyncEventBus;
import com.google.common.eventbus.DeadEvent;
import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.EventOverflowException;
import dev.runspaces.event.Overflow;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a connection does when nobody hears, and when something fails. */
@Timeout(30)
class BusConnectionFailuresTest {
  private final EventBus application = new EventBus("application");
  private final Ear theirs = new Ear();
  private final Ear ours = new Ear();
  private final Runspace worker = Runspaces.open("worker");

  BusConnectionFailuresTest() {
    application.register(theirs);
    worker.bus().register(ours);
  }

  @AfterEach
  void close() {
    worker.close();
  }

  @Nested
  class DeadEvents {
    private final List<Object> buried = new CopyOnWriteArrayList<>();

    /** Writes down what nobody has heard. */
    private final class Graveyard {
      @Subscribe
      void bury(DeadEvent dead) {
        buried.add(dead.getEvent());
      }
    }

    @Test
    void areToldHereWhenNobodyButTheConnectionHears() {
      worker.connect(application);
      worker.bus().register(new Graveyard());
      worker.bus().post(42);

      eventually(() -> assertThat(buried).containsExactly(42));
    }

    @Test
    void areNotPassedOn() throws Exception {
      try (Runspace peer = Runspaces.open("peer")) {
        worker.connect(application);
        worker.connect(peer.bus());
        application.register(new Graveyard());
        peer.bus().register(new Graveyard());
        worker.bus().post(42);
        worker.bus().post(new DeadEvent(this, "by hand"));
        settle(worker, peer);

        assertThat(buried).isEmpty();
      }
    }

    @Test
    void areNotMadeOfWhatWasPostedElsewhere() throws Exception {
      worker.connect(application);
      worker.bus().register(new Graveyard());
      application.post(42);
      settle(worker);

      assertThat(buried).isEmpty();
    }

    @Test
    void areTheirsAgainWhenTheConnectionIsClosed() {
      worker.connect(application).close();
      application.register(new Graveyard());
      application.post(42);

      assertThat(buried).containsExactly(42);
    }

    @Test
    void whatOnlyTheConnectionHearsStaysPending() throws Exception {
      worker.connect(application);
      worker.events().raise("Named", 42);
      settle(worker);

      assertThat(worker.events().pending())
          .singleElement()
          .satisfies(event -> assertThat(event.sourceIdentifier()).isEqualTo("Named"));
    }
  }

  @Nested
  class Failures {
    private final Heard<ErrorOccurred> errors = new Heard<>();

    Failures() {
      worker.events().on(ErrorOccurred.class, errors);
    }

    @Test
    void ofTheirSubscribersAreTheirAffair() throws Exception {
      var told = new CopyOnWriteArrayList<Throwable>();
      var tolerant = new EventBus((failure, context) -> told.add(failure));
      tolerant.register(
          new Object() {
            @Subscribe
            void fail(String event) {
              throw new IllegalStateException(event);
            }
          });
      worker.connect(tolerant);
      worker.bus().post("event");
      settle(worker);

      assertThat(told).singleElement().satisfies(it -> assertThat(it).hasMessage("event"));
      assertThat(errors.all()).isEmpty();
    }

    @Test
    void ofTheirBusAreErrorsHere() {
      var refusing =
          new AsyncEventBus(
              "refusing",
              task -> {
                throw new RejectedExecutionException("no room");
              });
      worker.connect(refusing);
      worker.bus().post("event");

      ErrorOccurred error = errors.awaitFirst();
      assertThat(error.error()).isInstanceOf(RejectedExecutionException.class);
      assertThat(error.subscription())
          .hasToString("subscription 3 to \"every event, for bus \"refusing\"\"");
      assertThat(error.event()).isNotNull();
      assertThat(ours.heard()).containsExactly("event");
    }

    @Test
    void ofTheirBusLeaveTheNextPostOfThatObjectAlone() throws Exception {
      var failing = new AtomicBoolean(true);
      application.register(
          new Object() {
            @Subscribe
            void fail(String event) {
              if (failing.getAndSet(false)) {
                throw new StackOverflowError(event); // an Error ends what Guava had to deliver
              }
            }
          });
      worker.connect(application);
      String same = "same";
      worker.bus().post(same);
      errors.awaitFirst();
      application.post(same);
      settle(worker);

      assertThat(ours.heard()).containsExactly(same, same);
    }

    @Test
    void ofAnExecutorHalfwayDoNotBringTheEventBackLater() throws Exception {
      var refusing = new AtomicBoolean(true);
      var asynchronous =
          new AsyncEventBus(
              "asynchronous",
              task -> {
                if (refusing.getAndSet(false)) {
                  throw new RejectedExecutionException("no room");
                }
                task.run();
              });
      asynchronous.register(theirs);
      worker.connect(asynchronous);
      worker.bus().post("refused to their ear, and left in Guava's queue for the connection");
      errors.awaitFirst();
      asynchronous.post("next");
      settle(worker);

      assertThat(ours.heard())
          .containsExactly(
              "refused to their ear, and left in Guava's queue for the connection", "next");
    }
  }

  /** What comes to a runspace that is full. */
  @Nested
  class WithoutRoom {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Gate gate = new Gate();
    private final List<Object> log = new CopyOnWriteArrayList<>();
    private Runspace full = Runspaces.open("unused");

    private final List<Throwable> refused = new CopyOnWriteArrayList<>();
    private final EventBus crowded = new EventBus((failure, context) -> refused.add(failure));

    @AfterEach
    void close() {
      gate.open();
      full.close();
    }

    /** Opens the runspace, and keeps its thread busy until the gate opens. */
    private Runspace held(Overflow overflow) throws InterruptedException {
      full.close();
      full = Runspaces.builder("full").overflow(overflow).open();
      gate.holdUp(full);
      return full;
    }

    /** Does something on a thread of its own, and returns when that waits. */
    private FutureTask<String> waiting(Callable<String> action) {
      var task = new FutureTask<>(action);
      var thread = new Thread(task, "poster");
      thread.start();
      eventually(() -> assertThat(thread.getState()).isEqualTo(Thread.State.TIMED_WAITING));
      return task;
    }

    private void post(int from, int to) {
      for (int step = from; step <= to; step++) {
        crowded.post(step);
      }
    }

    @Test
    void isRefusedToTheBusThatItComesFrom() throws Exception {
      held(Overflow.fail(2)).events().on(Integer.class, log::add);
      full.connect(crowded);
      post(1, 5);
      assertThat(full.events().counts().pending()).isEqualTo(2);
      gate.open();
      full.close();

      assertThat(log).containsExactly(1, 2);
      assertThat(refused).hasSize(3).hasOnlyElementsOfType(EventOverflowException.class);
    }

    @Test
    void holdsUpWhoPostsItUntilThereIsRoom() throws Exception {
      held(Overflow.block(1, LONG)).events().on(Integer.class, log::add);
      full.connect(crowded);
      post(1, 1);
      FutureTask<String> poster =
          waiting(
              () -> {
                post(2, 20);
                return "posted";
              });
      assertThat(full.events().counts().pending()).isEqualTo(1);
      gate.open();
      assertThat(poster.get(10, SECONDS)).isEqualTo("posted");
      full.close();

      assertThat(log).isEqualTo(IntStream.rangeClosed(1, 20).boxed().toList());
      assertThat(refused).isEmpty();
    }

    @Test
    void isRefusedWhenThereIsNoRoomInTime() throws Exception {
      held(Overflow.block(1, Duration.ofMillis(20))).events().on(Integer.class, log::add);
      full.connect(crowded);
      post(1, 2);

      assertThat(refused).singleElement().isInstanceOf(EventOverflowException.class);
    }

    @Test
    void isLetInWhereTheRunspaceItselfHasPostedIt() throws Exception {
      full.close();
      full = Runspaces.builder("full").overflow(Overflow.block(1, LONG)).open();
      full.events().on(Integer.class, log::add);
      full.connect(crowded);
      full.invoke(Script.action(context -> post(1, 5)));
      full.close();

      assertThat(log).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void keepsItsOrderWhileAnotherRunspacesThreadWaitsToPassItOn() throws Exception {
      held(Overflow.block(1, LONG)).events().on(Integer.class, log::add);
      try (Runspace peer = Runspaces.open("peer")) {
        peer.connect(full.bus());
        for (int step = 1; step <= 50; step++) {
          peer.bus().post(step);
        }
        eventually(() -> assertThat(full.events().counts().pending()).isEqualTo(1));
        gate.open();
        eventually(() -> assertThat(log).hasSize(50));

        assertThat(log).isEqualTo(IntStream.rangeClosed(1, 50).boxed().toList());
      }
    }

    @Test
    void isAnErrorInTheRunspaceThatItComesFrom() throws Exception {
      held(Overflow.fail(1)).events().on(Integer.class, log::add);
      try (Runspace peer = Runspaces.open("peer")) {
        var errors = new Heard<ErrorOccurred>();
        peer.events().on(ErrorOccurred.class, errors);
        peer.connect(full.bus());
        peer.bus().post(1);
        peer.bus().post(2);

        assertThat(errors.awaitFirst().error()).isInstanceOf(EventOverflowException.class);
        gate.open();
        full.close();
        assertThat(log).containsExactly(1);
      }
    }

    @Test
    void isLetInWhereTwoWouldWaitForEachOther() throws Exception {
      held(Overflow.block(1, LONG)).events().on(Integer.class, log::add);
      try (Runspace peer = Runspaces.builder("peer").overflow(Overflow.block(1, LONG)).open()) {
        gate.holdUp(peer);
        var there = new CopyOnWriteArrayList<Object>();
        peer.events().on(String.class, there::add);
        full.connect(peer.bus());
        FutureTask<String> here = waiting(() -> postAll(full, List.of(1, 2, 3, 4)));
        FutureTask<String> away = waiting(() -> postAll(peer, List.of("a", "b", "c", "d")));
        gate.open();

        assertThat(here.get(5, SECONDS)).isEqualTo("posted");
        assertThat(away.get(5, SECONDS)).isEqualTo("posted");
        eventually(() -> assertThat(there).containsExactly("a", "b", "c", "d"));
        eventually(() -> assertThat(log).containsExactly(1, 2, 3, 4));
      }
    }

    private String postAll(Runspace runspace, List<?> events) {
      events.forEach(runspace.bus()::post);
      return "posted";
    }
  }
}
