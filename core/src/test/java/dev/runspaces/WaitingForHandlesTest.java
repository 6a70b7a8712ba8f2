package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runspaces.stream.StreamItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Futures and streams of a script that only the waiting thread can run. */
@Timeout(30)
class WaitingForHandlesTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final Gate gate = new Gate();
  private final Runspace here = Runspaces.open("here");
  private final Runspace there = Runspaces.open("there");

  @AfterEach
  void close() {
    gate.open();
    here.close();
    there.close();
  }

  /** A way to wait for a script that writes "value". */
  private interface Wait {
    Object forIts(Invocation<String> invocation) throws Exception;
  }

  static Stream<Named<Wait>> ways() {
    return Stream.of(
        Named.of("join", script -> script.toFuture().join()),
        Named.of("get", script -> script.toFuture().get()),
        Named.of("get in time", script -> script.toFuture().get(10, TimeUnit.SECONDS)),
        Named.of("await the future", script -> Runspaces.await(script.toFuture())),
        Named.of("await it in time", script -> Runspaces.await(script.toFuture(), LONG)),
        Named.of(
            "what is made of it",
            script -> script.toFuture().thenApply(value -> "[" + value + "]").join().charAt(1)),
        Named.of("iterate the output", script -> all(script.streams().output())),
        Named.of("consume the output", script -> all(script.streams().output().consuming())),
        Named.of("take one", script -> script.streams().output().take(LONG)),
        Named.of("iterate all streams", script -> all(script.streams().all())));
  }

  private static List<Object> all(Iterable<?> items) {
    var all = new ArrayList<Object>();
    items.forEach(item -> all.add(item instanceof StreamItem of ? of.value() : item));
    return all;
  }

  @ParameterizedTest
  @MethodSource("ways")
  void inItsOwnRunspaceItIsRunMeanwhile(Wait wait) throws Exception {
    Object answer =
        here.invoke(context -> wait.forIts(here.begin(inner -> "value")).toString(), LONG);

    assertThat(answer.toString()).matches("\\[?(Optional\\[)?v(alue)?]?");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void soItIsWhereAnotherRunspaceWaitsForIt(Wait wait) throws Exception {
    Object answer =
        here.invoke(
            context -> wait.forIts(there.begin(other -> here.invoke(inner -> "value"))).toString(),
            LONG);

    assertThat(answer.toString()).matches("\\[?(Optional\\[)?v(alue)?]?");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void outsideTheyWaitAsAlways(Wait wait) throws Exception {
    Object answer = wait.forIts(here.begin(context -> "value"));

    assertThat(answer.toString()).matches("\\[?(Optional\\[)?v(alue)?]?");
  }

  @Test
  void aFutureOfTheScriptThatWaitsIsRefused() {
    var itself = new CompletableFuture<Invocation<Object>>();
    Invocation<Object> invocation =
        here.begin(context -> itself.get(10, TimeUnit.SECONDS).toFuture().join());
    itself.complete(invocation);

    assertThatThrownBy(() -> invocation.await(LONG))
        .hasRootCauseInstanceOf(InvalidInvocationStateException.class)
        .hasRootCauseMessage(
            "await: this is called by the script itself, which would wait for its own end; return"
                + " from the script instead");
  }

  @Test
  void theOutputOfTheScriptThatReadsItIsRefused() {
    var itself = new CompletableFuture<Invocation<Object>>();
    Invocation<Object> reading =
        here.begin(
            context -> {
              context.write("value");
              return all(itself.get(20, TimeUnit.SECONDS).streams().output());
            });
    itself.complete(reading);

    assertThatExceptionOfType(InvocationFailedException.class)
        .isThrownBy(() -> reading.await(LONG))
        .withCauseInstanceOf(InvalidInvocationStateException.class)
        .havingCause()
        .withMessageContaining("would wait for its own end");
  }

  @Test
  void theTimeOutOfGetHolds() throws Exception {
    Invocation<?> never = there.begin(Script.action(context -> gate.pass()));

    here.invoke(
        Script.action(
            context ->
                assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> never.toFuture().get(10, TimeUnit.MILLISECONDS))),
        LONG);
  }

  @ParameterizedTest
  @EnumSource(TimeUnit.class)
  void theTimeOutOfGetMayBeLongerThanThereAreNanoseconds(TimeUnit unit) throws Exception {
    Object answer =
        here.invoke(
            context -> there.begin(other -> "value").toFuture().get(Long.MAX_VALUE, unit), LONG);

    assertThat(answer).isEqualTo("value");
  }

  @Test
  void joinGoesOnAfterAnInterruptAndKeepsIt() throws Exception {
    boolean kept =
        here.invoke(
            context -> {
              var future = there.begin(other -> "value").toFuture();
              Thread.currentThread().interrupt();
              return future.join().equals("value") && Thread.interrupted();
            },
            LONG);

    assertThat(kept).isTrue();
  }

  @Test
  void failuresAreWrappedAsAlways() throws Exception {
    var failure = new IllegalStateException("failed");
    here.invoke(
        Script.action(
            context -> {
              CompletableFuture<Object> future =
                  here.begin(
                          inner -> {
                            throw failure;
                          })
                      .toFuture();
              assertThatExceptionOfType(CompletionException.class)
                  .isThrownBy(future::join)
                  .withCauseInstanceOf(InvocationFailedException.class)
                  .withRootCauseInstanceOf(IllegalStateException.class);
              assertThatExceptionOfType(ExecutionException.class)
                  .isThrownBy(future::get)
                  .withCauseInstanceOf(InvocationFailedException.class);
            }),
        LONG);
  }

  @Test
  void whoStopsItHasNotCancelledTheFuture() {
    Invocation<?> running = here.begin(Script.action(context -> gate.pass()));
    Invocation<?> waiting = here.begin(context -> "never");
    CompletableFuture<?> future = waiting.toFuture();
    waiting.stop();

    assertThat(future).isCompletedExceptionally();
    assertThat(future.isCancelled()).isFalse();
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> Runspaces.await(future));
    assertThat(running.state().isFinal()).isFalse();
  }
}
