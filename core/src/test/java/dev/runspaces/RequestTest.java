package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Event;
import dev.runspaces.event.EventManager;
import dev.runspaces.event.NoReplyException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events that are answered. */
@Timeout(30)
class RequestTest {
  private final Gate gate = new Gate();
  private final Heard<ErrorOccurred> uncaught = new Heard<>();
  private final Runspace parent = Runspaces.builder("parent").uncaught(uncaught::handle).open();
  private final Runspace child = parent.open("child");
  private final EventManager events = child.events();

  @AfterEach
  void close() {
    gate.open();
    parent.close();
  }

  private static Event reply(CompletableFuture<Event> future) throws Exception {
    return future.get(10, TimeUnit.SECONDS);
  }

  private static Throwable failure(CompletableFuture<Event> future) throws Exception {
    try {
      throw new AssertionError("there was a reply: " + reply(future));
    } catch (ExecutionException failed) {
      return Objects.requireNonNull(failed.getCause());
    }
  }

  @Nested
  class AReply {

    @Test
    void carriesWhatTheRequestCarriesAndItsOwnArguments() throws Exception {
      var asked = new Heard<Event>();
      events.on(
          "Area",
          event -> {
            asked.handle(event);
            event.reply(event.argument(0) + " times " + event.argument(1), null);
          });

      Event reply = reply(events.request("area", 6, 7));

      assertThat(reply.arguments()).containsExactly("6 times 7", null);
      assertThat(reply.payload()).isEqualTo("6 times 7");
      assertThat(reply.sourceIdentifier()).isEqualTo("area");
      assertThat(reply.source()).isEqualTo("child");
      assertThat(reply.sender()).isSameAs(asked.awaitFirst());
      assertThat(reply.time()).isAfterOrEqualTo(asked.awaitFirst().time());
      assertThat(reply.correlation()).isPresent().isEqualTo(asked.awaitFirst().correlation());
    }

    @Test
    void mayComeFromTheParent() throws Exception {
      parent.events().on("Area", event -> event.reply(42));

      Event reply = reply(events.request("Area"));

      assertThat(reply.payload()).isEqualTo(42);
      assertThat(reply.source()).isEqualTo("parent");
    }

    @Test
    void mayComeLaterFromAnyThread() throws Exception {
      var asked = new Heard<Event>();
      events.on("Area", asked);
      CompletableFuture<Event> future = events.request("Area");

      assertThat(asked.awaitFirst().reply("late")).isTrue();

      assertThat(reply(future).payload()).isEqualTo("late");
    }

    @Test
    void isTheFirstAndTheSecondIsToldSo() throws Exception {
      List<Boolean> log = new CopyOnWriteArrayList<>();
      events.on("Area", event -> log.add(event.reply("first")));
      events.on("Area", event -> log.add(event.reply("second")));

      Event reply = reply(events.request("Area"));
      child.close();

      assertThat(reply.payload()).isEqualTo("first");
      assertThat(log).containsExactly(true, false);
    }

    @Test
    void isNotToldToSubscribersAndNothingStaysPending() throws Exception {
      var heard = new Heard<Event>();
      events.on("Area", event -> event.reply("reply"));
      events.on("Area", heard);

      assertThat(reply(events.request("Area", "request")).payload()).isEqualTo("reply");
      child.invoke(context -> "all delivered");
      parent.invoke(context -> "all delivered");

      assertThat(heard.all()).extracting(Event::payload).containsExactly("request");
      assertThat(events.pending()).isEmpty();
      assertThat(parent.events().pending()).isEmpty();
    }

    @Test
    void mayComeFromSomebodyWhoWaitsForTheRequest() throws Exception {
      var asker =
          new Thread(
              () -> {
                while (!gate.isOpen()) {
                  var unused = events.request("Area").thenRun(gate::open);
                }
              });
      asker.start();

      Event request = events.await("Area", Duration.ofSeconds(10)).orElseThrow();

      assertThat(request.reply("awaited")).isTrue();
      gate.pass();
      asker.join();
    }

    @Test
    void isDeliveredToAScriptThatAwaitsItInItsOwnRunspace() throws Exception {
      events.on("Area", event -> event.reply(42));

      List<Object> answer =
          child.invoke(
              context ->
                  List.copyOf(
                      Runspaces.await(context.events().request("Area"), Duration.ofSeconds(10))
                          .arguments()));

      assertThat(answer).containsExactly(42);
    }

