package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.eventbus.DeadEvent;
import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.event.Event;
import dev.runspaces.event.EventCounts;
import dev.runspaces.event.EventsDropped;
import dev.runspaces.event.Overflow;
import dev.runspaces.thread.ThreadPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a runspace's own code posts on its bus: Guava's promise, that who is told has been told. */
@Timeout(30)
class OwnPostsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int SOME = 100;

  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final Runspace worker = Runspaces.builder("worker").uncaught(error -> {}).open();
  private final EventBus bus = worker.bus();

  @AfterEach
  void close() {
    worker.close();
  }

  /** Writes down the strings that it is told. */
  private final class Strings {
    private final String prefix;

    Strings(String prefix) {
      this.prefix = prefix;
    }

    @Subscribe
    void on(String event) {
      log.add(prefix + event);
    }
  }

  /** Posts a string for each number. */
  private final class Answers {
    @Subscribe
    void on(Integer event) {
      bus.post("answer to " + event);
      log.add("end of " + event);
    }
  }

  /** How many subscribers there are changes the way of an event, and nothing else. */
  enum Crowd {
    ONE,
    SEVERAL,
    /** Among them one who is given events, and so is told in another way. */
    MIXED,
    /** Among them one who is told elsewhere. */
    SCATTERED;

    void join(Runspace worker) {
      if (this != ONE) {
        worker.bus().register(new Deaf());
        worker.bus().register(new Deaf());
      }
      if (this == MIXED) {
        Object unused = worker.events().on("Nothing", event -> {});
      } else if (this == SCATTERED) {
        Object unused =
            worker.events().on(String.class).deliverOn(Runnable::run).handle(event -> {});
      }
    }
  }

  /** Is told of strings, and writes down nothing. */
  private static final class Deaf {
    @Subscribe
    void on(String event) {}
  }

  static List<Overflow> limits() {
    return List.of(
        Overflow.dropNewest(1),
        Overflow.dropOldest(1),
        Overflow.latestByKey(1, Event::sourceIdentifier),
        Overflow.block(1, PATIENCE),
        Overflow.fail(1));
  }

  @Nested
  class When {

    @ParameterizedTest
    @EnumSource
    void postReturnsTheyHaveBeenTold(Crowd crowd) throws Exception {
      crowd.join(worker);
      bus.register(new Strings("told "));
      worker.invoke(
          Script.action(
              context -> {
                for (String event : List.of("one", "two", "three")) {
                  bus.post(event);
                  log.add("posted " + event);
                }
              }));

      assertThat(log)
          .containsExactly(
              "told one", "posted one", "told two", "posted two", "told three", "posted three");
    }

    @ParameterizedTest
    @EnumSource
    void somethingWasRaisedBeforeThatIsToldBefore(Crowd crowd) throws Exception {
      crowd.join(worker);
      bus.register(new Strings("told "));
      worker.events().on("Raised", event -> log.add("raised " + event.argument(0)));
      worker.invoke(
          Script.action(
              context -> {
                context.events().raise("Raised", 1);
                context.events().raise("Raised", 2);
                bus.post("one");
                log.add("posted");
                context.events().raise("Raised", 3);
                log.add("end");
              }));
      worker.invoke(context -> "what was raised has been told");

      assertThat(log)
          .containsExactly("raised 1", "raised 2", "told one", "posted", "end", "raised 3");
    }

    @Test
    void anotherThreadPostsItDoesNotWait() throws Exception {
      var gate = new Gate();
      bus.register(new Strings("told "));
      Invocation<?> busy = worker.begin(Script.action(context -> gate.pass()));
      bus.post("one");
      log.add("posted");
      gate.open();
      busy.await();

      eventually(() -> assertThat(log).containsExactly("posted", "told one"));
    }

    @Test
    void othersGoOnPostingItWaitsForItsOwnAnswersOnly() throws Exception {
      ExecutorService other = ThreadChoice.threads(1);
      var foreign = new AtomicInteger();
      bus.register(
          new Object() {
            @Subscribe
            void on(Integer event) throws Exception {
              if (foreign.incrementAndGet() < SOME) {
                other.submit(() -> bus.post(event + 1)).get();
              }
              bus.post("answer to " + event);
            }
          });
      bus.register(new Strings("told "));
      worker.invoke(
          Script.action(
              context -> {
                other.submit(() -> bus.post(1)).get();
                bus.post("mine");
                log.add("posted");
              }));

      eventually(() -> assertThat(log).hasSize(SOME + 2));
      assertThat(log).startsWith("told mine", "told answer to 1", "posted", "told answer to 2");
      other.shutdown();
    }

    @Test
    void aLongChainOfAnswersIsToldToItsEnd() throws Exception {
      bus.register(
          new Object() {
            @Subscribe
            void on(Integer event) {
              if (event > 0) {
                bus.post(event - 1);
              } else {
                log.add("end");
              }
            }
          });
      worker.invoke(
          Script.action(
              context -> {
                bus.post(20_000);
                log.add("posted");
              }));

      assertThat(log).containsExactly("end", "posted");
    }

    @Test
    void aScriptWaitsBehindItThatIsNotRunInItsMidst() throws Exception {
      bus.register(new Strings("told "));
      worker.events().on("Raised", event -> log.add("raised"));
      worker.invoke(
          Script.action(
              context -> {
                worker.begin(Script.action(other -> log.add("another script")));
                context.events().raise("Raised");
                bus.post("one");
                log.add("posted");
              }));
      worker.invoke(context -> "the other one has been run");

      assertThat(log).containsExactly("raised", "told one", "posted", "another script");
    }

    @Test
    void theThreadRunsAnotherRunspaceJustNowItDoesNotWait() throws Exception {
      try (Runspace here = Runspaces.builder("here").threads(ThreadPolicy.CURRENT).open();
          Runspace there = Runspaces.builder("there").threads(ThreadPolicy.CURRENT).open()) {
        here.bus().register(new Strings("told "));
        here.invoke(
            Script.action(
                context -> {
                  there.invoke(
                      Script.action(
                          other -> {
                            here.bus().post("one");
                            log.add("posted elsewhere");
                          }));
                  here.bus().post("two");
                  log.add("posted here");
                }));
      }

      assertThat(log).containsExactly("posted elsewhere", "told one", "told two", "posted here");
    }
  }

  @Nested
  class InHandlers {

    @Test
    void theyComeAfterTheEventThatIsTold() throws Exception {
      bus.register(new Answers());
      bus.register(new Strings("told "));
      bus.register(new Answers());
      worker.invoke(
          Script.action(
              context -> {
                bus.post(1);
                log.add("posted");
              }));

      assertThat(log)
          .containsExactly(
              "end of 1", "end of 1", "told answer to 1", "told answer to 1", "posted");
    }

    @Test
    void whoWaitsIsToldOfLaterEventsAfterTheOthersHaveBeenToldOfThisOne() throws Exception {
      bus.register(
          new Object() {
            @Subscribe
            void on(Integer event) throws InterruptedException {
              worker.events().raise("Later");
              assertThat(worker.events().await("Later", PATIENCE)).isPresent();
              log.add("has waited");
            }
          });
      bus.register(
          new Object() {
            @Subscribe
            void on(Integer event) {
              log.add("second " + event);
            }
          });
      worker.invoke(
          Script.action(
              context -> {
                bus.post(1);
                log.add("posted");
              }));

      assertThat(log).containsExactly("second 1", "has waited", "posted");
    }

    @Test
    void whoWaitsForSuchAnEventIsNotGivenTheOneThatItHas() throws Exception {
      bus.register(
          new Object() {
            @Subscribe
            void on(Integer event) throws InterruptedException {
              log.add("waits");
              log.add(worker.events().await("Integer", Duration.ofMillis(1)).isPresent());
            }
          });
      worker.invoke(Script.action(context -> bus.post(1)));

      assertThat(log).containsExactly("waits", false);
    }

    @Test
    void noHandlerRunsUnderTheLockOfASharedState() throws Exception {
      var state = new SharedState();
      var besides = new SharedState();
      bus.register(new Strings("told "));
      worker.invoke(
          Script.action(
              context -> {
                Object unused =
                    state.update(
                        "count",
                        before -> {
                          bus.post("in the update");
                          besides.put("count", 1);
                          bus.post("in it still");
                          log.add("updates");
                          return 1;
                        });
                log.add("has updated");
                bus.post("after it");
                log.add("posted");
              }));

      assertThat(log)
          .containsExactly(
              "updates",
              "has updated",
              "told in the update",
              "told in it still",
              "told after it",
              "posted");
    }

    @Test
    void whoIsRegisteredThereIsToldOfTheNextOne() throws Exception {
      bus.register(
          new Object() {
            @Subscribe
            void on(String event) {
              bus.unregister(this);
              bus.register(new Strings("told "));
            }
          });
      worker.invoke(
          Script.action(
              context -> {
                bus.post("one");
                bus.post("two");
              }));

      assertThat(log).containsExactly("told two");
    }

    @Test
    void whoCatchesUpIsToldOfThemAfterThat() throws Exception {
      Object unused = worker.events().remember("*", 10);
      worker.invoke(Script.action(context -> List.of(1, 2).forEach(bus::post)));
      worker
          .events()
          .on(Integer.class)
          .withHistory()
          .handle(
              number -> {
                log.add("begin " + number);
                if (number < 10) {
                  bus.post(number + 10);
                }
                log.add("end " + number);
              });

      eventually(
          () ->
              assertThat(log)
                  .containsExactly(
                      "begin 1",
                      "end 1",
                      "begin 2",
                      "end 2",
                      "begin 11",
                      "end 11",
                      "begin 12",
                      "end 12"));
    }

    @Test
    void failuresAreErrorEventsWithTheirEventAndTheOthersAreTold() throws Exception {
      var errors = new Heard<ErrorOccurred>();
      worker.events().on(ErrorOccurred.class, errors);
      Object failing =
          new Object() {
            @Subscribe
            void on(String event) {
              throw new IllegalStateException(event);
            }
          };
      bus.register(failing);
      worker.invoke(Script.action(context -> bus.post("alone")));
      bus.register(new Strings("told "));
      worker.invoke(
          Script.action(
              context -> {
                bus.post("with another");
                log.add("posted");
              }));

      assertThat(log).containsExactly("told with another", "posted");
      assertThat(errors.await(2))
          .extracting(error -> Objects.requireNonNull(error.event()).payload())
          .containsExactly("alone", "with another");
    }

    @Test
    void theRunspaceMayBeClosedAndTakesMoreUntilTheScriptHasEnded() throws Exception {
      bus.register(
          new Object() {
            @Subscribe
            void on(Integer event) {
              worker.close();
            }
          });
      bus.register(new Strings("told "));
      worker.begin(
          Script.action(
              context -> {
                bus.post(1);
                bus.post("one more");
                log.add("posted");
              }));

      eventually(() -> assertThat(worker.state()).isEqualTo(RunspaceState.CLOSED));
      eventually(() -> assertThat(log).containsExactly("told one more", "posted"));
    }
  }

  @Nested
  class Threads {

    @ParameterizedTest
    @EnumSource
    void areAsAHandlerExpectsThem(Crowd crowd) throws Exception {
      crowd.join(worker);
      ClassLoader loader = Thread.currentThread().getContextClassLoader();
      bus.register(
          new Object() {
            @Subscribe
            void on(String event) {
              log.add(Thread.currentThread().isInterrupted());
              log.add(Thread.currentThread().getContextClassLoader() == loader);
              Thread.currentThread().setContextClassLoader(null);
            }
          });
      worker.invoke(
          Script.action(
              context -> {
                bus.post("usual");
                log.add(Thread.currentThread().getContextClassLoader() == loader);
                Thread.currentThread().setContextClassLoader(null);
                Thread.currentThread().interrupt();
                bus.post("interrupted, with another loader");
                log.add(Thread.interrupted());
                log.add(Thread.currentThread().getContextClassLoader());
              }));

      assertThat(log).containsExactly(false, true, true, false, true, true, null);
    }
  }

  @Nested
  class Beside {

    @Test
    void whoAsksForTheEventHasItsNumberAndItsTimeHoweverLate() throws Exception {
      var events = new Heard<Event>();
      worker.events().on("String", events);
      worker.events().on(Integer.class, number -> log.add("told " + number));
      List<Instant> times =
          worker.invoke(
              context -> {
                Instant before = Instant.now();
                bus.post("one");
                bus.post(2);
                log.add(events.all().size());
                bus.post("three");
                return List.of(before, Instant.now());
              });

      assertThat(log).containsExactly("told 2", 1);
      assertThat(events.all()).extracting(Event::payload).containsExactly("one", "three");
      assertThat(events.all().get(1).sequence()).isEqualTo(events.all().get(0).sequence() + 2);
      assertThat(events.all())
          .allSatisfy(event -> assertThat(event.time()).isBetween(times.get(0), times.get(1)));
      assertThat(events.all()).allSatisfy(event -> assertThat(event.source()).isEqualTo("worker"));
    }

    @Test
    void theParentIsToldOfThemInOrderWithAllOthers() throws Exception {
      var parent = new Heard<Event>();
      worker.events().on("String", parent);
      worker.events().on("Two", parent);
      Runspace child = worker.open("child");
      child.bus().register(new Strings("told "));
      child.invoke(
          Script.action(
              context -> {
                child.bus().post("one");
                context.events().raise("Two");
                child.bus().post("three");
                log.add("posted");
              }));

      assertThat(log).containsExactly("told one", "told three", "posted");
      assertThat(parent.await(3))
          .extracting(Event::sourceIdentifier)
          .containsExactly("String", "Two", "String");
      assertThat(parent.all()).extracting(Event::sequence).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theParentHearsThemInTheOrderInWhichTheyAreToldWhoeverPostsMeanwhile() throws Exception {
      var heardAbove = new CopyOnWriteArrayList<Integer>();
      var heardHere = new CopyOnWriteArrayList<Integer>();
      worker.events().on(Integer.class, heardAbove::add);
      Runspace child = worker.open("child");
      child.events().on(Integer.class, heardHere::add);
      for (int round = 0; round < 50; round++) {
        var other = new Thread(() -> postFrom(child.bus(), 1_000));
        child.invoke(
            Script.action(
                context -> {
                  other.start();
                  postFrom(child.bus(), 0);
                }));
        other.join();
      }

      for (List<Integer> heard : List.of(heardAbove, heardHere)) {
        eventually(() -> assertThat(heard).hasSize(50 * 2 * SOME));
      }
      assertThat(heardHere).isEqualTo(heardAbove);
    }

    private void postFrom(EventBus some, int first) {
      for (int i = 0; i < SOME; i++) {
        some.post(first + i);
      }
    }

    @ParameterizedTest
    @MethodSource("dev.runspaces.OwnPostsTest#limits")
    void whatWaitsHereIsToldFirstWhereThereIsRoomForNoMore(Overflow overflow) throws Exception {
      try (Runspace limited = Runspaces.builder("limited").overflow(overflow).open()) {
        limited.events().on("Waiting", event -> log.add("told waiting"));
        limited.bus().register(new Strings("told "));
        limited.invoke(
            Script.action(
                context -> {
                  limited.events().raise("Waiting");
                  limited.bus().post("one");
                  limited.bus().post("two");
                  log.add("posted");
                }));

        assertThat(log).containsExactly("told waiting", "told one", "told two", "posted");
        assertThat(limited.events().counts().dropped()).isZero();
      }
    }

    @Test
    void aParentThatDropsThemTellsOfThatAtOnce() throws Exception {
      try (Runspace parent =
          Runspaces.builder("dropping").overflow(Overflow.dropNewest(1)).open()) {
        parent.events().on(EventsDropped.class, dropped -> log.add(dropped.count()));
        parent.bus().register(new Deaf());
        Runspace child = parent.open("child");
        child.bus().register(new Deaf());
        var gate = new Gate();
        gate.holdUp(parent);
        child.invoke(
            Script.action(
                context -> {
                  for (int i = 0; i < 4; i++) {
                    child.bus().post("event");
                  }
                }));
        gate.open();

        eventually(() -> assertThat(log).containsExactly(3L));
      }
    }

    @Test
    void theParentIsToldOfAnObjectAsWell() throws Exception {
      bus.register(new Strings("parent told "));
      Runspace child = worker.open("child");
      child.bus().register(new Strings("told "));
      child.invoke(Script.action(context -> child.bus().post("one")));

      eventually(() -> assertThat(log).containsExactlyInAnyOrder("told one", "parent told one"));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyElseADeadEventIsToldBeforePostReturns(Crowd crowd) throws Exception {
      crowd.join(worker);
      bus.register(
          new Object() {
            @Subscribe
            void bury(DeadEvent dead) {
              log.add("dead " + dead.getEvent());
            }
          });
      worker.invoke(
          Script.action(
              context -> {
                bus.post(1);
                log.add("posted");
              }));

      assertThat(log).containsExactly("dead 1", "posted");
    }

    @ParameterizedTest
    @EnumSource
    void theyAreCountedAsOthersAre(Crowd crowd) throws Exception {
      crowd.join(worker);
      bus.register(new Strings("told "));
      EventCounts before = worker.events().counts();
      worker.invoke(
          Script.action(
              context -> {
                bus.post("one");
                bus.post("two");
                context.events().raise("Unheard");
              }));
      worker.invoke(context -> "all is delivered");
      EventCounts after = worker.events().counts();

      assertThat(after.raised() - before.raised()).isEqualTo(3);
      assertThat(after.delivered() - before.delivered()).isEqualTo(3);
      assertThat(after.pending()).isZero();
    }
  }
}
