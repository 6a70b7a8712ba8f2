package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runspaces.event.EngineEvents;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Event;
import dev.runspaces.event.EventManager;
import dev.runspaces.event.Subscription;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fails is told: here, then in the parent, and at last to the uncaught handler. */
@Timeout(30)
class ErrorEventsTest {
  private final IOException failure = new IOException("no disk");
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final Heard<ErrorOccurred> uncaught = new Heard<>();
  private final Runspace root = Runspaces.builder("root").uncaught(uncaught::handle).open();
  private final Runspace child = root.open("child");
  private final EventManager events = child.events();

  @AfterEach
  void close() {
    root.close();
  }

  private void failInScript() {
    child.begin(
        context -> {
          throw failure;
        });
  }

  private Subscription failOn(String name) {
    return events.on(
        name,
        event -> {
          throw failure;
        });
  }

  /** Lets everything that is on its way arrive. */
  private void settle() {
    child.close();
    root.close();
  }

  @Nested
  class OfScripts {

    @Test
    void areHeardInTheirRunspace() {
      var heard = new Heard<Event>();
      events.on(EngineEvents.ERRORS_OCCURRED, heard);

      failInScript();

      Event event = heard.awaitFirst();
      assertThat(event.error()).isSameAs(failure);
      assertThat(event.source()).isEqualTo("child");
      assertThat(event.payload()).isEqualTo(new ErrorOccurred(failure, "child", null, null));
    }

    @Test
    void climbToTheParentOnlyWhereNobodyHandlesThem() {
      var heardByChild = new Heard<ErrorOccurred>();
      var heardByRoot = new Heard<ErrorOccurred>();
      root.events().on(ErrorOccurred.class, heardByRoot);
      Subscription here = events.on(ErrorOccurred.class, heardByChild);

      failInScript();
      heardByChild.awaitFirst();
      here.close();
      failInScript();
      heardByRoot.awaitFirst();
      settle();

      assertThat(heardByChild.all()).hasSize(1);
      assertThat(heardByRoot.all()).hasSize(1);
      assertThat(uncaught.all()).isEmpty();
    }

    @Test
    void climbThroughEveryLevel() {
      var heard = new Heard<Event>();
      root.events().on("errorsoccurred", heard);
      Runspace grandchild = child.open("grandchild");

      grandchild.begin(
          context -> {
            throw failure;
          });

      assertThat(heard.awaitFirst().source()).isEqualTo("grandchild");
    }

    @Test
    void endAtTheUncaughtHandlerOfTheRoot() {
      failInScript();

      assertThat(uncaught.awaitFirst()).isEqualTo(new ErrorOccurred(failure, "child", null, null));
    }

    @Test
    void endAtTheNearestUncaughtHandler() {
      var nearest = new Heard<ErrorOccurred>();
      Runspace inner = child.builder("inner").uncaught(nearest::handle).open();

      inner.begin(
          context -> {
            throw failure;
          });

      assertThat(nearest.awaitFirst().error()).isSameAs(failure);
      settle();
      assertThat(uncaught.all()).isEmpty();
    }

    @Test
    void areNotUncaughtWhenSomebodyLearnsOfThemOtherwise() {
      for (int round = 0; round < 200; round++) {
        assertThatExceptionOfType(InvocationFailedException.class)
            .isThrownBy(
                () ->
                    child.invoke(
                        context -> {
                          throw failure;
                        }));
        assertThatExceptionOfType(InvocationFailedException.class)
            .isThrownBy(
                () ->
                    child
                        .shell()
                        .add(
                            context -> {
                              throw failure;
                            })
                        .invoke());
      }
      settle();

      assertThat(uncaught.all()).isEmpty();
    }

    @Test
    void areNotUncaughtWhenSomebodyAwaitsTheInvocation() throws Exception {
      var gate = new Gate();
      Invocation<Object> invocation =
          child.begin(
              context -> {
                gate.pass();
                throw failure;
              });
      var unused = invocation.toFuture();
      gate.open();

      assertThatExceptionOfType(InvocationFailedException.class).isThrownBy(invocation::await);
      settle();
      assertThat(uncaught.all()).isEmpty();
    }

    @Test
    void areToldToHandlersEvenIfSomebodyAwaitsTheInvocation() {
      var heard = new Heard<ErrorOccurred>();
      root.events().on(ErrorOccurred.class, heard);

      assertThatExceptionOfType(InvocationFailedException.class)
          .isThrownBy(
              () ->
                  child.invoke(
                      context -> {
                        throw failure;
                      }));

      assertThat(heard.awaitFirst().error()).isSameAs(failure);
    }

