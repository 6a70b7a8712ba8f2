package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runspaces.event.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A pool: scripts run in whichever of its runspaces is free. */
@Timeout(30)
class RunspacePoolTest {
  private final Gate gate = new Gate();
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private RunspacePool pool = Runspaces.pool("images").maximum(2).open();

  @AfterEach
  void close() {
    gate.open();
    pool.close();
  }

  private RunspacePool reopened(RunspacePoolBuilder description) {
    pool.close();
    pool = description.open();
    return pool;
  }

  private Invocation<?> beginBusy() {
    return pool.begin(Script.action(context -> gate.pass()));
  }

  private static void assertRuns(Invocation<?> invocation) {
    eventually(() -> assertThat(invocation.state()).isEqualTo(InvocationState.RUNNING));
  }

  @Nested
  class Running {

    @Test
    void invokeReturnsTheValue() throws Exception {
      assertThat((int) pool.invoke(context -> 6 * 7)).isEqualTo(42);
    }

    @Test
    void invokeThrowsWhatTheScriptThrew() {
      assertThatExceptionOfType(InvocationFailedException.class)
          .isThrownBy(
              () ->
                  pool.invoke(
                      context -> {
                        throw new IOException("no disk");
                      }))
          .withMessage("the script in runspace \"images-1\" failed: java.io.IOException: no disk");
    }

    @Test
    void aScriptRunsInARunspaceBelowThePools() throws Exception {
      Runspace where = pool.invoke(ScriptContext::runspace);

      assertThat(where.name()).isEqualTo("images-1");
      assertThat(where.parent()).contains(pool.runspace());
      assertThat(pool.runspace().children()).containsExactly(where);
    }

    @Test
    void anInvocationIsInThePoolsRunspaceUntilItRunsInOneOfItsOwn() throws Exception {
      List<Invocation<?>> busy = List.of(beginBusy(), beginBusy());
      Invocation<?> waiting = beginBusy();

      assertThat(waiting.runspace()).isSameAs(pool.runspace());
      assertThat(pool.runspace().invocations()).containsExactly(waiting);
      gate.open();
      waiting.await();
      assertThat(waiting.runspace().parent()).contains(pool.runspace());
      assertThat(pool.runspace().invocations()).isEmpty();
      assertThat(busy).extracting(Invocation::runspace).doesNotHaveDuplicates();
      eventually(() -> assertThat(waiting.runspace().invocations()).isEmpty());
    }

    @Test
    void aRunspaceThatIsFreeIsUsedAgain() throws Exception {
      Runspace first = pool.invoke(ScriptContext::runspace);

      assertThat(pool.invoke(ScriptContext::runspace)).isSameAs(first);
      assertThat(pool.size()).isEqualTo(1);
    }

    @Test
    void noMoreScriptsRunAtOnceThanThereMayBeRunspaces() throws Exception {
      reopened(Runspaces.pool("images").maximum(3));
      var running = new HighWaterMark();
      List<Invocation<?>> all = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        all.add(
            pool.begin(
                Script.action(
                    context -> {
                      running.enter();
                      Thread.onSpinWait();
                      running.leave();
                    })));
      }
      for (Invocation<?> each : all) {
        each.await();
      }

      assertThat(running.highest()).isBetween(1, 3);
      assertThat(pool.size()).isLessThanOrEqualTo(3);
    }

    @Test
    void asManyScriptsRunAtOnceAsThereMayBeRunspaces() {
      assertRuns(beginBusy());
      assertRuns(beginBusy());
      assertThat(beginBusy().state()).isEqualTo(InvocationState.NOT_STARTED);
    }

    @Test
    void limitsAreThePoolsOwn() {
      try (RunspacePool other = Runspaces.pool("other").maximum(1).open()) {
        beginBusy();
        beginBusy();

        assertRuns(other.begin(Script.action(context -> gate.pass())));
        gate.open();
      }
    }

    @Test
    void whatWaitsIsStartedInTheOrderInWhichItWasBegun() throws Exception {
      reopened(Runspaces.pool("images").maximum(1));
      beginBusy();
      List<Invocation<?>> waiting = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        int number = i;
        waiting.add(pool.begin(context -> log.add(number)));
      }
      gate.open();
      waiting.get(99).await();

      assertThat(log).containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void itSaysHowMuchThereIsAndHowMuchMoreThereCouldBe() {
      assertThat(pool).hasToString("pool \"images\": 0 runspaces, 0 queued");
      assertThat(pool.available()).isEqualTo(2);
      beginBusy();
      beginBusy();
      beginBusy();

      assertThat(pool).hasToString("pool \"images\": 2 runspaces, 1 queued");
      assertThat(pool.available()).isZero();
      assertThat(pool.name()).isEqualTo("images");
    }
  }

  @Nested
  class Members {

    @Test
    void areWhatTheDescriptionSays() throws Exception {
      reopened(
          Runspaces.pool("images")
              .maximum(2)
              .members(
                  member ->
                      member
                          .variable("quality", 90)
                          .startup(context -> log.add(context.runspace().name()))));
      List<Object> seen = new ArrayList<>();
      List<Invocation<Object>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        both.add(
            pool.begin(
                context -> {
                  gate.pass();
                  return context.variables().get("quality", Integer.class);
                }));
      }
      eventually(() -> assertThat(log).containsExactlyInAnyOrder("images-1", "images-2"));
      gate.open();
      for (Invocation<Object> each : both) {
        seen.add(each.await());
      }

      assertThat(seen).containsExactly(90, 90);
    }

    @Test
    void areNotDescribedByAnotherBuilder() {
      assertThatThrownBy(
              () ->
                  Runspaces.pool("stray")
                      .minimum(1)
                      .members(member -> Runspaces.builder("elsewhere"))
                      .open())
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "members(...) of pool \"stray\" has returned another builder; return the one that it"
                  + " is given");
      assertThat(Runspaces.find("stray")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.runspaces.ThreadChoice#available")
    void runOnWhateverThreads(ThreadChoice threads) throws Exception {
      reopened(Runspaces.pool("images").maximum(3).members(threads::in));
      var running = new HighWaterMark();
      List<Invocation<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        int number = i;
        all.add(
            pool.begin(
                context -> {
                  running.enter();
                  int nested = pool.invoke(inner -> number);
                  running.leave();
                  return nested;
                }));
      }
      for (int i = 0; i < 50; i++) {
        assertThat(all.get(i).await()).isEqualTo(i);
      }

      assertThat(running.highest()).isBetween(1, 3);
    }

    @Test
    void tellTheirEventsToThePool() throws Exception {
      var heard = new Heard<Event>();
      pool.runspace().events().on("Ready", heard);

      pool.invoke(Script.action(context -> context.events().raise("Ready", "image 1")));

      assertThat(heard.awaitFirst().argument(0)).isEqualTo("image 1");
    }

    @Test
    void tellErrorsThatNobodyAwaitsToThePool() {
      var heard = new Heard<dev.runspaces.event.ErrorOccurred>();
      pool.runspace().events().on(dev.runspaces.event.ErrorOccurred.class, heard);
      var failure = new IOException("no disk");

      pool.begin(
          context -> {
            throw failure;
          });

      assertThat(heard.awaitFirst().error()).isSameAs(failure);
    }
  }
}
