package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runspaces.thread.WaitTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts of a pool that wait for scripts of the pool. */
@Timeout(30)
class PoolNestingTest {
  private final Gate gate = new Gate();
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final List<RunspacePool> pools = new ArrayList<>();

  @AfterEach
  void close() {
    gate.open();
    pools.forEach(RunspacePool::close);
  }

  private RunspacePool pool(int maximum) {
    RunspacePool pool = Runspaces.pool("nest").maximum(maximum).open();
    pools.add(pool);
    return pool;
  }

  private static int fibonacci(RunspacePool pool, int number) throws InterruptedException {
    if (number < 2) {
      return number;
    }
    Invocation<Integer> before = pool.begin(context -> fibonacci(pool, number - 1));
    return pool.invoke(context -> fibonacci(pool, number - 2)) + before.await();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void recursionDoesNotExhaustIt(int maximum) throws Exception {
    RunspacePool pool = pool(maximum);

    assertThat((int) pool.invoke(context -> fibonacci(pool, 10))).isEqualTo(55);
    assertThat(pool.size()).isLessThanOrEqualTo(maximum);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whenAllAreBusyWithWaitingTheyHelpOut(int maximum) throws Exception {
    RunspacePool pool = pool(maximum);
    List<Invocation<Integer>> all = new ArrayList<>();
    for (int i = 0; i < maximum; i++) {
      int number = i;
      all.add(
          pool.begin(
              context -> {
                gate.pass();
                return pool.invoke(inner -> pool.invoke(innermost -> number));
              }));
    }
    gate.open();

    for (int i = 0; i < maximum; i++) {
      assertThat(all.get(i).await()).isEqualTo(i);
    }
  }

  @Test
  void itRunsInTheRunspaceThatWaits() throws Exception {
    RunspacePool pool = pool(1);

    boolean same =
        pool.invoke(context -> pool.invoke(ScriptContext::runspace).equals(context.runspace()));

    assertThat(same).isTrue();
  }

  @Test
  void onlyWhatIsWaitedForRunsInTheMidstOfAScript() throws Exception {
    RunspacePool pool = pool(1);

    Invocation<?> other =
        pool.invoke(
            context -> {
              Invocation<?> unrelated = pool.begin(inner -> log.add("unrelated"));
              pool.invoke(inner -> log.add("awaited"));
              log.add("end");
              return unrelated;
            });
    other.await();

    assertThat(log).containsExactly("awaited", "end", "unrelated");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void forEachInsideIt(int maximum) throws Exception {
    RunspacePool pool = pool(maximum);

    List<List<Integer>> all =
        pool.forEach(
            List.of(1, 2, 3),
            (row, context) -> pool.forEach(List.of(1, 2, 3), (column, inner) -> 10 * row + column));

    assertThat(all).containsExactly(List.of(11, 12, 13), List.of(21, 22, 23), List.of(31, 32, 33));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void freshRunspacesInsideIt(int maximum) throws Exception {
    RunspacePool pool = pool(maximum);

    List<Runspace> used =
        pool.invoke(
            context ->
                pool.each(List.of(1, 2, 3))
                    .freshRunspaces()
                    .run((item, inner) -> inner.runspace())
                    .values());

    assertThat(used).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void twoPoolsWhoseScriptsInvokeEachOther() throws Exception {
    RunspacePool ping = pool(1);
    RunspacePool pong = pool(1);

    assertThat((int) ping.invoke(context -> exchange(pong, ping, 10))).isEqualTo(10);
  }

  private static int exchange(RunspacePool next, RunspacePool last, int times)
      throws InterruptedException {
    return times == 0 ? 0 : 1 + next.invoke(context -> exchange(last, next, times - 1));
  }

  @Test
  void twoPoolsWhoseScriptsWaitCrosswise() throws Exception {
    RunspacePool left = pool(1);
    RunspacePool right = pool(1);
    Invocation<Integer> leftToRight =
        left.begin(
            context -> {
              gate.pass();
              return right.invoke(there -> left.invoke(back -> 1));
            });
    Invocation<Integer> rightToLeft =
        right.begin(
            context -> {
              gate.pass();
              return left.invoke(there -> right.invoke(back -> 2));
            });
    gate.open();

    assertThat(leftToRight.await() + rightToLeft.await()).isEqualTo(3);
  }

  @Test
  void throughARunspaceBelowThatOfTheScript() throws Exception {
    RunspacePool pool = pool(1);

    String result =
        pool.invoke(
            context -> {
              try (Runspace child = context.runspace().open("child")) {
                return child.invoke(below -> pool.invoke(inner -> "inner"));
              }
            });

    assertThat(result).isEqualTo("inner");
  }

  @Test
  void throughAJob() throws Exception {
    RunspacePool pool = pool(1);

    boolean ended =
        pool.invoke(
            context -> {
              try (Job<String> job =
                  Jobs.start("between", there -> pool.invoke(inner -> "inner"))) {
                return job.awaitEnd(Duration.ofSeconds(20));
              }
            });

    assertThat(ended).isTrue();
  }

  @Test
  void throughSomebodyWhoIsWaitedForOnlyLater() throws Exception {
    RunspacePool pool = pool(1);
    var waits = new Gate();
    try (Runspace between = Runspaces.open("between")) {
      String result =
          pool.invoke(
              context -> {
                Invocation<String> elsewhere =
                    between.begin(
                        there -> {
                          Invocation<String> inner = pool.begin(back -> "inner");
                          waits.open();
                          return inner.await();
                        });
                waits.pass();
                return elsewhere.await();
              });

      assertThat(result).isEqualTo("inner");
    }
  }

  @Test
  void aWaitInItForSomethingElseRunsNothing() throws Exception {
    RunspacePool pool = pool(1);
    try (Runspace elsewhere = Runspaces.open("elsewhere")) {
      Invocation<?> long1 = elsewhere.begin(Script.action(context -> gate.pass()));
      Invocation<?> outer =
          pool.begin(
              Script.action(
                  context -> {
                    try {
                      long1.await(Duration.ofMillis(50));
                    } catch (WaitTimeoutException expected) {
                      log.add("timed out");
                    }
                  }));
      pool.invoke(context -> log.add("next"));

      assertThat(outer.state()).isEqualTo(InvocationState.COMPLETED);
      assertThat(log).containsExactly("timed out", "next");
      gate.open();
    }
  }

  @Test
  void aScriptThatFailsInTheMidstOfAnotherFailsForTheOneWhoWaits() {
    RunspacePool pool = pool(1);
    var failure = new IllegalStateException("inner");

    assertThatExceptionOfType(InvocationFailedException.class)
        .isThrownBy(
            () ->
                pool.invoke(
                    context ->
                        pool.invoke(
                            inner -> {
                              throw failure;
                            })))
        .withRootCauseInstanceOf(IllegalStateException.class)
        .havingRootCause()
        .isSameAs(failure);
  }
}
