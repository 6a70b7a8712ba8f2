package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runspaces.thread.WaitTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What waits in its own runspace has that runspace go on meanwhile. */
@Timeout(30)
class WaitingInsideTest {
  private final Gate started = new Gate();
  private final Gate gate = new Gate();
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final LogTrap trap = LogTrap.on("dev.runspaces");
  private final Runspace worker = Runspaces.open("worker");

  @AfterEach
  void close() {
    gate.open();
    worker.close();
    trap.close();
  }

  @Test
  void aScriptThatAwaitsItselfIsRefused() {
    var itself = new CompletableFuture<Invocation<Integer>>();
    Invocation<Integer> invocation =
        worker.begin(context -> itself.get(10, TimeUnit.SECONDS).await());
    itself.complete(invocation);

    assertThatThrownBy(() -> invocation.await(Duration.ofSeconds(10)))
        .hasRootCauseInstanceOf(InvalidInvocationStateException.class)
        .hasRootCauseMessage(
            "await: this is called by the script itself, which would wait for its own end; return"
                + " from the script instead");
  }

  @Test
  void forAScriptOfTheSameRunspaceRunsIt() throws Exception {
    int answer = worker.invoke(context -> context.runspace().invoke(inner -> 41) + 1);

    assertThat(answer).isEqualTo(42);
  }

  @Test
  void forItRunsItInPlaceAndLeavesTheOthersForLater() throws Exception {
    worker.invoke(
        context -> {
          context.runspace().begin(earlier -> log.add("earlier"));
          return context.runspace().invoke(inner -> log.add("awaited"));
        });
    Object unused = worker.invoke(context -> "what was begun before is done");

    assertThat(log).containsExactly("awaited", "earlier");
  }

  @Test
  void forItNeedsNoDeeperStackTheMoreAreWaiting() throws Exception {
    var opened = new Gate();
    worker.begin(Script.action(context -> opened.pass()));
    var ended = new AtomicInteger();
    for (int i = 0; i < 5_000; i++) {
      worker.begin(
          Script.action(context -> context.runspace().invoke(inner -> ended.incrementAndGet())));
    }
    opened.open();
    Object unused = worker.invoke(context -> "what was begun before is done");

    assertThat(ended).hasValue(5_000);
  }

  @Test
  void forSomethingElseStartsNoOtherScriptInItsMiddle() throws Exception {
    try (Runspace other = Runspaces.open("other")) {
      worker.invoke(
          context -> {
            context.runspace().begin(later -> log.add("later"));
            other.invoke(elsewhere -> log.add("elsewhere"));
            return log.add("end");
          });
      worker.invoke(context -> "after all");
    }

    assertThat(log).containsExactly("elsewhere", "end", "later");
  }

  @Test
  void deliversEventsMeanwhile() throws Exception {
    var answered = new CompletableFuture<Object>();
    worker.events().on("Answer", event -> answered.complete("from the handler"));

    Object answer =
        worker.invoke(
            context -> {
              context.events().raise("Answer");
              return Runspaces.await(answered);
            });

    assertThat(answer).isEqualTo("from the handler");
  }

  @Test
  void endsByItsTimeOutHoweverManyEventsThereAre() throws Exception {
    worker.events().on("Tick", event -> worker.events().raise("Tick"));

    worker.begin(
        Script.action(
            context -> {
              context.events().raise("Tick");
              try {
                Runspaces.await(new CompletableFuture<>(), Duration.ofMillis(20));
              } catch (WaitTimeoutException expected) {
                log.add("timed out");
              }
            }));

    eventually(() -> assertThat(log).containsExactly("timed out"));
  }

  @Test
  void endsByAStopHoweverManyEventsThereAre() throws Exception {
    worker.events().on("Tick", event -> worker.events().raise("Tick"));
    Invocation<?> invocation =
        worker.begin(
            Script.action(
                context -> {
                  context.events().raise("Tick");
                  started.open();
                  Runspaces.await(new CompletableFuture<>());
                }));
    started.pass();

    invocation.stop();

    assertThatExceptionOfType(InvocationStoppedException.class)
        .isThrownBy(() -> invocation.await(Duration.ofSeconds(5)));
  }

  @Test
  void anInterruptThatMeansTheScriptDoesNotHitAHandler() throws Exception {
    worker
        .events()
        .on(
            "Step",
            event -> {
              if (event.argument(0) instanceof Integer number && number == 1) {
                started.open();
                gate.passInSpiteOfInterrupts();
                Thread.currentThread().interrupt();
              } else {
                log.add("interrupted " + Thread.currentThread().isInterrupted());
              }
            });
    Invocation<?> invocation =
        worker.begin(
            Script.action(
                context -> {
                  context.events().raise("Step", 1);
                  context.events().raise("Step", 2);
                  Runspaces.await(new CompletableFuture<>());
                }));
    started.pass();
    invocation.stop();
    gate.open();

    assertThatExceptionOfType(InvocationStoppedException.class).isThrownBy(invocation::await);
    eventually(() -> assertThat(log).containsExactly("interrupted false"));
  }
}
