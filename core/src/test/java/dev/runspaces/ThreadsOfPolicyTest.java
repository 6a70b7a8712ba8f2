package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runspaces.thread.ThreadPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The threads that each policy stands for. */
@Timeout(60)
class ThreadsOfPolicyTest {
  private final List<Runspace> opened = new ArrayList<>();
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final Gate started = new Gate();
  private final Gate gate = new Gate();

  @AfterEach
  void close() {
    gate.open();
    opened.forEach(Runspace::close);
  }

  private Runspace open(ThreadPolicy policy) {
    Runspace runspace = Runspaces.builder("policy").threads(policy).open();
    opened.add(runspace);
    return runspace;
  }

  private static Script<Thread> itsThread() {
    return context -> Thread.currentThread();
  }

  @ParameterizedTest
  @MethodSource("dev.runspaces.ThreadChoice#available")
  void noneIsStartedBeforeThereIsSomethingToDo(ThreadChoice threads) {
    Runspace runspace = threads.open("policy-idle");
    opened.add(runspace);

    runspace.events().raise("Nobody");

    assertThat(LiveThreads.startingWith("runspace-policy-idle")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.runspaces.ThreadChoice#available")
  void thoseThatTheRunspaceMakesAreDaemonsAndTakeNothingOver(ThreadChoice threads)
      throws Exception {
    if (!threads.makesItsThreads()) {
      return;
    }
    var ofTheRaiser = new InheritableThreadLocal<String>();
    Runspace runspace = threads.open("policy");
    opened.add(runspace);
    runspace
        .events()
        .on("Ready", event -> log.add(ofTheRaiser.get() + Thread.currentThread().isDaemon()));
    var raiser =
        new Thread(
            () -> {
              ofTheRaiser.set("taken over");
              runspace.events().raise("Ready");
            });
    raiser.start();
    raiser.join();

    eventually(() -> assertThat(log).containsExactly("nulltrue"));
  }

  @Nested
  class Reuse {

    @Test
    void isTheDefault() throws Exception {
      Runspace runspace = Runspaces.open("policy");
      opened.add(runspace);

      assertThat(runspace.invoke(itsThread())).isSameAs(runspace.invoke(itsThread()));
    }
  }

  @Nested
  class New {

    @Test
    void hasAThreadForEachPiece() throws Exception {
      Runspace runspace = open(ThreadPolicy.NEW);
      Set<Thread> threads = ConcurrentHashMap.newKeySet();
      runspace.events().on("Ready", event -> threads.add(Thread.currentThread()));
      for (int i = 0; i < 10; i++) {
        runspace.begin(context -> threads.add(Thread.currentThread()));
        runspace.events().raise("Ready");
      }

      eventually(() -> assertThat(threads).hasSize(20));
      eventually(() -> assertThat(threads).noneMatch(Thread::isAlive));
    }
  }

  @Nested
  class Current {
    private final Runspace runspace = open(ThreadPolicy.CURRENT);

    @Test
    void runsAScriptOnTheCallingThreadBeforeBeginReturns() {
      Invocation<Thread> invocation = runspace.begin(itsThread());

      assertThat(invocation.state()).isEqualTo(InvocationState.COMPLETED);
      assertThat(invocation.outcome().orElseThrow().value()).isSameAs(Thread.currentThread());
    }

    @Test
    void leavesItToTheThreadThatIsJustInside() throws Exception {
      var inside =
          new Thread(
              () ->
                  runspace.begin(
                      Script.action(
                          context -> {
                            started.open();
                            gate.pass();
                          })));
      inside.start();
      started.pass();

      Invocation<Thread> next = runspace.begin(itsThread());
      assertThat(next.state()).isEqualTo(InvocationState.NOT_STARTED);
      gate.open();

      // Not awaited: who waits for it does it too, if the other has just left.
      eventually(() -> assertThat(next.outcome()).isPresent());
      assertThat(next.await()).isSameAs(inside);
    }

    @Test
    void deliversWithTheNextScript() {
      runspace.events().on("Ready", event -> log.add(Thread.currentThread()));
      runspace.events().raise("Ready");
      assertThat(log).isEmpty();

      runspace.begin(context -> log.add("script"));

      assertThat(log).containsExactly(Thread.currentThread(), "script");
    }

    @Test
    void deliversWhileAThreadWaitsForAnEvent() throws Exception {
      runspace.events().on("Ready", event -> runspace.events().raise("Answer"));
      runspace.events().raise("Ready");

      assertThat(runspace.events().await("Answer", Duration.ofSeconds(10))).isPresent();
    }

    @Test
    void deliversWhatOthersRaiseWhileAThreadPumps() throws Exception {
      runspace.events().on("Ready", event -> log.add(Thread.currentThread()));
      runspace.events().on("Enough", event -> runspace.events().raise("Answer"));
      var raiser =
          new Thread(
              () -> {
                runspace.events().raise("Ready");
                runspace.events().raise("Enough");
              });
      raiser.start();

      assertThat(runspace.events().await("Answer", Duration.ofSeconds(10))).isPresent();
      assertThat(log).containsExactly(Thread.currentThread());
    }

    @Test
    void returnsAnInterruptToTheCallerThatHadItBefore() {
      Thread.currentThread().interrupt();
      runspace.begin(context -> log.add(Thread.currentThread().isInterrupted()));

      assertThat(Thread.interrupted()).isTrue();
      assertThat(log).containsExactly(false);
    }

    @Test
    void keepsAStopFromTheCaller() throws Exception {
      var stopper =
          new Thread(
              () -> {
                gate.passInSpiteOfInterrupts();
                runspace.invocations().get(0).stop();
                started.open();
              });
      stopper.start();

      runspace.begin(
          Script.action(
              context -> {
                gate.open();
                started.passInSpiteOfInterrupts();
              }));

      assertThat(Thread.interrupted()).isFalse();
    }
  }

  @Nested
  class Pooled {
    private static final int MANY = 1_000;

    private List<Runspace> openMany(int count) {
      var many = new ArrayList<Runspace>();
      for (int i = 0; i < count; i++) {
        many.add(open(ThreadPolicy.POOLED));
      }
      return many;
    }

    @Test
    void needsFewThreadsForManyRunspaces() throws Exception {
      Set<Thread> threads = ConcurrentHashMap.newKeySet();
      var invocations = new ArrayList<Invocation<?>>();
      List<Runspace> many = openMany(MANY);
      for (Runspace runspace : many) {
        invocations.add(runspace.begin(context -> threads.add(Thread.currentThread())));
      }
      for (Invocation<?> invocation : invocations) {
        invocation.await(Duration.ofSeconds(20));
      }

      int pool = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
      assertThat(threads).hasSizeLessThanOrEqualTo(2 * pool);
      assertThat(threads).allMatch(thread -> thread.getName().startsWith("runspace-pool-"));
      assertThat(LiveThreads.startingWith("runspace-policy")).isEmpty();
    }

    @Test
    void doesNotStarveWhenMoreWaitForEachOtherThanThePoolHasThreads() throws Exception {
      Script<Integer> depth = context -> 0;
      for (Runspace runspace : openMany(400)) {
        Script<Integer> below = depth;
        depth = context -> runspace.invoke(below) + 1;
      }
      Runspace top = open(ThreadPolicy.POOLED);

      assertThat(top.begin(depth).await(Duration.ofSeconds(30))).isEqualTo(400);
    }

    @Test
    void doesNotStarveWhenManyNeverRunOutOfWork() throws Exception {
      List<Runspace> restless = openMany(20);
      for (Runspace runspace : restless) {
        runspace.events().on("Tick", event -> runspace.events().raise("Tick"));
        runspace.events().raise("Tick");
      }
      try {
        Runspace other = open(ThreadPolicy.POOLED);
        for (int i = 0; i < 10; i++) {
          other.begin(context -> log.add("done")).await(Duration.ofSeconds(10));
        }
      } finally {
        restless.forEach(runspace -> runspace.events().subscriptions().get(0).close());
      }

      assertThat(log).hasSize(10);
    }

    @Test
    void keepsNoClassLoaderOfWhoUsedItFirst() throws Exception {
      Runspace runspace = open(ThreadPolicy.POOLED);
      Thread thread = runspace.invoke(itsThread());

      eventually(
          () ->
              assertThat(thread.getContextClassLoader())
                  .isSameAs(ClassLoader.getSystemClassLoader()));
    }
  }

  @Nested
  class Virtual {

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void runsOnVirtualThreadsWithTheRunspacesName() throws Exception {
      Thread thread = open(ThreadPolicy.VIRTUAL).invoke(itsThread());

      assertThat(Thread.class.getMethod("isVirtual").invoke(thread)).isEqualTo(true);
      assertThat(thread.getName()).isEqualTo("runspace-policy");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void letsThousandsWaitForEachOther() throws Exception {
      var waiting = new AtomicInteger();
      Script<Integer> depth = context -> waiting.get();
      for (int i = 0; i < 1_000; i++) {
        Runspace runspace = open(ThreadPolicy.VIRTUAL);
        Script<Integer> below = depth;
        depth =
            context -> {
              waiting.incrementAndGet();
              return runspace.invoke(below);
            };
      }

      int deepest = open(ThreadPolicy.VIRTUAL).begin(depth).await(Duration.ofSeconds(30));
      assertThat(deepest).isEqualTo(1_000);
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20)
    void isRefusedWhereThereAreNone() {
      RunspaceBuilder builder = Runspaces.builder("policy").threads(ThreadPolicy.VIRTUAL);
      int countBefore = Runspaces.count();

      assertThatThrownBy(builder::open)
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessage(
              "ThreadPolicy.VIRTUAL needs Java 21 or newer, and this is Java "
                  + Runtime.version()
                  + "; take POOLED for many runspaces with short work, or REUSE");
      assertThat(Runspaces.count()).isEqualTo(countBefore);
    }
  }
}
