package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What waits in a pool for a runspace, and how much of it may. */
@Timeout(30)
class PoolQueueTest {
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
  class Queue {

    @Test
    void refusesMoreThanItsLimit() {
      reopened(Runspaces.pool("images").maximum(1).queueLimit(2));
      beginBusy();
      beginBusy();
      beginBusy();

      assertThatThrownBy(() -> beginBusy())
          .isInstanceOf(InvalidInvocationStateException.class)
          .hasMessage(
              "begin: the queue of pool \"images\" is full with 2 scripts; wait for one of them, or"
                  + " give the pool more runspaces or a higher queueLimit");
      assertThatExceptionOfType(InvalidInvocationStateException.class)
          .isThrownBy(() -> pool.invoke(context -> 1));
    }

    @Test
    void ofLimitZeroTakesWhatFindsARunspace() {
      reopened(Runspaces.pool("images").maximum(2).queueLimit(0));
      assertRuns(beginBusy());
      assertRuns(beginBusy());

      assertThatExceptionOfType(InvalidInvocationStateException.class)
          .isThrownBy(() -> beginBusy());
    }

    @Test
    void doesNotCountWhatARunspaceIsBeingOpenedFor() {
      reopened(
          Runspaces.pool("images")
              .maximum(2)
              .queueLimit(1)
              .members(member -> member.startup(Script.action(context -> gate.pass()))));
      beginBusy();
      beginBusy();
      beginBusy();

      assertThatExceptionOfType(InvalidInvocationStateException.class)
          .isThrownBy(() -> beginBusy());
    }

    @Test
    void givesUpThePlaceOfWhatIsStopped() throws Exception {
      reopened(Runspaces.pool("images").maximum(1).queueLimit(1));
      Invocation<?> busy = beginBusy();
      Invocation<?> stopped = pool.begin(context -> log.add("stopped"));

      stopped.stop();

      assertThat(stopped.state()).isEqualTo(InvocationState.STOPPED);
      assertThat(pool.queued()).isZero();
      Invocation<?> next = pool.begin(context -> log.add("next"));
      gate.open();
      busy.await();
      next.await();
      assertThat(log).containsExactly("next");
      assertThatExceptionOfType(InvocationStoppedException.class).isThrownBy(stopped::await);
    }
  }
}
