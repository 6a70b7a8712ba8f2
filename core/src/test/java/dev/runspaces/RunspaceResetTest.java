package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static dev.runspaces.RunspaceState.OPENED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runspaces.event.Event;
import dev.runspaces.event.Subscription;
import dev.runspaces.thread.WaitRefusedException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A runspace that is brought back to its beginning. */
@Timeout(30)
class RunspaceResetTest {
  private final Gate started = new Gate();
  private final Gate gate = new Gate();
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final LogTrap trap = LogTrap.on("dev.runspaces");
  private final Runspace worker =
      Runspaces.builder("worker")
          .variable("answer", 42)
          .variable("kept", "as it was")
          .startup(context -> log.add("start-up"))
          .startup(
              Script.action(
                  context ->
                      context
                          .variables()
                          .set("twice", 2 * context.variables().get("answer", Integer.class))))
          .open();

  @AfterEach
  void close() {
    gate.open();
    worker.close();
    trap.close();
  }

  @Nested
  class Variables {

    @Test
    void areBackToWhatTheBuilderHadSet() throws Exception {
      worker.variables().set("answer", 43);
      worker.variables().remove("kept");

      worker.reset();

      assertThat(worker.variables().get("answer", Integer.class)).isEqualTo(42);
      assertThat(worker.variables().get("kept", String.class)).isEqualTo("as it was");
    }

    @Test
    void addedSinceAreGone() throws Exception {
      worker.variables().set("added", "by hand");
      worker.invoke(Script.action(context -> context.variables().set("by a script", 1)));

      worker.reset();

      assertThat(worker.variables().snapshot()).containsOnlyKeys("answer", "kept", "twice");
    }

    @Test
    void areThereForTheStartUp() throws Exception {
      worker.variables().set("answer", 1);
      worker.variables().set("twice", 0);

      worker.reset();

      assertThat(worker.variables().get("twice", Integer.class)).isEqualTo(84);
    }
  }

  @Nested
  class TheStartUp {

    @Test
    void runsAgainEachTime() throws Exception {
      assertThat(log).hasSize(1);

      worker.reset();
      worker.reset();

      assertThat(log).containsExactly("start-up", "start-up", "start-up");
    }

    @Test
    void runsInTheRunspaceWhichStaysOpen() throws Exception {
      var told = new CopyOnWriteArrayList<RunspaceStateChanged>();
      worker.onStateChanged(told::add);

      worker.reset();

      assertThat(worker.state()).isEqualTo(OPENED);
      assertThat(told).isEmpty();
    }

    @Test
    void thatFailsNowIsThrownAndLeavesTheRunspaceOpen() throws Exception {
      var failure = new IOException("no disk");
      var runs = new CopyOnWriteArrayList<Integer>();
      try (Runspace fragile =
          Runspaces.builder("fragile")
              .startup(
                  Script.action(
                      context -> {
                        runs.add(runs.size());
                        context.variables().set("run", runs.size());
                        if (runs.size() == 2) {
                          throw failure;
                        }
                      }))
              .open()) {

        assertThatExceptionOfType(InvocationFailedException.class)
            .isThrownBy(fragile::reset)
            .withCause(failure);

        assertThat(fragile.state()).isEqualTo(OPENED);
        assertThat(fragile.variables().get("run", Integer.class)).isEqualTo(2);
        fragile.reset();
        assertThat(fragile.variables().get("run", Integer.class)).isEqualTo(3);
      }
    }

    @Test
    void isNotNeeded() throws Exception {
      try (Runspace plain = Runspaces.builder("plain").variable("answer", 42).open()) {
        plain.variables().set("added", 1);

        plain.reset();

        assertThat(plain.variables().snapshot()).containsOnlyKeys("answer");
      }
    }
  }

  @Nested
  class WhatElseThereIs {

    @Test
    void pendingEventsAreForgotten() throws Exception {
      worker.events().raise("First");
      worker.events().raise("Second");
      worker.invoke(context -> "all delivered");
      assertThat(worker.events().pending()).hasSize(2);

      worker.reset();

      assertThat(worker.events().pending()).isEmpty();
    }

