package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Null where it means nothing is refused by the call that was given it, with a sentence. */
@Timeout(30)
class NullArgumentTest {
  private final Runspace worker = Runspaces.open("worker");

  @AfterEach
  void close() {
    worker.close();
  }

  /** Null, for parameters that do not allow it: programs without a null checker pass it. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // that is the point
  private static <T> T nothing() {
    @Nullable T none = null;
    return none;
  }

  private static void refused(String sentence, ThrowingCallable call) {
    assertThatNullPointerException().isThrownBy(call).withMessage(sentence);
  }

  @Test
  void descriptionsRefuseItBeforeAnythingIsOpened() {
    RunspaceBuilder builder = Runspaces.builder("another");

    refused("a runspace needs a name", () -> Runspaces.open(NullArgumentTest.<String>nothing()));
    refused("a pool needs a name", () -> Runspaces.pool(nothing()));
    refused(
        "variable(\"x\"): null is no value; leave it out instead",
        () -> builder.variable("x", nothing()));
    refused("startup: a script is needed", () -> builder.startup(nothing()));
    refused("overflow: a policy is needed", () -> builder.overflow(nothing()));
    refused("uncaught: a handler is needed", () -> builder.uncaught(nothing()));
  }

  @Test
  void workRefusesItAtTheCall() {
    try (Shell shell = worker.shell();
        RunspacePool pool = Runspaces.pool("pool").open()) {
      refused("a script is needed", () -> worker.begin(nothing()));
      refused("a script is needed", () -> worker.invoke(nothing(), Duration.ZERO));
      refused("a script is needed", () -> pool.begin(nothing()));
      refused("a script is needed", () -> Jobs.start("job", nothing()));
      refused("add: a script is needed", () -> shell.add(nothing()));
    }
  }

  @Test
  void eventsRefuseItAtTheCall() {
    refused("raise: an event needs a source identifier", () -> worker.events().raise(nothing(), 1));
    refused(
        "raise: null instead of arguments; for one that is null write (Object) null",
        () -> worker.events().raise("x", NullArgumentTest.<Object[]>nothing()));
    refused(
        "post: an object is needed; raise(name) needs none", () -> worker.events().post(nothing()));
    refused(
        "reply: null instead of arguments; for one that is null write (Object) null",
        () -> worker.events().raise("x").reply(NullArgumentTest.<Object[]>nothing()));
    refused("a subscription needs a handler", () -> worker.events().on("x").handle(nothing()));
  }

  @Test
  void theBusRefusesItAtTheCall() {
    refused("register: a listener is needed", () -> worker.bus().register(nothing()));
    refused("unregister: a listener is needed", () -> worker.bus().unregister(nothing()));
    refused("post: an event is needed", () -> worker.bus().post(nothing()));
  }

  @Test
  void theRestRefusesItToo() {
    refused("own: a resource is needed", () -> worker.own(nothing()));
    refused("a listener is needed", () -> worker.onStateChanged(nothing()));
    refused(
        "set(\"x\"): null is no value; remove the variable instead",
        () -> worker.variables().set("x", nothing()));
  }
}
