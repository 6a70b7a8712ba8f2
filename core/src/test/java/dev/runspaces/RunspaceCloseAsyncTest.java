package dev.runspaces;

import static dev.runspaces.RunspaceState.CLOSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Closing for threads that must not wait, and yet have to know when it is done. */
@Timeout(30)
class RunspaceCloseAsyncTest {
  private final Gate gate = new Gate();
  private final Runspace worker = Runspaces.open("closing");

  @AfterEach
  void close() {
    gate.open();
    worker.close();
  }

  private void occupy() throws InterruptedException {
    var started = new Gate();
    worker.begin(
        Script.action(
            context -> {
              started.open();
              gate.passInSpiteOfInterrupts();
            }));
    started.pass();
  }

  @Test
  void returnsAtOnceAndEndsWhenItIsClosed() throws Exception {
    occupy();

    CompletableFuture<Void> closed = worker.closeAsync();
    assertThat(closed).isNotDone();

    gate.open();
    closed.get(10, TimeUnit.SECONDS);
    assertThat(worker.state()).isEqualTo(CLOSED);
  }

  @Test
  void endsWhoeverClosesIt() throws Exception {
    worker.close();

    worker.closeAsync().get(10, TimeUnit.SECONDS);
  }

  @Test
  void tellsWhatFails() {
    worker.own(
        () -> {
          throw new IOException("stuck");
        });

    assertThatThrownBy(() -> worker.closeAsync().get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(RunspaceCloseException.class)
        .hasMessageContaining("stuck");
    assertThat(worker.state()).isEqualTo(CLOSED);
  }

  @Test
  void cancellingTheFutureChangesNothing() throws Exception {
    occupy();

    worker.closeAsync().cancel(true);
    gate.open();

    worker.closeAsync().get(10, TimeUnit.SECONDS);
    assertThat(worker.state()).isEqualTo(CLOSED);
  }

  @Test
  void aScriptMayCallItInItsOwnRunspace() throws Exception {
    CompletableFuture<Void> closed = worker.invoke(context -> worker.closeAsync());

    closed.get(10, TimeUnit.SECONDS);
    assertThat(worker.state()).isEqualTo(CLOSED);
  }

  @Test
  void aPoolIsClosedWithItsRunspaces() throws Exception {
    RunspacePool pool = Runspaces.pool("closing-pool").minimum(1).open();
    Runspace member = pool.runspace().children().get(0);

    pool.closeAsync().get(10, TimeUnit.SECONDS);

    assertThat(member.state()).isEqualTo(CLOSED);
    assertThat(pool.runspace().state()).isEqualTo(CLOSED);
  }
}
