package dev.runspaces;

import static dev.runspaces.Ear.settle;
import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.eventbus.AsyncEventBus;
import com.google.common.eventbus.DeadEvent;
import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import dev.runspaces.event.ErrorOccurred;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
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
}
