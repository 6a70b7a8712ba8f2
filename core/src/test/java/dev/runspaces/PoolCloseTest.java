package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a pool ends, and what becomes of it when its runspaces do, or never begin. */
@Timeout(30)
class PoolCloseTest {
  private final Gate gate = new Gate();
  private final Gate started = new Gate();
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final List<RunspacePool> pools = new ArrayList<>();

  @AfterEach
  void close() {
    gate.open();
    pools.forEach(RunspacePool::close);
  }

  private RunspacePool open(RunspacePoolBuilder builder) {
    RunspacePool pool = builder.open();
    pools.add(pool);
    return pool;
  }

  private Invocation<?> beginBusy(RunspacePool pool) throws InterruptedException {
    Invocation<?> busy =
        pool.begin(
            Script.action(
                context -> {
                  started.open();
                  gate.pass();
                }));
    started.pass();
    return busy;
  }

  @Nested
  class Closing {

    @Test
    void stopsWhatRunsAndNeverRunsWhatWaits() throws Exception {
      RunspacePool pool = open(Runspaces.pool("closed").maximum(1));
      Invocation<?> running = beginBusy(pool);
      List<Invocation<?>> waiting = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        waiting.add(pool.begin(context -> log.add("ran")));
      }

      pool.close();

      assertThat(running.state()).isEqualTo(InvocationState.STOPPED);
      assertThat(waiting).extracting(Invocation::state).containsOnly(InvocationState.STOPPED);
      assertThat(log).isEmpty();
      assertThat(pool.queued()).isZero();
    }

    @Test
    void leavesNothingBehind() throws Exception {
      RunspacePool pool = open(Runspaces.pool("closed").minimum(2).maximum(3));
      pool.invoke(context -> 1);
      beginBusy(pool);

      pool.close();

      assertThat(Runspaces.findAll("closed*")).isEmpty();
      eventually(() -> assertThat(LiveThreads.startingWith("runspace-closed")).isEmpty());
      assertThat(LiveThreads.startingWith("runspace-closer-closed")).isEmpty();
    }

    @Test
    void beginsNothingAfterwards() {
      RunspacePool pool = open(Runspaces.pool("closed"));
      pool.close();

      assertThatThrownBy(() -> pool.begin(context -> 1))
          .isInstanceOf(InvalidRunspaceStateException.class)
          .hasMessage(
              "begin: runspace \"closed\" is CLOSED, expected OPENED; open another with"
                  + " Runspaces.open(\"closed\")");
      assertThatExceptionOfType(InvalidRunspaceStateException.class)
          .isThrownBy(() -> pool.invoke(context -> 1));
      assertThatExceptionOfType(InvalidRunspaceStateException.class)
          .isThrownBy(() -> pool.forEach(List.of(1), (item, context) -> item));
    }

    @Test
    void comesWithTheParentAtTheLatest() {
      RunspacePool pool;
      try (Runspace parent = Runspaces.open("parent")) {
        pool = open(Runspaces.pool("closed").minimum(1).parent(parent));
        assertThat(pool.runspace().parent()).contains(parent);
      }

      assertThat(pool.runspace().state()).isEqualTo(RunspaceState.CLOSED);
      assertThat(Runspaces.findAll("closed*")).isEmpty();
    }

    @Test
    void insideOneOfItsScriptsReturnsAtOnce() throws Exception {
      RunspacePool pool = open(Runspaces.pool("closed").maximum(1));

      Invocation<String> invocation =
          pool.begin(
              context -> {
                pool.close();
                return "went on";
              });

      assertThat(invocation.await()).isEqualTo("went on");
      eventually(() -> assertThat(pool.runspace().state()).isEqualTo(RunspaceState.CLOSED));
    }

    @Test
    void leavesScriptsBehindThatDoNotStop() throws Exception {
      try (LogTrap trap = LogTrap.on("dev.runspaces")) {
        RunspacePool pool = open(Runspaces.pool("closed").maximum(1));
        Invocation<?> stubborn =
            pool.begin(
                Script.action(
                    context -> {
                      started.open();
                      gate.passInSpiteOfInterrupts();
                    }));
        started.pass();

        pool.close(Duration.ofMillis(50));

        assertThat(stubborn.state()).isEqualTo(InvocationState.STOPPED);
        assertThat(trap.texts())
            .anyMatch(
                line ->
                    line.startsWith("runspace \"closed-1\" is closed, but its code does not stop"));
      }
    }
  }

  @Test
  void aPoolThatIsHeldIsNotTakenForAForgottenOne() {
    try (LogTrap trap = LogTrap.on("dev.runspaces")) {
      RunspacePool pool = open(Runspaces.pool("held"));
      var canary = new java.lang.ref.WeakReference<>(new Object());

      eventually(
          () -> {
            System.gc();
            assertThat(canary.get()).isNull();
          });

      assertThat(trap.texts()).isEmpty();
      assertThat(pool.runspace().state()).isEqualTo(RunspaceState.OPENED);
    }
  }
}