    @Test
    void ofAnotherRequestHasAnotherNumber() throws Exception {
      events.on("Area", event -> event.reply());

      assertThat(reply(events.request("Area")).correlation())
          .isNotEqualTo(reply(events.request("Area")).correlation());
    }

    @Test
    void isRefusedWhereNobodyHasAsked() {
      Event raised = events.raise("Ready");

      assertThat(raised.correlation()).isEmpty();
      assertThatIllegalStateException()
          .isThrownBy(() -> raised.reply(1))
          .withMessage(
              raised + " is no request, and nobody waits for a reply; raise an event to answer it");
    }

    @Test
    @SuppressWarnings("NullAway") // programs without a null checker pass it
    void thatIsNullInsteadOfArgumentsIsRefusedWithASentence() throws Exception {
      events.on("Area", event -> event.reply((Object[]) null));

      assertThat(failure(events.request("Area")))
          .hasRootCauseInstanceOf(NullPointerException.class)
          .hasRootCauseMessage(
              "reply: null instead of arguments; for one that is null write (Object) null");
    }

    @Test
    void comesTooLateAfterTheFutureWasCancelled() {
      var asked = new Heard<Event>();
      events.on("Area", asked);

      events.request("Area").cancel(false);

      assertThat(asked.awaitFirst().reply("late")).isFalse();
    }
  }

  @Nested
  class Fails {

    @Test
    void atOnceWhereNobodyHears() {
      CompletableFuture<Event> future = events.request("Area");

      assertThat(future).isCompletedExceptionally();
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(future::get)
          .havingCause()
          .isInstanceOf(NoReplyException.class)
          .withMessage(
              "nobody hears the request \"Area\" of runspace \"child\"; subscribe to it,"
                  + " events().on(\"Area\", event -> event.reply(...)), there or in its parent");
    }

    @Test
    void whereOnlyThoseHearWhoCannotAnswer() {
      events.on(Event.class, event -> {});
      parent.events().on(String.class, payload -> {});

      assertThat(events.request("Area", "text")).isCompletedExceptionally();
    }

    @Test
    void whenWhoWouldHaveHeardItHasGoneMeanwhile() throws Exception {
      var held = new Gate();
      child.begin(
          Script.action(
              context -> {
                held.open();
                gate.pass();
              }));
      held.pass();
      var subscription = events.on("Area", event -> event.reply("never"));
      CompletableFuture<Event> future = events.request("Area");
      assertThat(future).isNotDone();

      subscription.close();
      gate.open();

      assertThat(failure(future)).isInstanceOf(NoReplyException.class);
    }

    @Test
    void withTheFirstFailureWhenEveryHandlerFails() throws Exception {
      var failure = new IllegalStateException("no idea");
      events.on(
          "Area",
          event -> {
            throw failure;
          });

      assertThat(failure(events.request("Area")))
          .isInstanceOf(NoReplyException.class)
          .hasMessageMatching(
              "every handler of request event \"Area\" #\\d+ of \"child\" has failed; the cause is"
                  + " what the first one threw")
          .hasCause(failure);
      assertThat(uncaught.awaitFirst().error()).isSameAs(failure);
    }

    @Test
    void notWhileAnotherHandlerMayAnswer() throws Exception {
      events.on(
          "Area",
          event -> {
            throw new IllegalStateException("no idea");
          });
      parent.events().on("Area", event -> event.reply("the parent knows"));

      assertThat(reply(events.request("Area")).payload()).isEqualTo("the parent knows");
    }

    @Test
    void whenItsRunspaceIsClosedBeforeTheReply() throws Exception {
      var asked = new Heard<Event>();
      parent.events().on("Area", asked);
      CompletableFuture<Event> future = events.request("Area");

      child.close();

      assertThat(failure(future))
          .isInstanceOf(NoReplyException.class)
          .hasMessage("there was no reply to a request of runspace \"child\" when it was closed");
      assertThat(asked.awaitFirst().reply("late")).isFalse();
    }

    @Test
    void whereItsRunspaceIsClosedAlready() throws Exception {
      child.close();

      assertThat(failure(events.request("Area")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("raising \"Area\" was refused: runspace \"child\" is closed,");
    }
  }
}