    @Test
    void subscriptionsStay() throws Exception {
      var heard = new Heard<Event>();
      Subscription subscription = worker.events().on("Ready", heard);

      worker.reset();
      worker.events().raise("Ready");

      assertThat(heard.awaitFirst().sourceIdentifier()).isEqualTo("Ready");
      assertThat(subscription.isActive()).isTrue();
    }

    @Test
    void childrenAndOtherResourcesStay() throws Exception {
      Runspace child = worker.open("child");
      var closed = new Gate();
      worker.own(closed::open);

      worker.reset();

      assertThat(worker.children()).containsExactly(child);
      assertThat(child.state()).isEqualTo(OPENED);
      assertThat(closed.isOpen()).isFalse();
    }

    @Test
    void childrenKeepTheirVariables() throws Exception {
      Runspace child = worker.open("child");
      child.variables().set("own", 1);

      worker.reset();

      assertThat(child.variables().snapshot()).containsOnlyKeys("own");
    }
  }

  @Nested
  class ItsTurn {

    @Test
    void comesAfterTheScriptsBegunBefore() throws Exception {
      worker.begin(
          Script.action(
              context -> {
                started.open();
                gate.pass();
                context.variables().set("added", 1);
                log.add("script");
              }));
      started.pass();
      var reset =
          new FutureTask<Void>(
              () -> {
                worker.reset();
                return null;
              });
      new Thread(reset).start();
      eventually(() -> assertThat(worker.invocations()).hasSize(2));
      Invocation<Boolean> after =
          worker.begin(context -> context.variables().find("added", Integer.class).isPresent());

      gate.open();
      reset.get();

      assertThat(log).containsExactly("start-up", "script", "start-up");
      assertThat(after.await()).isFalse();
    }

    @Test
    void isAtOnceInAScriptOfItsOwn() throws Exception {
      worker.variables().set("added", 1);

      boolean stillThere =
          worker.invoke(
              context -> {
                worker.reset();
                return context.variables().find("added", Integer.class).isPresent();
              });

      assertThat(stillThere).isFalse();
      assertThat(log).hasSize(2);
    }

    @Test
    void canBeTakenAwayLikeThatOfAnyScript() throws Exception {
      worker.begin(
          Script.action(
              context -> {
                started.open();
                gate.pass();
              }));
      started.pass();
      var reset =
          new FutureTask<Void>(
              () -> {
                worker.reset();
                return null;
              });
      new Thread(reset).start();
      eventually(() -> assertThat(worker.invocations()).hasSize(2));

      worker.close();

      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(reset::get)
          .withCauseInstanceOf(InvocationStoppedException.class);
      assertThat(log).hasSize(1);
    }
  }

  @Nested
  class IsRefused {

    @Test
    void whenTheRunspaceIsClosed() {
      worker.close();

      assertThatExceptionOfType(InvalidRunspaceStateException.class)
          .isThrownBy(worker::reset)
          .withMessageContaining("runspace \"worker\" is CLOSED, expected OPENED;");
    }

    @Test
    void beforeItIsOpen() {
      Runspace created = Runspaces.builder("created").create();

      assertThatExceptionOfType(InvalidRunspaceStateException.class)
          .isThrownBy(created::reset)
          .withMessageContaining("runspace \"created\" is BEFORE_OPEN, expected OPENED;");
    }

    @Test
    void onAThreadThatMustNotWait() throws Exception {
      assertThat(OtherJvm.run(GuardedProgram.class).lines())
          .containsExactly(WaitRefusedException.class.getSimpleName(), "added is there: true");
    }
  }

  /** Resets on a thread that must not wait. */
  static final class GuardedProgram {
    private GuardedProgram() {}

    public static void main(String... arguments) throws Exception {
      try (Runspace worker = Runspaces.open("worker")) {
        worker.variables().set("added", 1);
        var guarded =
            new Thread(
                () -> {
                  try {
                    worker.reset();
                  } catch (InterruptedException | WaitRefusedException refused) {
                    System.out.println(refused.getClass().getSimpleName());
                  }
                },
                NamedThreadGuard.GUARDED);
        guarded.start();
        guarded.join();
        System.out.println(
            "added is there: " + worker.variables().find("added", Integer.class).isPresent());
      }
    }
  }
}
