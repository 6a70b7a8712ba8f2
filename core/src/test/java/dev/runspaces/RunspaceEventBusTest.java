package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.google.common.eventbus.DeadEvent;
import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Event;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guava's annotations on a runspace's events. */
@Timeout(30)
class RunspaceEventBusTest {
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final Runspace worker = Runspaces.open("worker");
  private final EventBus bus = worker.bus();

  @AfterEach
  void close() {
    worker.close();
  }

  /** Writes down the strings that it is told. */
  private final class Strings {
    @Subscribe
    void on(String event) {
      log.add(event);
    }
  }

  @Nested
  class Unregistering {

    @Test
    void nothingArrivesAfterItNotEvenWhatWasQueued() throws Exception {
      var gate = new Gate();
      var listener = new Strings();
      bus.register(listener);
      worker.begin(Script.action(context -> gate.pass()));
      bus.post("queued");
      bus.unregister(listener);
      gate.open();
      bus.post("later");
      worker.close();

      assertThat(log).isEmpty();
    }

    /** Takes itself and another off the bus while an event is told. */
    private final class Quitter {
      private final Object peer;

      Quitter(Object peer) {
        this.peer = peer;
      }

      @Subscribe
      void on(String event) {
        log.add("quitter " + event);
        bus.unregister(this);
        bus.unregister(peer);
      }
    }

    @Test
    void aSubscriberMayTakeItselfAndItsPeersOff() {
      var peer = new Strings();
      bus.register(new Quitter(peer));
      bus.register(peer);

      bus.post("1st");
      bus.post("2nd");
      worker.close();

      assertThat(log).containsExactly("quitter 1st");
    }

    @Test
    void whatIsNotRegisteredIsRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> bus.unregister(new Named("listener")))
          .withMessage("unregister: listener is not registered on the bus of runspace \"worker\"");
    }

    /** A subscriber with a name. */
    private record Named(String name) {
      @Subscribe
      void on(String event) {}

      @Override
      public String toString() {
        return name;
      }
    }

    @Test
    void aSecondTimeIsRefused() {
      var listener = new Strings();
      bus.register(listener);
      bus.unregister(listener);

      assertThatIllegalArgumentException().isThrownBy(() -> bus.unregister(listener));
    }

    @Test
    void whatHasNoSubscriberMethodsIsNoError() {
      var listener = new Object();

      bus.unregister(listener);
      bus.register(listener);
      bus.unregister(listener);
      bus.unregister(listener);
    }

    @Test
    void registeringAgainWorks() {
      var listener = new Strings();
      bus.register(listener);
      bus.unregister(listener);
      bus.register(listener);

      bus.post("event");
      worker.close();

      assertThat(log).containsExactly("event");
    }
  }

  @Nested
  class Nothing {
    @Test
    @SuppressWarnings("NullAway") // that is the point
    void isNoEventWhetherAnybodyListensOrNot() {
      Object nothing = null;
      assertThatNullPointerException().isThrownBy(() -> bus.post(nothing));
      bus.register(new Strings());
      assertThatNullPointerException().isThrownBy(() -> bus.post(nothing));
    }
  }

  @Nested
  class DeadEvents {
    private final LogTrap trap = LogTrap.on("dev.runspaces");

    /** Writes down what nobody has heard. */
    private final class Graveyard {
      @Subscribe
      void bury(DeadEvent dead) {
        log.add(dead.getEvent());
        assertThat(dead.getSource()).isSameAs(bus);
      }
    }

    @AfterEach
    void nothingWasLogged() {
      worker.close();
      trap.close();
      assertThat(trap.texts()).isEmpty();
    }

    @Test
    void areWhatWasPostedAndNobodyHeard() {
      bus.register(new Graveyard());
      bus.post(42);

      eventually(() -> assertThat(log).containsExactly(42));
      assertThat(worker.events().pending()).isEmpty();
    }

    @Test
    void areNotWhatASubscriberOfTheEventManagerHeard() throws Exception {
      bus.register(new Graveyard());
      worker.events().on(Integer.class, number -> log.add("heard " + number));
      bus.post(42);
      worker.invoke(context -> "delivered");
      worker.invoke(context -> "and its echo");

      assertThat(log).containsExactly("heard 42");
    }

    @Test
    void ofAChildAreNotToldToTheParentWhichMayHaveHeardTheEvent() {
      bus.register(new Graveyard());
      worker.events().on(Integer.class, number -> log.add("heard " + number));
      Runspace child = worker.open("child");
      child.bus().register(new OtherGraveyard());
      child.bus().post(42);
      child.close();
      worker.close();

      assertThat(log).containsExactlyInAnyOrder("heard 42", "dead in child");
    }

    /** A graveyard of a runspace below. */
    private final class OtherGraveyard {
      @Subscribe
      void bury(DeadEvent dead) {
        log.add("dead in " + ((EventBus) dead.getSource()).identifier());
      }
    }

    @Test
    void ofAClosingRunspaceAreSilent() throws Exception {
      var started = new Gate();
      var gate = new Gate();
      worker.begin(
          Script.action(
              context -> {
                started.open();
                gate.passInSpiteOfInterrupts();
              }));
      started.pass();
      var closer = new Thread(worker::close);
      closer.start();
      // It waits for the script; what is posted now is delivered with the very last step.
      eventually(() -> assertThat(closer.getState()).isEqualTo(Thread.State.TIMED_WAITING));
      bus.post("last words");
      gate.open();
      closer.join();
    }
  }

  @Nested
  class Failures {

    @Test
    void becomeErrorEventsAndTheOthersHearAllTheSame() {
      var heard = new Heard<ErrorOccurred>();
      worker.events().on(ErrorOccurred.class, heard);
      bus.register(
          new Object() {
            @Subscribe
            void fail(String event) throws IOException {
              throw new IOException(event);
            }
          });
      bus.register(
          new Object() {
            @Subscribe
            void fail(String event) {
              throw new AssertionError(event);
            }
          });
      bus.register(new Strings());

      bus.post("event");

      assertThat(heard.await(2))
          .extracting(error -> error.error().getClass().getSimpleName())
          .containsExactly("IOException", "AssertionError");
      Event event = heard.awaitFirst().event();
      assertThat(event).isNotNull();
      assertThat(log).containsExactly("event");
    }
  }
}
