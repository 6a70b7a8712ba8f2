package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static dev.runspaces.RunspaceState.CLOSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Code that does not stop is named and left behind; its runspace is closed all the same. */
@Timeout(30)
class StubbornCodeTest {
  private final int countBefore = Runspaces.count();
  private final Gate started = new Gate();
  private final Gate gate = new Gate();
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final LogTrap trap = LogTrap.on("dev.runspaces");
  private final Runspace worker = Runspaces.open("closing");

  @AfterEach
  void nothingIsLeft() {
    gate.open();
    trap.close();
    worker.close();
    assertThat(worker.state()).isEqualTo(CLOSED);
    assertThat(Runspaces.count()).isEqualTo(countBefore);
    eventually(() -> assertThat(LiveThreads.startingWith("runspace-closing")).isEmpty());
  }

  private Invocation<?> beginStubborn() throws InterruptedException {
    Invocation<?> stubborn =
        worker.begin(
            Script.action(
                context -> {
                  context.write("so far");
                  started.open();
                  gate.passInSpiteOfInterrupts();
                  log.add("stopping " + context.isStopping());
                }));
    started.pass();
    return stubborn;
  }

  @Test
  void isNamedWithItsStackAndLeftBehindAfterTheTimeOut() throws Exception {
    Invocation<?> stubborn = beginStubborn();

    worker.close(Duration.ofMillis(50));

    assertThat(worker.state()).isEqualTo(CLOSED);
    assertThat(Runspaces.all()).doesNotContain(worker);
    assertThat(stubborn.outcome().orElseThrow().state()).isEqualTo(InvocationState.STOPPED);
    assertThat(stubborn.output()).containsExactly("so far");
    assertThat(trap.texts())
        .singleElement()
        .asString()
        .startsWith(
            "runspace \"closing\" is closed, but its code does not stop and is left behind; it is"
                + " at\n\tat ")
        .contains("Gate.pass");
  }

  @Test
  void isStillToldToStopOnceItAsks() throws Exception {
    beginStubborn();
    worker.close(Duration.ZERO);

    gate.open();

    eventually(() -> assertThat(log).containsExactly("stopping true"));
  }

  @Test
  void endsTheThreadWhenItReturns() throws Exception {
    beginStubborn();
    worker.close(Duration.ZERO);
    assertThat(LiveThreads.startingWith("runspace-closing")).hasSize(1);

    gate.open();

    eventually(() -> assertThat(LiveThreads.startingWith("runspace-closing")).isEmpty());
  }

  @Test
  void canStillWaitForSomethingElse() throws Exception {
    var answer = new CompletableFuture<String>();
    worker.begin(
        Script.action(
            context -> {
              started.open();
              gate.passInSpiteOfInterrupts();
              Thread.interrupted();
              log.add("waiting");
              log.add(Runspaces.await(answer, Duration.ofSeconds(10)));
            }));
    started.pass();
    worker.close(Duration.ZERO);

    gate.open();
    eventually(() -> assertThat(log).containsExactly("waiting"));
    answer.complete("answered");

    eventually(() -> assertThat(log).containsExactly("waiting", "answered"));
  }

  @Test
  void isLeftBehindTooWhenItWasTheOneThatClosed() throws Exception {
    worker.begin(
        Script.action(
            context -> {
              worker.close();
              started.open();
              gate.passInSpiteOfInterrupts();
            }));
    started.pass();

    worker.close(Duration.ofMillis(50));

    assertThat(worker.state()).isEqualTo(CLOSED);
    assertThat(Runspaces.all()).doesNotContain(worker);
  }

  @Test
  void isLeftBehindTooWhenItIsAHandlerOfTheLastEvents() throws Exception {
    var handling = new Gate();
    var rest = new Gate();
    worker
        .events()
        .on(
            "Last",
            event -> {
              handling.open();
              rest.passInSpiteOfInterrupts();
            });
    beginStubborn();
    var closer = new Thread(() -> worker.close(Duration.ofMillis(500)));
    closer.start();
    // It waits for the script; what is raised now is delivered with the very last step.
    eventually(() -> assertThat(closer.getState()).isEqualTo(Thread.State.TIMED_WAITING));
    worker.events().raise("Last");
    gate.open();
    handling.pass();
    closer.join();

    assertThat(worker.state()).isEqualTo(CLOSED);
    assertThat(Runspaces.all()).doesNotContain(worker);
    rest.open();
  }
}
