package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a pool when its runspaces are not what they should be. */
@Timeout(30)
class PoolTroubleTest {
  private final Gate gate = new Gate();
  private final Gate started = new Gate();
  private final List<RunspacePool> pools = new ArrayList<>();
  private final IOException failure = new IOException("no camera");

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
  class AMemberThatIsClosedBehindThePoolsBack {

    @Test
    void isReplaced() throws Exception {
      RunspacePool pool = open(Runspaces.pool("robbed").maximum(1));
      pool.invoke(ScriptContext::runspace).close();

      assertThat(pool.invoke(ScriptContext::runspace).name()).isEqualTo("robbed-2");
      assertThat(pool.size()).isEqualTo(1);
    }

    @Test
    void byItsOwnScriptIsReplaced() throws Exception {
      RunspacePool pool = open(Runspaces.pool("robbed").maximum(1));
      pool.invoke(Script.action(context -> context.runspace().close()));

      assertThat(pool.invoke(ScriptContext::runspace).name()).isEqualTo("robbed-2");
      assertThat(pool.size()).isEqualTo(1);
    }

    @Test
    void whileItRunsSomethingStopsThatAndTheOthersAreServed() throws Exception {
      RunspacePool pool = open(Runspaces.pool("robbed").maximum(1));
      Invocation<?> running = beginBusy(pool);
      Invocation<String> next = pool.begin(context -> context.runspace().name());

      running.runspace().close();

      assertThat(running.state()).isEqualTo(InvocationState.STOPPED);
      assertThat(next.await()).isEqualTo("robbed-2");
    }

    @Test
    void whileItIgnoresAStopIsLeftBehindAndReplaced() throws Exception {
      try (LogTrap trap = LogTrap.on("dev.runspaces")) {
        RunspacePool pool = open(Runspaces.pool("robbed").maximum(1));
        Invocation<?> stubborn =
            pool.begin(
                Script.action(
                    context -> {
                      started.open();
                      gate.passInSpiteOfInterrupts();
                    }));
        started.pass();
        Invocation<String> next = pool.begin(context -> context.runspace().name());

        stubborn.runspace().close(Duration.ofMillis(50));

        assertThat(next.await()).isEqualTo("robbed-2");
        assertThat(trap.texts()).hasSize(1);
      }
    }
  }

  @Nested
  class AScriptThatIgnoresItsStop {

    @Test
    void keepsItsRunspaceUntilItReturns() throws Exception {
      RunspacePool pool = open(Runspaces.pool("stubborn").maximum(1));
      Invocation<?> stubborn =
          pool.begin(
              Script.action(
                  context -> {
                    started.open();
                    gate.passInSpiteOfInterrupts();
                  }));
      started.pass();
      Invocation<String> next = pool.begin(context -> "served");

      stubborn.stop();

      assertThat(next.state()).isEqualTo(InvocationState.NOT_STARTED);
      gate.open();
      assertThat(next.await()).isEqualTo("served");
    }
  }

  @Nested
  class AStartUpThatFails {
    private final AtomicInteger tries = new AtomicInteger();

    private RunspacePoolBuilder failing(int howOften) {
      return Runspaces.pool("broken")
          .maximum(1)
          .members(
              member ->
                  member.startup(
                      context -> {
                        if (tries.incrementAndGet() <= howOften) {
                          throw failure;
                        }
                        return 0;
                      }));
    }

    @Test
    void keepsThePoolFromOpeningIfItIsNeededForTheMinimum() {
      assertThatThrownBy(() -> failing(1).minimum(1).open())
          .isInstanceOf(RunspaceOpenException.class)
          .hasCause(failure);
      assertThat(Runspaces.findAll("broken*")).isEmpty();
    }

    @Test
    void failsOneScriptForEachTryAndTheOthersAreServed() throws Exception {
      RunspacePool pool = open(failing(2));
      List<Invocation<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        int number = i;
        all.add(pool.begin(context -> number));
      }

      for (int i = 0; i < 2; i++) {
        Invocation<Integer> failed = all.get(i);
        assertThatThrownBy(failed::await)
            .isInstanceOf(InvocationFailedException.class)
            .hasCauseInstanceOf(RunspaceOpenException.class)
            .hasRootCause(failure);
      }
      for (int i = 2; i < 5; i++) {
        assertThat(all.get(i).await()).isEqualTo(i);
      }
      assertThat(tries).hasValue(3);
    }

    @Test
    void inTheDescriptionFailsScriptsJustSoHoweverMany() {
      var stuck = new IllegalStateException("no description");
      RunspacePool pool =
          open(
              Runspaces.pool("broken")
                  .maximum(1)
                  .members(
                      member -> {
                        throw stuck;
                      }));
      pool.runspace().events().on(dev.runspaces.event.ErrorOccurred.class, error -> {});
      List<Invocation<?>> all = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        all.add(pool.begin(context -> 1));
      }

      assertThat(all)
          .allSatisfy(
              each ->
                  assertThat(each.outcome())
                      .hasValueSatisfying(
                          outcome -> {
                            assertThat(outcome.state()).isEqualTo(InvocationState.FAILED);
                            assertThat(outcome.error()).isSameAs(stuck);
                          }));
    }

    @Test
    void onceDoesNotKeepOthersFromItsPlace() throws Exception {
      RunspacePool pool = open(failing(1));
      assertThatExceptionOfType(InvocationFailedException.class)
          .isThrownBy(() -> pool.invoke(context -> 1));

      assertThat(pool.size()).isZero();
      assertThat((int) pool.invoke(context -> 2)).isEqualTo(2);
    }
  }
}
