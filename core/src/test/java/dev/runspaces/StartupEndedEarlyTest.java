package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A start-up that somebody ends before it is done. */
@Timeout(30)
class StartupEndedEarlyTest {
  private final Gate started = new Gate();
  private final Gate gate = new Gate();
  private final List<String> log = new CopyOnWriteArrayList<>();
  private final Runspace worker =
      Runspaces.builder("worker")
          .startup(
              Script.action(
                  context -> {
                    started.open();
                    try {
                      gate.pass();
                    } catch (InterruptedException stopped) {
                      log.add("first, interrupted"); // and goes on, as if nothing had happened
                    }
                  }))
          .startup(Script.action(context -> log.add("second")))
          .create();

  @AfterEach
  void close() {
    gate.open();
    worker.close();
  }

  @Test
  void whatIsClosedMeanwhileRunsNoFurtherScriptOfIt() throws Exception {
    CompletableFuture<Runspace> opening = worker.openAsync();
    started.pass();
    worker.close();

    assertThat(log).containsExactly("first, interrupted");
    assertThat(worker.state()).isIn(RunspaceState.CLOSED, RunspaceState.BROKEN);
    assertThatExceptionOfType(CompletionException.class).isThrownBy(opening::join);
  }

  @Test
  void anInterruptOfWhoWaitsForItIsKept() throws Exception {
    var interrupted = new CompletableFuture<Boolean>();
    var opener =
        new Thread(
            () -> {
              try {
                worker.open();
                interrupted.complete(false);
              } catch (RunspaceOpenException given) {
                interrupted.complete(Thread.currentThread().isInterrupted());
              }
            },
            "opener");
    opener.start();
    started.pass();
    opener.interrupt();

    assertThat(interrupted.get(20, TimeUnit.SECONDS)).isTrue();
    eventually(() -> assertThat(Runspaces.all()).doesNotContain(worker));
  }
}