    @Test
    void ofAStoppedScriptAreNone() throws Exception {
      var started = new Gate();
      Invocation<?> invocation =
          child.begin(
              Script.action(
                  context -> {
                    started.open();
                    new Gate().pass();
                  }));
      started.pass();
      invocation.stop();
      settle();

      assertThat(uncaught.all()).isEmpty();
    }
  }

  @Nested
  class OfHandlers {

    @Test
    void carryTheEventAndTheSubscription() {
      var heard = new Heard<ErrorOccurred>();
      events.on(ErrorOccurred.class, heard);
      Subscription failing = failOn("Save");

      Event raised = events.raise("Save", "a.txt");

      ErrorOccurred error = heard.awaitFirst();
      assertThat(error.error()).isSameAs(failure);
      assertThat(error.source()).isEqualTo("child");
      assertThat(error.subscription()).isSameAs(failing);
      assertThat(error.event()).isNotNull().hasToString(raised.toString());
      assertThat(error.describe())
          .isEqualTo(
              "error in a handler of runspace \"child\" on "
                  + raised
                  + ": java.io.IOException: no disk");
    }

    @ParameterizedTest
    @ValueSource(
        classes = {
          IllegalStateException.class,
          InterruptedException.class,
          StackOverflowError.class,
          AssertionError.class
        })
    void loseNothingForTheOthersNorForItself(Class<? extends Throwable> type) throws Exception {
      Throwable thrown = type.getConstructor().newInstance();
      events.on(
          "Step",
          event -> {
            log.add("failing " + event.payload());
            if (thrown instanceof Exception exception) {
              throw exception;
            }
            throw (Error) thrown;
          });
      events.on(
          "Step",
          event ->
              log.add(
                  "other "
                      + event.payload()
                      + (Thread.currentThread().isInterrupted() ? "!" : "")));
      events.raise("Step", 1);
      events.raise("Step", 2);
      settle();

      assertThat(log).containsExactly("failing 1", "other 1", "failing 2", "other 2");
      assertThat(uncaught.all()).extracting(ErrorOccurred::error).containsExactly(thrown, thrown);
    }

    @Test
    void onTheLastEventsOfAClosingRunspaceAreHandledThereToo() {
      var heard = new Heard<ErrorOccurred>();
      events.on(ErrorOccurred.class, heard);
      failOn("Last");
      child.own(() -> events.raise("Last"));
      child.close();

      assertThat(heard.all()).hasSize(1);
    }

    @Test
    void doNotLeaveTheEventPending() throws Exception {
      failOn("Save");
      events.raise("Save");
      child.invoke(context -> "delivered");

      assertThat(events.pending()).isEmpty();
    }
  }

  @Nested
  class OfErrorHandlers {
    private final IllegalStateException second = new IllegalStateException("handler too");

    @Test
    void goToTheParentWithoutRecursionAndSoDoesWhatTheyDidNotHandle() {
      var heardByRoot = new Heard<ErrorOccurred>();
      root.events().on(ErrorOccurred.class, heardByRoot);
      events.on(
          ErrorOccurred.class,
          error -> {
            log.add("asked");
            throw second;
          });

      failInScript();

      assertThat(heardByRoot.await(2))
          .extracting(ErrorOccurred::error)
          .containsExactlyInAnyOrder(failure, second);
      settle();
      assertThat(log).containsExactly("asked");
      assertThat(uncaught.all()).isEmpty();
    }

    @Test
    void atTheRootEndAtTheUncaughtHandler() {
      root.events()
          .on(
              ErrorOccurred.class,
              error -> {
                log.add("asked");
                throw second;
              });

      failInScript();

      assertThat(uncaught.await(2))
          .extracting(ErrorOccurred::error)
          .containsExactlyInAnyOrder(failure, second);
      settle();
      assertThat(log).containsExactly("asked");
    }

    @Test
    void doNotHideAnotherHandlerThatDidItsWork() {
      var heard = new Heard<ErrorOccurred>();
      events.on(
          ErrorOccurred.class,
          error -> {
            throw second;
          });
      events.on(ErrorOccurred.class, heard);

      failInScript();
      heard.awaitFirst();
      settle();

      assertThat(uncaught.all()).extracting(ErrorOccurred::error).containsExactly(second);
    }
  }
}
