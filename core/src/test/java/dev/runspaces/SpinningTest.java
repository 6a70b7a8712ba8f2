package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.runspaces.thread.ThreadPolicy;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A runspace whose thread looks out for events instead of going to sleep. */
@Timeout(30)
class SpinningTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int EVENTS = 50;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  @Test
  void doesNotSleepBetweenEventsThatComeWithinTheTime() throws InterruptedException {
    try (Runspace runspace = Runspaces.builder("spinning").spinning(Duration.ofSeconds(1)).open()) {
      var heard = new AtomicInteger();
      runspace.events().on(String.class, text -> heard.incrementAndGet());
      Thread itsThread = runspace.invoke(context -> Thread.currentThread());
      runspace.events().post("the first, by which it is woken");
      awaitCount(heard, 1);
      long before = THREADS.getThreadInfo(itsThread.getId()).getWaitedCount();

      for (int event = 2; event <= EVENTS; event++) {
        spin(PAUSE_NANOS);
        runspace.events().post("another one");
        awaitCount(heard, event);
      }

      long slept = THREADS.getThreadInfo(itsThread.getId()).getWaitedCount() - before;
      assertThat(slept).as("times it has slept").isZero();
    }
  }

  @Test
  void hasNothingPendingWhileItLooksOut() throws InterruptedException {
    try (Runspace runspace = Runspaces.builder("spinning").spinning(Duration.ofSeconds(1)).open()) {
      Thread itsThread = runspace.invoke(context -> Thread.currentThread());
      var heard = new AtomicInteger();
      runspace.events().on(String.class, text -> heard.incrementAndGet());

      Eventually.eventually(
          () -> {
            int before = heard.get();
            runspace.events().post("by which it is woken");
            awaitCount(heard, before + 1);
            spin(PAUSE_NANOS);
            assertThat(runspace.events().counts().pending()).isZero();
            assertThat(itsThread.getState()).isEqualTo(Thread.State.RUNNABLE);
          });
    }
  }

  @Test
  void sleepsInTheEnd() throws InterruptedException {
    try (Runspace runspace = Runspaces.builder("spinning").spinning(Duration.ofMillis(20)).open()) {
      Thread itsThread = runspace.invoke(context -> Thread.currentThread());
      runspace.events().on(String.class, text -> {});
      runspace.events().post("by which it is woken");

      Eventually.eventually(() -> assertThat(itsThread.getState()).isEqualTo(Thread.State.WAITING));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "VIRTUAL", mode = EnumSource.Mode.EXCLUDE)
  void goesOnWithAScriptAtOnce(ThreadPolicy policy) throws InterruptedException {
    try (Runspace runspace =
        Runspaces.builder("spinning").threads(policy).spinning(Duration.ofSeconds(1)).open()) {
      runspace.events().on(String.class, text -> {});
      long begin = System.nanoTime();
      for (int i = 0; i < 10; i++) {
        runspace.events().post("an event");
        assertThat(runspace.<Integer>invoke(context -> 1)).isEqualTo(1);
      }

      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void goesOnAtOnceWhenWhatAScriptWaitsForIsThere() throws InterruptedException {
    try (Runspace runspace = Runspaces.builder("spinning").spinning(Duration.ofSeconds(1)).open()) {
      runspace.events().on(String.class, text -> {});
      long begin = System.nanoTime();
      for (int i = 0; i < 10; i++) {
        boolean there =
            runspace.invoke(
                context -> {
                  runspace.events().post("an event");
                  context.events().raise("Answer");
                  return context.events().await("Answer", Duration.ofSeconds(10)).isPresent();
                });
        assertThat(there).isTrue();
      }

      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void isClosedAtOnce() throws InterruptedException {
    long begin = System.nanoTime();
    for (int i = 0; i < 10; i++) {
      Runspace runspace = Runspaces.builder("spinning").spinning(Duration.ofSeconds(1)).open();
      var heard = new AtomicInteger();
      runspace.events().on(String.class, text -> heard.incrementAndGet());
      runspace.events().post("an event");
      awaitCount(heard, 1);
      runspace.close();
    }

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void refusesATimeThatIsNoneOrTooLong() {
    RunspaceBuilder builder = Runspaces.builder("spinning");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.spinning(Duration.ofMillis(-1)))
        .withMessage("spinning(PT-0.001S): from zero to PT1S is possible");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.spinning(Duration.ofMillis(1_001)))
        .withMessage("spinning(PT1.001S): from zero to PT1S is possible");
  }

  private static void awaitCount(AtomicInteger heard, int count) {
    long begin = System.nanoTime();
    while (heard.get() < count) {
      Thread.onSpinWait();
      assertThat(System.nanoTime() - begin).as("nanoseconds").isLessThan(10_000_000_000L);
    }
  }

  private static void spin(long nanos) {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < nanos) {
      Thread.onSpinWait();
    }
  }
}
