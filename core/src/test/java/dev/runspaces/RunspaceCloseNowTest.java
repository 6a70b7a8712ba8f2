package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.runspaces.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing without delivering what is still under way. */
@Timeout(30)
class RunspaceCloseNowTest {
  private final Runspace worker = Runspaces.open("worker");
  private final Heard<Event> heard = new Heard<>();
  private final Gate reached = new Gate();
  private final Gate gate = new Gate();

  @AfterEach
  void close() {
    gate.open();
    worker.close();
  }

  private static List<Integer> payloads(List<Event> events) {
    return events.stream().map(event -> (Integer) requireNonNull(event.payload())).toList();
  }

  private void holdUpWithAHandler() throws InterruptedException {
    worker
        .events()
        .on(
            "Hold",
            event -> {
              reached.open();
              passUnlessInterrupted();
            });
    worker.events().raise("Hold");
    reached.pass();
  }

  private void passUnlessInterrupted() {
    try {
      gate.pass();
    } catch (InterruptedException closing) {
      // That is what ends it.
    }
  }

  @Test
  void handsBackWhatIsNotDeliveredInOrder() throws InterruptedException {
    worker.events().on("Number", heard);
    holdUpWithAHandler();
    for (int number = 1; number <= 5; number++) {
      worker.events().raise("Number", number);
    }

    List<Event> undelivered = worker.closeNow();

    assertThat(payloads(undelivered)).containsExactly(1, 2, 3, 4, 5);
    assertThat(heard.all()).isEmpty();
    assertThat(worker.state()).isEqualTo(RunspaceState.CLOSED);
  }

  @Test
  void whatIsRaisedBelowMeanwhileIsRefusedThereAndNotLostHere() {
    worker.events().on("Number", heard);
    Runspace child = worker.open("child");
    var refusal = new AtomicReference<Throwable>();
    worker.own(() -> refusal.set(catchThrowable(() -> child.events().raise("Number", 1))));

    List<Event> undelivered = worker.closeNow();

    assertThat(refusal.get()).isInstanceOf(IllegalStateException.class);
    assertThat(undelivered).isEmpty();
    assertThat(heard.all()).isEmpty();
  }

  @Test
  void handsEachBackOnce() throws InterruptedException {
    worker.events().on("Number", heard);
    holdUpWithAHandler();
    worker.events().raise("Number", 1);

    assertThat(worker.closeNow()).hasSize(1);
    assertThat(worker.closeNow()).isEmpty();
  }

  @Test
  void hasNothingToHandBackWhereAllIsDelivered() throws InterruptedException {
    worker.events().on("Number", heard);
    worker.events().raise("Number", 1);
    heard.awaitFirst();

    assertThat(worker.closeNow()).isEmpty();
  }

  @Test
  void interruptsTheHandlerThatRuns() throws InterruptedException {
    var interrupted = new AtomicBoolean();
    worker
        .events()
        .on(
            "Hold",
            event -> {
              reached.open();
              try {
                gate.pass();
              } catch (InterruptedException closing) {
                interrupted.set(true);
              }
            });
    worker.events().raise("Hold");
    reached.pass();

    assertThat(worker.closeNow()).isEmpty();
    assertThat(interrupted).isTrue();
  }

  @Test
  void handsBackWhatRunspacesBelowHaveNotDelivered() throws InterruptedException {
    Runspace child = worker.open("child");
    Runspace grandchild = child.open("grandchild");
    grandchild.events().on("Number", heard);
    grandchild
        .events()
        .on(
            "Hold",
            event -> {
              reached.open();
              passUnlessInterrupted();
            });
    grandchild.events().raise("Hold");
    reached.pass();
    grandchild.events().raise("Number", 7);

    assertThat(payloads(worker.closeNow())).contains(7);
    assertThat(grandchild.state()).isEqualTo(RunspaceState.CLOSED);
    assertThat(heard.all()).isEmpty();
  }

  @Test
  void handsBackWhatCodeThatWasLeftBehindHasHeldUp() throws InterruptedException {
    try (LogTrap log = LogTrap.on("dev.runspaces")) {
      try (LogTrap eventLog = LogTrap.on("dev.runspaces.event")) {
        worker.events().on("Number", heard);
        worker
            .events()
            .on(
                "Hold",
                event -> {
                  reached.open();
                  gate.passInSpiteOfInterrupts();
                });
        worker.events().raise("Hold");
        reached.pass();
        worker.events().raise("Number", 1);

        worker.close(Duration.ofMillis(50));

        assertThat(log.texts()).anyMatch(text -> text.contains("left behind"));
        assertThat(payloads(worker.closeNow())).containsExactly(1);
        assertThat(eventLog.texts()).hasSizeLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void tellsOfAFailureAndHandsBackWhenAskedAgain() throws InterruptedException {
    worker.events().on("Number", heard);
    holdUpWithAHandler();
    worker.events().raise("Number", 1);
    worker.own(
        () -> {
          throw new IllegalStateException("stuck");
        });

    assertThatThrownBy(worker::closeNow).isInstanceOf(RunspaceCloseException.class);
    assertThat(payloads(worker.closeNow())).containsExactly(1);
  }

  @Test
  void ofItsOwnHandlerReturnsAtOnceWithTheRest() throws InterruptedException {
    var handedBack = new Heard<Event>();
    worker.events().on("Number", heard);
    worker
        .events()
        .on(
            "Close",
            event -> {
              gate.pass();
              for (Event undelivered : worker.closeNow()) {
                handedBack.handle(undelivered);
              }
            });
    worker.events().raise("Close");
    worker.events().raise("Number", 1);
    worker.events().raise("Number", 2);
    gate.open();

    assertThat(payloads(handedBack.await(2))).containsExactly(1, 2);
    eventually(() -> assertThat(worker.state()).isEqualTo(RunspaceState.CLOSED));
    assertThat(heard.all()).isEmpty();
  }
}
