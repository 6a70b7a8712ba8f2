package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.Race.Heat;
import dev.runspaces.event.Event;
import dev.runspaces.event.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two threads call one runspace at the same moment. The short form of the tests with jcstress, see
 * CONTRIBUTING.md.
 */
@Timeout(600)
class RunspaceRaceTest {
  private static final String ALL = "dev.runspaces.ThreadChoice#available";
  private static final int TIMES = 150;

  /** Others may have left code behind that does not come to its end yet. */
  private final List<Runspace> before = Runspaces.all();

  @AfterEach
  void nothingIsLeft() {
    assertThat(Runspaces.all()).isSubsetOf(before);
    eventually(() -> assertThat(LiveThreads.startingWith("runspace-race")).isEmpty());
  }

  /** One runspace, closed after it at the latest. */
  private abstract static class RunspaceHeat implements Heat {
    final Runspace runspace;

    RunspaceHeat(ThreadChoice threads) {
      runspace = threads.open("race");
    }

    @Override
    public void finish() throws Exception {
      try {
        check();
      } finally {
        runspace.close();
      }
      assertThat(runspace.state()).isEqualTo(RunspaceState.CLOSED);
    }

    abstract void check() throws Exception;
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void beginningAgainstBeginning(ThreadChoice threads) throws Exception {
    class BothRunOnceAndNeverTogether extends RunspaceHeat {
      private final OneAtATime inside = new OneAtATime();
      private final AtomicInteger runs = new AtomicInteger();

      BothRunOnceAndNeverTogether() {
        super(threads);
      }

      private void begin() {
        for (int i = 0; i < 3; i++) {
          runspace.begin(
              Script.action(
                  context -> {
                    inside.pass();
                    runs.incrementAndGet();
                  }));
        }
      }

      @Override
      public void one() {
        begin();
      }

      @Override
      public void other() {
        begin();
      }

      @Override
      void check() throws Exception {
        runspace.invoke(context -> "after all");
        assertThat(runs).hasValue(6);
        assertThat(inside.meeting()).isEmpty();
      }
    }

    Race.run(TIMES, BothRunOnceAndNeverTogether::new);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void closingAgainstRaising(ThreadChoice threads) throws Exception {
    class TheAcceptedAreHeardAndTheOthersRefused extends RunspaceHeat {
      private final List<Object> heard = new CopyOnWriteArrayList<>();
      private int accepted;

      TheAcceptedAreHeardAndTheOthersRefused() {
        super(threads);
        runspace.events().on("Tick", event -> heard.add(event.arguments().get(0)));
      }

      @Override
      public void one() {
        try {
          for (int i = 0; i < 5; i++) {
            runspace.events().raise("Tick", i);
            accepted++;
          }
        } catch (IllegalStateException refused) {
          assertThat(refused).hasMessageContaining("is closed");
        }
      }

      @Override
      public void other() {
        runspace.close();
      }

      @Override
      void check() {
        assertThat(heard).isEqualTo(List.of(0, 1, 2, 3, 4).subList(0, accepted));
      }
    }

    Race.run(TIMES, TheAcceptedAreHeardAndTheOthersRefused::new);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void closingAgainstBeginning(ThreadChoice threads) throws Exception {
    class TheAcceptedEnd extends RunspaceHeat {
      private final AtomicInteger runs = new AtomicInteger();
      private Optional<Invocation<Integer>> begun = Optional.empty();

      TheAcceptedEnd() {
        super(threads);
      }

      @Override
      public void one() {
        try {
          begun = Optional.of(runspace.begin(context -> runs.incrementAndGet()));
        } catch (InvalidRunspaceStateException refused) {
          assertThat(refused).hasMessageContaining("expected OPENED");
        }
      }

      @Override
      public void other() {
        runspace.close();
      }

      @Override
      void check() throws Exception {
        if (begun.isEmpty()) {
          assertThat(runs).hasValue(0);
          return;
        }
        Invocation<Integer> accepted = begun.get();
        try {
          assertThat(accepted.await(Duration.ofSeconds(10))).isEqualTo(1);
        } catch (InvocationStoppedException stopped) {
          assertThat(accepted.state()).isEqualTo(InvocationState.STOPPED);
        }
        assertThat(runspace.invocations()).isEmpty();
      }
    }

    Race.run(TIMES, TheAcceptedEnd::new);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void closingAgainstClosing(ThreadChoice threads) throws Exception {
    class BothReturnWhenItIsClosed extends RunspaceHeat {
      private final List<RunspaceState> seen = new CopyOnWriteArrayList<>();
      private final List<RunspaceState> told = new CopyOnWriteArrayList<>();

      BothReturnWhenItIsClosed() {
        super(threads);
        runspace.onStateChanged(change -> told.add(change.to()));
        runspace.begin(context -> "so that there is a thread");
      }

      private void close() {
        runspace.close();
        seen.add(runspace.state());
      }

      @Override
      public void one() {
        close();
      }

      @Override
      public void other() {
        close();
      }

      @Override
      void check() {
        assertThat(seen).containsExactly(RunspaceState.CLOSED, RunspaceState.CLOSED);
        eventually(
            () -> assertThat(told).containsExactly(RunspaceState.CLOSING, RunspaceState.CLOSED));
      }
    }

    Race.run(TIMES, BothReturnWhenItIsClosed::new);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void openingAgainstClosing(ThreadChoice threads) throws Exception {
    class ItIsClosedInTheEnd implements Heat {
      private final AtomicInteger startups = new AtomicInteger();
      private final Runspace runspace =
          threads
              .in(Runspaces.builder("race"))
              .startup(context -> startups.incrementAndGet())
              .create();

      @Override
      public void one() {
        try {
          runspace.open();
          assertThat(startups).hasValue(1);
        } catch (RunspaceOpenException | InvalidRunspaceStateException closed) {
          assertThat(closed).hasMessageContaining("race");
        }
      }

      @Override
      public void other() {
        runspace.close();
      }

      @Override
      public void finish() {
        assertThat(runspace.state()).isIn(RunspaceState.CLOSED, RunspaceState.BROKEN);
        assertThat(startups.get()).isLessThanOrEqualTo(1);
        assertThat(Runspaces.all()).doesNotContain(runspace);
      }
    }

    Race.run(TIMES, ItIsClosedInTheEnd::new);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void unsubscribingAgainstDelivery(ThreadChoice threads) throws Exception {
    class NothingArrivesAfterwards extends RunspaceHeat {
      private final List<Object> heard = new CopyOnWriteArrayList<>();
      private final Subscription subscription;

      NothingArrivesAfterwards() {
        super(threads);
        subscription = runspace.events().on("Tick", event -> heard.add(event.arguments().get(0)));
      }

      @Override
      public void one() {
        runspace.events().raise("Tick", "before or after");
        runspace.begin(context -> "deliver where nobody else does");
      }

      @Override
      public void other() {
        subscription.close();
        runspace.events().raise("Tick", "after");
      }

      @Override
      void check() throws Exception {
        runspace.invoke(context -> "after all");
        assertThat(heard).doesNotContain("after").hasSizeLessThanOrEqualTo(1);
        assertThat(subscription.triggers()).isEqualTo(heard.size());
      }
    }

    Race.run(TIMES, NothingArrivesAfterwards::new);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void stoppingAgainstStartAndEnd(ThreadChoice threads) throws Exception {
    class ItEndsOnce extends RunspaceHeat {
      private final AtomicInteger runs = new AtomicInteger();
      private final AtomicInteger ends = new AtomicInteger();
      private boolean interruptedAfterwards;

      ItEndsOnce() {
        super(threads);
      }

      @Override
      public void one() throws Exception {
        Invocation<Integer> invocation = runspace.begin(context -> runs.incrementAndGet());
        var unused = invocation.toFuture().whenComplete((value, failure) -> ends.incrementAndGet());
        try {
          assertThat(invocation.await(Duration.ofSeconds(10))).isEqualTo(1);
          assertThat(invocation.state()).isEqualTo(InvocationState.COMPLETED);
        } catch (InvocationStoppedException stopped) {
          assertThat(invocation.state()).isEqualTo(InvocationState.STOPPED);
        }
        interruptedAfterwards = Thread.interrupted();
      }

      @Override
      public void other() {
        runspace.invocations().forEach(Invocation::stop);
      }

      @Override
      void check() throws Exception {
        // Who waits may be woken before those are told who have asked to be.
        eventually(() -> assertThat(ends).hasValue(1));
        assertThat(interruptedAfterwards).isFalse();
        boolean next = runspace.invoke(context -> Thread.currentThread().isInterrupted());
        assertThat(next).isFalse();
        assertThat(ends).hasValue(1);
      }
    }

    Race.run(TIMES, ItEndsOnce::new);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void awaitingAnEventAgainstRaisingIt(ThreadChoice threads) throws Exception {
    class ItIsTakenOnce extends RunspaceHeat {
      private Optional<Event> taken = Optional.empty();

      ItIsTakenOnce() {
        super(threads);
      }

      @Override
      public void one() throws Exception {
        taken = runspace.events().await("Tick", Duration.ofNanos(20_000));
      }

      @Override
      public void other() {
        runspace.events().raise("Tick");
      }

      @Override
      void check() {
        assertThat(runspace.events().pending()).hasSize(taken.isPresent() ? 0 : 1);
      }
    }

    Race.run(TIMES, ItIsTakenOnce::new);
  }
}
