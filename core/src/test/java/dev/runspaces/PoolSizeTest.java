package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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

/** How many runspaces a pool has, and when. */
@Timeout(30)
class PoolSizeTest {
  private final Gate gate = new Gate();
  private final AtomicInteger startUps = new AtomicInteger();
  private final RunspacePoolBuilder description =
      Runspaces.pool("sized").members(member -> member.startup(c -> startUps.incrementAndGet()));
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

  private List<Invocation<?>> beginBusy(RunspacePool pool, int count) {
    List<Invocation<?>> busy = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      busy.add(pool.begin(Script.action(context -> gate.pass())));
    }
    return busy;
  }

  private static void assertRunning(List<Invocation<?>> invocations, int count) {
    eventually(
        () ->
            assertThat(invocations)
                .filteredOn(each -> each.state() == InvocationState.RUNNING)
                .hasSize(count));
  }

  private static void assertMembers(RunspacePool pool, int count) {
    eventually(
        () -> {
          assertThat(pool.size()).isEqualTo(count);
          assertThat(pool.runspace().children()).hasSize(count);
        });
  }

  @Test
  void theMinimumIsOpenedWithThePool() {
    RunspacePool pool = open(description.minimum(2).maximum(4));

    assertThat(pool.size()).isEqualTo(2);
    assertThat(pool.available()).isEqualTo(4);
    assertThat(startUps).hasValue(2);
  }

  @Test
  void withoutAMinimumNothingIsOpenedBeforeItIsNeeded() {
    RunspacePool pool = open(description.maximum(4));

    assertThat(pool.size()).isZero();
  }

  @Test
  void noMoreAreOpenedThanThereAreScripts() throws Exception {
    Gate opened = new Gate();
    RunspacePool pool =
        open(
            Runspaces.pool("slow")
                .maximum(8)
                .members(m -> m.startup(Script.action(c -> opened.pass()))));

    Invocation<Integer> one = pool.begin(context -> 1);
    Invocation<Integer> two = pool.begin(context -> 2);

    assertThat(pool.size()).isEqualTo(2);
    opened.open();
    assertThat(one.await() + two.await()).isEqualTo(3);
  }

  @Nested
  class IdleCleanUp {
    private final RunspacePoolBuilder shortLived =
        description.maximum(4).idleTimeout(Duration.ofMillis(20));

    @Test
    void closesWhatHasHadNothingToDo() throws Exception {
      RunspacePool pool = open(shortLived);
      pool.invoke(context -> 1);

      assertMembers(pool, 0);
      eventually(() -> assertThat(LiveThreads.startingWith("runspace-sized")).isEmpty());
    }

    @Test
    void goesDownToTheMinimum() {
      RunspacePool pool = open(shortLived.minimum(1));
      assertRunning(beginBusy(pool, 4), 4);
      gate.open();

      assertMembers(pool, 1);
    }

    @Test
    void goesOnAfterTheMinimumIsLowered() {
      RunspacePool pool = open(shortLived.minimum(3));

      pool.resize(1, 4);

      assertMembers(pool, 1);
    }

    @Test
    void sparesWhatIsBusy() {
      RunspacePool pool = open(shortLived);
      List<Invocation<?>> busy = beginBusy(pool, 2);
      assertRunning(busy, 2);
      pool.begin(context -> 1);

      assertMembers(pool, 2);
      assertRunning(busy, 2);
    }

    @Test
    void closesWhatWasOpenedInVain() {
      Gate opened = new Gate();
      RunspacePool pool =
          open(shortLived.members(m -> m.startup(Script.action(c -> opened.pass()))));
      Invocation<?> stopped = pool.begin(context -> 1);
      assertThat(pool.size()).isEqualTo(1);

      stopped.stop();
      opened.open();

      assertMembers(pool, 0);
    }

    @Test
    void mayBeSoLateThatItNeverComes() throws Exception {
      RunspacePool pool = open(shortLived.idleTimeout(Duration.ofSeconds(Long.MAX_VALUE)));

      pool.invoke(context -> 1);

      assertThat((int) pool.invoke(context -> 2)).isEqualTo(2);
      assertThat(pool.size()).isEqualTo(1);
    }

    @Test
    void isNotEndless() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> description.idleTimeout(Duration.ZERO))
          .withMessage("idleTimeout(PT0S): more than zero is needed, such as a minute");
    }
  }

  @Nested
  class Resizing {

    @Test
    void upStartsWhatWaits() {
      RunspacePool pool = open(description.maximum(1));
      List<Invocation<?>> busy = beginBusy(pool, 3);
      assertRunning(busy, 1);

      pool.resize(0, 3);

      assertRunning(busy, 3);
    }

    @Test
    void upOpensTheMinimum() {
      RunspacePool pool = open(description.maximum(1));

      pool.resize(3, 5);

      assertThat(pool.size()).isEqualTo(3);
      assertThat(startUps).hasValue(3);
    }

    @Test
    void downClosesWhatIsIdleAtOnceAndWhatIsBusyWhenItIsDone() {
      RunspacePool pool = open(description.minimum(4).maximum(4));
      assertRunning(beginBusy(pool, 3), 3);

      pool.resize(1, 1);

      assertMembers(pool, 3);
      gate.open();
      assertMembers(pool, 1);
    }

    @Test
    void withAFailingStartUpSaysSoAndThePoolGoesOn() throws Exception {
      var failing = new java.util.concurrent.atomic.AtomicBoolean();
      var failure = new IOException("no camera");
      RunspacePool pool =
          open(
              description
                  .maximum(1)
                  .members(
                      m ->
                          m.startup(
                              context -> {
                                if (failing.get()) {
                                  throw failure;
                                }
                                return 0;
                              })));
      failing.set(true);

      assertThatThrownBy(() -> pool.resize(2, 2))
          .isInstanceOf(RunspaceOpenException.class)
          .hasCause(failure);

      failing.set(false);
      assertThat((int) pool.invoke(context -> 1)).isEqualTo(1);
    }

    @Test
    void aClosedPoolIsRefused() {
      RunspacePool pool = open(description);
      pool.close();

      assertThatThrownBy(() -> pool.resize(1, 1)).isInstanceOf(InvalidRunspaceStateException.class);
    }

    @Test
    void toWhatMakesNoSenseIsRefused() {
      RunspacePool pool = open(description.maximum(2));

      assertThatIllegalArgumentException()
          .isThrownBy(() -> pool.resize(3, 2))
          .withMessage(
              "a pool of 3 to 2 runspaces: the minimum is from 0, the maximum from 1, and not below"
                  + " the minimum");
      assertThatIllegalArgumentException().isThrownBy(() -> description.maximum(0));
      assertThatIllegalArgumentException().isThrownBy(() -> description.minimum(-1));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> description.queueLimit(-1))
          .withMessage("queueLimit(-1): at least 0 is needed");
    }
  }
}
