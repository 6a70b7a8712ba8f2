package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static dev.runspaces.RunspaceState.CLOSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runspaces.event.Event;
import dev.runspaces.event.Registration;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a runspace owns ends with it, newest first, whatever fails on the way. */
@Timeout(30)
class OwnedResourcesTest {
  private final int countBefore = Runspaces.count();
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final Runspace worker = Runspaces.open("closing");

  @AfterEach
  void nothingIsLeft() {
    worker.close();
    assertThat(worker.state()).isEqualTo(CLOSED);
    assertThat(Runspaces.count()).isEqualTo(countBefore);
    eventually(() -> assertThat(LiveThreads.startingWith("runspace-closing")).isEmpty());
  }

  @Test
  void childrenAndResourcesAreClosedNewestFirst() {
    worker.open("oldest").onStateChanged(change -> log.add("oldest " + change.to()));
    worker.own(() -> log.add("resource"));
    worker.open("newest").onStateChanged(change -> log.add("newest " + change.to()));

    worker.close();

    assertThat(log)
        .containsExactly(
            "newest CLOSING", "newest CLOSED", "resource", "oldest CLOSING", "oldest CLOSED");
    assertThat(worker.children()).isEmpty();
  }

  @Test
  void theLastEventsOfAResourceStillArrive() {
    var heard = new Heard<Event>();
    worker.events().on("WindowClosed", heard);
    worker.own(() -> worker.events().raise("WindowClosed"));

    worker.close();

    assertThat(heard.all()).hasSize(1);
  }

  @Test
  void whatIsAddedWhileItClosesIsClosedToo() {
    worker.own(() -> worker.own(() -> log.add("late")));

    worker.close();

    assertThat(log).containsExactly("late");
  }

  @Test
  void aResourceThatWasHandedBackIsNotClosed() {
    Registration registration = worker.own(() -> log.add("resource"));

    registration.close();
    registration.close();
    worker.close();

    assertThat(log).isEmpty();
  }

  @Test
  void everyFailureIsKeptAndTheOthersAreClosedAllTheSame() {
    var first = new IOException("first");
    var second = new AssertionError("second");
    worker.own(() -> log.add("closed"));
    worker.own(
        () -> {
          throw second;
        });
    worker.own(
        () -> {
          throw first;
        });

    var failure = catchThrowableOfType(RunspaceCloseException.class, worker::close);

    assertThat(failure)
        .hasMessage(
            "runspace \"closing\" is closed, but 2 things it owned failed to close:"
                + " java.io.IOException: first");
    assertThat(failure.getSuppressed()).containsExactly(first, second);
    assertThat(log).containsExactly("closed");
    assertThat(worker.state()).isEqualTo(CLOSED);
  }

  @Test
  void aSingleFailureIsToldInTheSingular() {
    worker.own(
        () -> {
          throw new IOException("only");
        });

    assertThatExceptionOfType(RunspaceCloseException.class)
        .isThrownBy(worker::close)
        .withMessage(
            "runspace \"closing\" is closed, but 1 thing it owned failed to close:"
                + " java.io.IOException: only");
  }

  @Test
  void aResourceThatWasInterruptedDoesNotDisturbTheNext() {
    worker.own(() -> log.add("interrupted " + Thread.currentThread().isInterrupted()));
    worker.own(
        () -> {
          throw new InterruptedException();
        });

    assertThatExceptionOfType(RunspaceCloseException.class).isThrownBy(worker::close);

    assertThat(log).containsExactly("interrupted false");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void theFailureOfAChildIsTheParentsToo() {
    Runspace child = worker.open("child");
    child.own(
        () -> {
          throw new IOException("deep");
        });

    var failure = catchThrowableOfType(RunspaceCloseException.class, worker::close);

    assertThat(failure.getSuppressed())
        .singleElement()
        .isInstanceOf(RunspaceCloseException.class)
        .extracting(Throwable::getMessage)
        .asString()
        .startsWith("runspace \"child\" is closed, but 1 thing");
    assertThat(child.state()).isEqualTo(CLOSED);
  }
}
