package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.eventbus.DeadEvent;
import com.google.common.eventbus.Subscribe;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Event;
import dev.runspaces.event.EventCounts;
import dev.runspaces.event.Overflow;
import dev.runspaces.event.Registration;
import dev.runspaces.event.Subscription;
import dev.runspaces.thread.ThreadPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A runspace that has told its subscribers of what its own code raises when the call returns. */
@Timeout(30)
class DeliverAtOnceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Runspace runspace = Runspaces.builder("at once").deliverAtOnce().open();

  /** What happened, in this order; only the runspace's thread writes while a script runs. */
  private final List<Object> diary = new ArrayList<>();

  @AfterEach
  void close() {
    runspace.close();
  }

  private List<Object> diaryOf(Script<?> script) throws InterruptedException {
    Object unused = runspace.invoke(script);
    return diary;
  }

  @Nested
  class WhatAScriptRaises {
    @Test
    void isToldBeforePostReturns() throws Exception {
      runspace.events().on(String.class, diary::add);

      assertThat(
              diaryOf(
                  context -> {
                    runspace.bus().post("posted on the bus");
                    diary.add("then");
                    context.events().post("posted");
                    return diary.add("after that");
                  }))
          .containsExactly("posted on the bus", "then", "posted", "after that");
    }

    @ParameterizedTest
    @MethodSource("dev.runspaces.ThreadChoice#available")
    void isToldUnderEachThreadPolicy(ThreadChoice threads) throws Exception {
      try (Runspace one = threads.in(Runspaces.builder("one")).deliverAtOnce().open()) {
        one.events().on(Integer.class, diary::add);
        List<Object> found =
            one.invoke(
                context -> {
                  IntStream.range(0, 100).forEach(one.bus()::post);
                  return List.copyOf(diary);
                });

        assertThat(found).hasSize(100);
      }
    }

    @Test
    void isToldByNameToo() throws Exception {
      runspace.events().on("Named", event -> diary.add(event.argument(0)));

      assertThat(
              diaryOf(
                  context -> {
                    context.events().raise("Named", 1);
                    return diary.add("then");
                  }))
          .containsExactly(1, "then");
    }

    @Test
    void isAnsweredWhenRequestReturns() throws Exception {
      runspace.events().on("Question", event -> event.reply("the answer"));

      boolean answered = runspace.invoke(context -> context.events().request("Question").isDone());

      assertThat(answered).isTrue();
    }

    @Test
    void isToldToAllInTheOrderOfTheirRegistration() throws Exception {
      runspace.events().on(String.class, text -> diary.add("first " + text));
      runspace.events().on(Integer.class, number -> diary.add("another type"));
      runspace.events().on(CharSequence.class, text -> diary.add("second " + text));

      assertThat(
              diaryOf(
                  context -> {
                    runspace.bus().post("a");
                    runspace.bus().post(1);
                    return diary.add("then");
                  }))
          .containsExactly("first a", "second a", "another type", "then");
    }

    @Test
    void isToldAfterWhatCameBefore() throws Exception {
      runspace.events().on(String.class, diary::add);
      var entered = new Gate();
      var gate = new Gate();
      Invocation<?> busy =
          runspace.begin(
              Script.action(
                  context -> {
                    entered.open();
                    gate.pass();
                    runspace.bus().post("second");
                    diary.add("then");
                  }));
      entered.pass();
      runspace.bus().post("first, from elsewhere");
      gate.open();
      busy.await(PATIENCE);

      assertThat(diary).containsExactly("first, from elsewhere", "second", "then");
    }

    @Test
    void isToldToTheParentAsEver() throws Exception {
      var inParent = new Heard<String>();
      runspace.events().on(String.class, inParent);
      try (Runspace child = runspace.builder("child").deliverAtOnce().open()) {
        child.events().on(String.class, diary::add);
        diaryOfChild(child);
      }

      assertThat(diary).containsExactly("from the child", "then");
      assertThat(inParent.await(1)).containsExactly("from the child");
    }

    private void diaryOfChild(Runspace child) throws InterruptedException {
      boolean unused =
          child.invoke(
              context -> {
                child.bus().post("from the child");
                return diary.add("then");
              });
    }

    @Test
    void isADeadEventWhereNobodyHearsIt() throws Exception {
      runspace.events().on(DeadEvent.class, dead -> diary.add("dead " + dead.getEvent()));

      assertThat(
              diaryOf(
                  context -> {
                    runspace.bus().post("unheard");
                    return diary.add("then");
                  }))
          .containsExactly("dead unheard", "then");
    }

    @Test
    void isLimitedAsEver() throws Exception {
      try (Runspace small =
          Runspaces.builder("small").overflow(Overflow.fail(2)).deliverAtOnce().open()) {
        small.events().on(Integer.class, diary::add);
        int unused =
            small.invoke(
                context -> {
                  IntStream.range(0, 100).forEach(small.bus()::post);
                  return 0;
                });
      }

      assertThat(diary).hasSize(100);
    }
  }

  @Nested
  class AHandler {
    @Test
    void hearsWhatItPostsItselfAfterwards() throws Exception {
      runspace
          .events()
          .on(
              Integer.class,
              number -> {
                if (number < 3) {
                  runspace.bus().post(number + 1);
                }
                diary.add(number);
              });

      assertThat(
              diaryOf(
                  context -> {
                    runspace.bus().post(1);
                    return diary.add("then");
                  }))
          .containsExactly(1, 2, 3, "then");
    }

    @Test
    void thatWaitsKeepsTheOrderForOthers() throws Exception {
      runspace
          .events()
          .on(
              Integer.class,
              number -> {
                if (number == 1) {
                  runspace.bus().post(2);
                  runspace.events().raise("Go on");
                  runspace.events().await("Go on", PATIENCE);
                }
              });
      runspace.events().on(Integer.class, diary::add);

      assertThat(
              diaryOf(
                  context -> {
                    runspace.bus().post(1);
                    return diary.add("then");
                  }))
          .containsExactly(1, 2, "then");
    }

    @Test
    void thatFailsIsReportedAndOthersGoOn() throws Exception {
      var failure = new IllegalStateException("of the handler");
      runspace
          .events()
          .on(
              String.class,
              text -> {
                throw failure;
              });
      runspace.events().on(String.class, diary::add);
      var errors = new Heard<ErrorOccurred>();
      runspace.events().on(ErrorOccurred.class, errors);

      assertThat(
              diaryOf(
                  context -> {
                    runspace.bus().post("an event");
                    return diary.add("then");
                  }))
          .containsExactly("an event", "then");
      ErrorOccurred error = errors.awaitFirst();
      assertThat(error.error()).isSameAs(failure);
      assertThat(error.event()).isNotNull().extracting(Event::payload).isEqualTo("an event");
    }

    @Test
    void thatIsTheOnlyOneAndFailsIsReportedWithANumberOfItsOwn() throws Exception {
      runspace
          .events()
          .on(
              String.class,
              text -> {
                throw new IllegalStateException(text);
              });
      var errors = new Heard<ErrorOccurred>();
      runspace.events().on(ErrorOccurred.class, errors);

      assertThat(
              diaryOf(
                  context -> {
                    runspace.bus().post("a");
                    runspace.bus().post("b");
                    return diary.add("then");
                  }))
          .containsExactly("then");
      assertThat(errors.await(2))
          .extracting(error -> error.event() == null ? null : error.event().payload())
          .containsExactly("a", "b");
      assertThat(errors.all())
          .extracting(error -> error.event() == null ? 0 : error.event().sequence())
          .doesNotHaveDuplicates()
          .doesNotContain(0L);
    }

    @Test
    void hearsNothingMoreOnceItIsClosedByAnother() throws Exception {
      var second = new ArrayList<Subscription>();
      runspace.events().on(String.class, text -> second.forEach(Subscription::close));
      second.add(runspace.events().on(String.class, diary::add));

      assertThat(
              diaryOf(
                  context -> {
                    runspace.bus().post("an event");
                    return diary.add("then");
                  }))
          .containsExactly("then");
    }

    @Test
    void hearsFirstWhatItHasMissed() throws Exception {
      Registration remembered = runspace.events().remember("*", 10);
      Event unused = runspace.events().post("before");

      assertThat(
              diaryOf(
                  context -> {
                    runspace.events().on(String.class).withHistory().handle(diary::add);
                    remembered.close();
                    runspace.bus().post("now");
                    return diary.add("then");
                  }))
          .containsExactly("before", "now", "then");
    }

    @Test
    void isNotToldOfMoreThanItAskedFor() throws Exception {
      runspace.events().on(String.class).maxTriggers(2).handle(diary::add);

      assertThat(
              diaryOf(
                  context -> {
                    List.of("a", "b", "c").forEach(runspace.bus()::post);
                    return diary.add("then");
                  }))
          .containsExactly("a", "b", "then");
    }

    @Test
    void onAnExecutorIsCalledThere() throws Exception {
      ExecutorService executor = Executors.newSingleThreadExecutor();
      try {
        var heard = new Heard<String>();
        runspace.events().on(String.class).deliverOn(executor).handle(heard);
        runspace.events().on(String.class, diary::add);

        assertThat(
                diaryOf(
                    context -> {
                      runspace.bus().post("an event");
                      return diary.add("then");
                    }))
            .containsExactly("an event", "then");
        assertThat(heard.await(1)).containsExactly("an event");
      } finally {
        executor.shutdown();
      }
    }

    @Test
    void mayCloseItsRunspace() throws Exception {
      runspace
          .events()
          .on(
              String.class,
              text -> {
                CompletableFuture<?> unused = runspace.closeAsync();
              });
      diaryOf(
          context -> {
            runspace.bus().post("an event");
            return diary.add("then");
          });

      eventually(() -> assertThat(runspace.state()).isEqualTo(RunspaceState.CLOSED));
      assertThat(diary).containsExactly("then");
    }
  }

  @Nested
  class OtherThreads {
    @Test
    void areNotMadeToDeliver() throws Exception {
      runspace.events().on(String.class, text -> diary.add(Thread.currentThread()));
      runspace.bus().post("from the test's thread");
      Thread its = runspace.invoke(context -> Thread.currentThread());

      eventually(() -> assertThat(diary).containsExactly(its));
    }

    @Test
    void loseNothingAndKeepTheirOrder() throws Exception {
      int each = 20_000;
      var fromHere = new ArrayList<Integer>();
      var fromThere = new ArrayList<Integer>();
      runspace
          .events()
          .on(Integer.class, number -> (number < each ? fromHere : fromThere).add(number));
      Invocation<?> script =
          runspace.begin(
              Script.action(
                  context -> IntStream.range(each, 2 * each).forEach(runspace.bus()::post)));
      IntStream.range(0, each).forEach(runspace.bus()::post);
      script.await(PATIENCE);
      int unused = runspace.invoke(context -> 0);

      assertThat(fromHere).isEqualTo(IntStream.range(0, each).boxed().toList());
      assertThat(fromThere).isEqualTo(IntStream.range(each, 2 * each).boxed().toList());
    }

    @Test
    void whoWaitForAnEventGetIt() throws Exception {
      runspace.events().on(String.class, diary::add);
      var waiter =
          new Thread(
              () -> {
                try {
                  runspace.events().await("String", PATIENCE).ifPresent(diary::add);
                } catch (InterruptedException impossible) {
                  throw new AssertionError(impossible);
                }
              });
      waiter.start();
      eventually(() -> assertThat(waiter.getState()).isEqualTo(Thread.State.TIMED_WAITING));
      boolean unused =
          runspace.invoke(
              context -> {
                runspace.bus().post("an event");
                return true;
              });
      waiter.join(PATIENCE.toMillis());

      assertThat(diary).hasSize(2);
    }
  }

  @Nested
  class AScriptThat {
    @Test
    void hasGoneOnIntoAnotherRunspaceFindsTheRightOneInHandlers() throws Exception {
      runspace.events().on(String.class, text -> diary.add(Runspaces.current().orElseThrow()));
      try (Runspace inner =
          Runspaces.builder("inner").threads(ThreadPolicy.CURRENT).deliverAtOnce().open()) {
        assertThat(
                diaryOf(
                    context ->
                        inner.invoke(
                            within -> {
                              runspace.bus().post("to the outer one");
                              return diary.add(Runspaces.current().orElseThrow());
                            })))
            .containsExactly(runspace, inner);
      }
    }

    @Test
    void isAskedToStopIsNotHeldUpByHandlers() throws Exception {
      isNotHeldUpBy(() -> runspace.events().post("too late to be told at once"));
    }

    @Test
    void isAskedToStopIsNotHeldUpByHandlersOfTheBus() throws Exception {
      isNotHeldUpBy(() -> runspace.bus().post("too late to be told at once"));
    }

    private void isNotHeldUpBy(Runnable post) throws Exception {
      runspace.events().on(String.class, diary::add);
      var entered = new Gate();
      Invocation<?> invocation =
          runspace.begin(
              context -> {
                entered.open();
                while (!Thread.currentThread().isInterrupted()) {
                  Thread.onSpinWait();
                }
                post.run();
                return Thread.currentThread().isInterrupted() && diary.isEmpty();
              });
      entered.pass();
      invocation.stop();

      eventually(() -> assertThat(diary).containsExactly("too late to be told at once"));
    }
  }

  @Nested
  class TheCounts {
    @Test
    void areThoseOfAnyRunspace() throws Exception {
      EventCounts before = runspace.events().counts();
      runspace.events().on(String.class, diary::add);
      runspace
          .events()
          .on(
              Integer.class,
              number -> {
                throw new IllegalStateException("no number is welcome");
              });
      runspace.events().on(ErrorOccurred.class, error -> {});
      int unused =
          runspace.invoke(
              context -> {
                IntStream.range(0, 10).forEach(i -> runspace.bus().post("text"));
                runspace.bus().post(1);
                return 0;
              });

      eventually(
          () -> {
            EventCounts after = runspace.events().counts();
            // And the error.
            assertThat(after.raised() - before.raised()).isEqualTo(12);
            assertThat(after.delivered() - before.delivered()).isEqualTo(12);
            assertThat(after.failed()).isEqualTo(1);
            assertThat(after.pending()).isZero();
          });
    }
  }

  /** A listener as Guava's users write them. */
  @Test
  void subscribersOfGuavaAreToldAtOnce() throws Exception {
    runspace.bus().register(new Greeter());

    assertThat(
            diaryOf(
                context -> {
                  runspace.bus().post("hello");
                  return diary.add("then");
                }))
        .containsExactly("heard hello", "then");
  }

  private final class Greeter {
    @Subscribe
    void on(String text) {
      diary.add("heard " + text);
    }
  }
}
