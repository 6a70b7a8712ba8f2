package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static dev.runspaces.RunspaceState.CLOSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.event.ErrorOccurred;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Event handlers that hold up a closing: nobody asks a handler to stop, so that it has nearly all
 * the time there is, and is interrupted then.
 */
@Timeout(30)
class StubbornHandlerTest {
  private static final Duration SHORT = Duration.ofMillis(500);

  private final Gate started = new Gate();
  private final Gate gate = new Gate();
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final LogTrap trap = LogTrap.on("dev.runspaces");
  private final Runspace worker = Runspaces.open("closing");

  @AfterEach
  void nothingIsLeft() {
    gate.open();
    worker.close();
    trap.close();
    eventually(() -> assertThat(LiveThreads.startingWith("runspace-closing")).isEmpty());
  }

  /** Has a handler wait at the gate, and returns when it is there. */
  private void handleWaiting() throws InterruptedException {
    worker
        .events()
        .on(
            "Wait",
            event -> {
              started.open();
              try {
                gate.pass();
                log.add("passed");
              } catch (InterruptedException interrupt) {
                log.add("interrupted");
                throw interrupt;
              }
            });
    worker.events().raise("Wait");
    started.pass();
  }

  @Nested
  class AHandlerThatBlocks {

    @Test
    void isInterruptedNearTheEndOfTheTimeSoThatTheClosingIsComplete() throws Exception {
      handleWaiting();

      worker.close(SHORT);

      assertThat(worker.state()).isEqualTo(CLOSED);
      assertThat(log).containsExactly("interrupted");
      assertThat(trap.texts()).noneMatch(line -> line.contains("left behind"));
    }

    @Test
    void hasItsTimeBeforeThat() throws Exception {
      handleWaiting();
      long begin = System.nanoTime();

      worker.close(SHORT);

      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isBetween(SHORT.multipliedBy(7).dividedBy(10), SHORT.multipliedBy(10));
    }

    @Test
    void isNotInterruptedIfItEndsInTime() throws Exception {
      handleWaiting();
      var closer = new Thread(() -> worker.close(Duration.ofSeconds(10)));
      closer.start();
      eventually(() -> assertThat(closer.getState()).isEqualTo(Thread.State.TIMED_WAITING));

      gate.open();
      closer.join();

      assertThat(log).containsExactly("passed");
      assertThat(worker.state()).isEqualTo(CLOSED);
    }

    @Test
    void failsWithTheInterruptWhichIsAnErrorLikeAnyOther() throws Exception {
      var errors = new Heard<ErrorOccurred>();
      try (Runspace parent = Runspaces.open("parent")) {
        parent.events().on(ErrorOccurred.class, errors);
        Runspace child = parent.open("closing child");
        child
            .events()
            .on(
                "Wait",
                event -> {
                  started.open();
                  gate.pass();
                });
        child.events().raise("Wait");
        started.pass();

        child.close(SHORT);

        assertThat(errors.awaitFirst().error()).isInstanceOf(InterruptedException.class);
      }
    }

    @Test
    void doesNotTakeTheEventsAfterItAlong() throws Exception {
      handleWaiting();
      worker.events().on("Last", event -> log.add("last, interrupted: " + Thread.interrupted()));
      worker.events().raise("Last");

      worker.close(SHORT);

      assertThat(log).containsExactly("interrupted", "last, interrupted: false");
    }

    @Test
    void isInterruptedTooWhenTheScriptsAfterItHaveNotBegun() throws Exception {
      handleWaiting();
      Invocation<Boolean> queued = worker.begin(context -> log.add("script"));

      worker.close(SHORT);

      assertThat(queued.state()).isEqualTo(InvocationState.STOPPED);
      assertThat(log).containsExactly("interrupted");
      assertThat(worker.state()).isEqualTo(CLOSED);
    }

    @Test
    void isLeftBehindIfTheInterruptDoesNotHelp() throws Exception {
      worker
          .events()
          .on(
              "Wait",
              event -> {
                started.open();
                gate.passInSpiteOfInterrupts();
              });
      worker.events().raise("Wait");
      started.pass();

      worker.close(SHORT);

      assertThat(worker.state()).isEqualTo(CLOSED);
      assertThat(trap.texts())
          .singleElement()
          .asString()
          .startsWith("runspace \"closing\" is closed, but its code does not stop")
          .contains("Gate.pass");
    }
  }

  @Nested
  class AScript {

    @Test
    void thatCleansUpAfterItsStopIsNotInterruptedAgain() throws Exception {
      var cleaning = new Gate();
      worker.begin(
          Script.action(
              context -> {
                try {
                  started.open();
                  gate.pass();
                } catch (InterruptedException stop) {
                  cleaning.open();
                  try {
                    gate.pass();
                    log.add("cleaned up");
                  } catch (InterruptedException again) {
                    log.add("interrupted again");
                  }
                }
              }));
      started.pass();
      Duration timeout = Duration.ofMillis(300);

      // Longer than the time after which a handler would be interrupted.
      worker.close(timeout);
      cleaning.pass();
      gate.open();

      eventually(() -> assertThat(log).containsExactly("cleaned up"));
    }

    @Test
    void thatWaitsWhileAHandlerBlocksIsInterruptedByItsStopAlone() throws Exception {
      worker.begin(
          Script.action(
              context -> {
                try {
                  context.events().await("Something", Duration.ofSeconds(10));
                  log.add("not interrupted");
                } catch (InterruptedException stop) {
                  log.add("script interrupted");
                }
              }));
      handleWaiting();

      worker.close(SHORT);

      assertThat(log).containsExactly("interrupted", "script interrupted");
      assertThat(worker.state()).isEqualTo(CLOSED);
    }
  }
}
