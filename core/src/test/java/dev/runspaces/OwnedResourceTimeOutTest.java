package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static dev.runspaces.RunspaceState.CLOSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runspaces.thread.WaitTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A resource whose close blocks does not block the closing of its runspace. */
@Timeout(30)
class OwnedResourceTimeOutTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final Gate gate = new Gate();
  private final Runspace worker = Runspaces.open("closing");

  @AfterEach
  void nothingIsLeft() {
    gate.open();
    worker.close();
    eventually(() -> assertThat(LiveThreads.startingWith("runspaces-resource-closer")).isEmpty());
  }

  @Test
  void itIsInterruptedAndLeftBehindAndTheOthersAreClosed() {
    Runspace child = worker.open("child");
    worker.own(() -> log.add("older"));
    worker.own(
        () -> {
          try {
            gate.pass();
          } catch (InterruptedException interrupted) {
            log.add("interrupted");
          }
        });

    var failure = catchThrowableOfType(RunspaceCloseException.class, () -> worker.close(SHORT));

    assertThat(failure.getSuppressed())
        .singleElement()
        .isInstanceOf(WaitTimeoutException.class)
        .satisfies(late -> assertThat(late).hasMessageContaining("closing a resource"))
        .satisfies(
            late ->
                assertThat(late.getStackTrace())
                    .extracting(StackTraceElement::getMethodName)
                    .contains("pass"));
    assertThat(worker.state()).isEqualTo(CLOSED);
    assertThat(child.state()).isEqualTo(CLOSED);
    eventually(() -> assertThat(log).containsExactlyInAnyOrder("interrupted", "older"));
  }

  @Test
  void whoIgnoresTheInterruptIsLeftBehindTooAndTheNextIsClosed() {
    worker.own(() -> log.add("older"));
    worker.own(gate::passInSpiteOfInterrupts);

    var failure = catchThrowableOfType(RunspaceCloseException.class, () -> worker.close(SHORT));

    assertThat(failure.getSuppressed()).hasSize(1);
    assertThat(worker.state()).isEqualTo(CLOSED);
    assertThat(log).containsExactly("older");
  }

  @Test
  void whatDoesNotBlockIsClosedWithoutAnyTimeToo() {
    worker.own(() -> log.add("closed"));

    worker.close(Duration.ZERO);

    assertThat(log).containsExactly("closed");
  }

  @Test
  void itMayUseTheClassLoaderOfWhoCloses() {
    worker.own(() -> log.add("" + Thread.currentThread().getContextClassLoader()));

    worker.close();

    assertThat(log).containsExactly("" + Thread.currentThread().getContextClassLoader());
  }

  @Test
  void inItsOwnRunspaceItIsClosedInPlace() throws Exception {
    worker.own(() -> log.add(Thread.currentThread().getName()));

    worker.invoke(Script.action(context -> worker.close()));

    eventually(() -> assertThat(worker.state()).isEqualTo(CLOSED));
    assertThat(log).containsExactly("runspace-closing");
  }
}
