package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.event.EngineEvents;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Event;
import dev.runspaces.event.EventManager;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Errors that nobody handles, or that only those have heard who hear everything. */
@Timeout(30)
class UncaughtErrorsTest {
  private final IOException failure = new IOException("no disk");
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final Heard<ErrorOccurred> uncaught = new Heard<>();
  private final Runspace root = Runspaces.builder("root").uncaught(uncaught::handle).open();
  private final Runspace child = root.open("child");
  private final EventManager events = child.events();

  @AfterEach
  void close() {
    root.close();
  }

  private void failInScript() {
    child.begin(
        context -> {
          throw failure;
        });
  }

  /** Lets everything that is on its way arrive. */
  private void settle() {
    child.close();
    root.close();
  }

  @Nested
  class CatchAll {

    @Test
    void subscribersHearErrorsButHaveNotHandledThem() {
      var heardEvents = new Heard<Event>();
      var heardRecords = new Heard<Record>();
      events.on(Event.class, heardEvents);
      events.on(Object.class, log::add);
      events.on(Record.class, heardRecords);

      failInScript();

      assertThat(uncaught.awaitFirst().error()).isSameAs(failure);
      assertThat(heardEvents.all()).hasSize(1);
      assertThat(log).hasSize(1).first().isInstanceOf(ErrorOccurred.class);
      assertThat(heardRecords.all()).hasSize(1);
    }

    @Test
    void aFailingOneDoesNotRecur() {
      events.on(
          Event.class,
          event -> {
            log.add(event.sourceIdentifier());
            throw failure;
          });

      events.raise("Ready");

      // The failure on "Ready", which nobody has handled, and the one on hearing of that.
      assertThat(uncaught.await(2)).hasSize(2);
      assertThat(log).containsExactly("Ready", EngineEvents.ERRORS_OCCURRED);
    }

    @Test
    void aWaiterForErrorsHasHandledThem() throws Exception {
      boolean heard =
          root.invoke(
              context -> {
                failInScript();
                return context
                    .events()
                    .await(EngineEvents.ERRORS_OCCURRED, Duration.ofSeconds(10))
                    .isPresent();
              });

      assertThat(heard).isTrue();
      settle();
      assertThat(uncaught.all()).isEmpty();
    }
  }

  @Nested
  class Raised {

    @Test
    void byTheProgramTravelLikeAllOthers() {
      events.raiseError(failure);

      assertThat(uncaught.awaitFirst()).isEqualTo(new ErrorOccurred(failure, "child", null, null));
    }

    @Test
    void inAClosedRunspaceClimbAtOnce() {
      var heard = new Heard<ErrorOccurred>();
      root.events().on(ErrorOccurred.class, heard);
      child.close();

      events.raiseError(failure);

      assertThat(heard.awaitFirst().error()).isSameAs(failure);
    }

    @Test
    void whenAllIsClosedGoToTheUncaughtHandler() {
      settle();

      events.raiseError(failure);

      assertThat(uncaught.all()).extracting(ErrorOccurred::error).containsExactly(failure);
    }
  }

  @Nested
  class InTheLog {
    private final LogTrap trap = LogTrap.on("dev.runspaces");

    @AfterEach
    void release() {
      trap.close();
    }

    @Test
    void isWhatHasNoUncaughtHandler() {
      try (Runspace alone = Runspaces.open("alone")) {
        alone.begin(
            context -> {
              throw failure;
            });

        eventually(
            () ->
                assertThat(trap.lines())
                    .containsExactly(
                        new LogTrap.Line(
                            "SEVERE",
                            "error in runspace \"alone\": java.io.IOException: no disk",
                            List.of(failure))));
      }
    }

    @Test
    void isAnUncaughtHandlerThatFails() {
      var second = new IllegalStateException("handler too");
      try (Runspace alone =
          Runspaces.builder("alone")
              .uncaught(
                  error -> {
                    throw second;
                  })
              .open()) {
        alone.events().raiseError(failure);

        eventually(
            () ->
                assertThat(trap.texts())
                    .containsExactly(
                        "the uncaught handler failed on: error in runspace \"alone\":"
                            + " java.io.IOException: no disk"));
        assertThat(second).hasSuppressedException(failure);
      }
    }

    @Test
    void isAnUncaughtHandlerThatThrowsWhatItWasGiven() throws Exception {
      var thrown = new IllegalStateException("again");
      Runspace alone =
          Runspaces.builder("alone")
              .uncaught(
                  error -> {
                    throw thrown;
                  })
              .open();
      alone.close();

      alone.events().raiseError(thrown);

      assertThat(trap.texts())
          .containsExactly(
              "the uncaught handler failed on: error in runspace \"alone\":"
                  + " java.lang.IllegalStateException: again");
    }
  }
}
