package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.thread.ThreadPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A runspace that waits for somebody who waits for a script of this runspace runs that script. */
@Timeout(30)
class WaitingInCirclesTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> opened = new ArrayList<>();

  static List<ThreadChoice> choices() {
    return ThreadChoice.available();
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  private Runspace open(String name) {
    return open(ThreadChoice.REUSE, name);
  }

  private Runspace open(ThreadChoice threads, String name) {
    return closedLater(threads.open(name));
  }

  private <C extends AutoCloseable> C closedLater(C opening) {
    opened.add(opening);
    return opening;
  }

  @ParameterizedTest
  @MethodSource("choices")
  void anInvocationThatComesBackThroughAnotherRunspace(ThreadChoice threads) throws Exception {
    Runspace here = open(threads, "here");
    Runspace there = open(threads, "there");

    int answer = here.invoke(a -> there.invoke(b -> here.invoke(c -> 41)) + 1, LONG);

    assertThat(answer).isEqualTo(42);
  }

  @ParameterizedTest
  @MethodSource("choices")
  void asOftenAsItComesBack(ThreadChoice threads) throws Exception {
    Runspace here = open(threads, "here");
    Runspace there = open(threads, "there");

    assertThat((int) here.invoke(context -> exchange(there, here, 20), LONG)).isEqualTo(20);
  }

  private static int exchange(Runspace next, Runspace last, int times) throws InterruptedException {
    return times == 0 ? 0 : 1 + next.invoke(context -> exchange(last, next, times - 1));
  }

  @ParameterizedTest
  @MethodSource("choices")
  void theScriptRunsInItsRunspace(ThreadChoice threads) throws Exception {
    Runspace here = open(threads, "here");
    Runspace there = open("there");

    Runspace current =
        here.invoke(a -> there.invoke(b -> here.invoke(c -> Runspaces.current().get())), LONG);

    assertThat(current).isEqualTo(here);
  }

  @Test
  void theScriptRunsOnTheThreadThatWaits() throws Exception {
    Runspace here = open("here");
    Runspace there = open("there");

    boolean same =
        here.invoke(
            a -> {
              Thread waits = Thread.currentThread();
              return there.invoke(b -> here.invoke(c -> Thread.currentThread() == waits));
            },
            LONG);

    assertThat(same).isTrue();
  }

  @Test
  void nothingElseIsStartedInItsMiddle() throws Exception {
    Runspace here = open("here");
    Runspace there = open("there");

    here.invoke(
        a -> {
          here.begin(later -> log.add("later"));
          there.invoke(b -> here.invoke(c -> log.add("awaited")));
          return log.add("end");
        },
        LONG);
    Object unused = here.invoke(context -> "what was begun before is done");

    assertThat(log).containsExactly("awaited", "end", "later");
  }

  @Test
  void whereAThreadHasGoneOnIntoASecondRunspaceItServesBoth() throws Exception {
    Runspace outer = open(ThreadChoice.CURRENT, "outer");
    Runspace inner = open(ThreadChoice.CURRENT, "inner");
    Runspace there = open("there");

    Runspace current =
        outer.invoke(
            a -> inner.invoke(b -> there.invoke(c -> outer.invoke(d -> Runspaces.current().get()))),
            LONG);

    assertThat(current).isEqualTo(outer);
  }

  @Test
  void aParentAndItsChild() throws Exception {
    Runspace parent = open("parent");
    Runspace child = parent.open("child");

    assertThat((int) parent.invoke(a -> child.invoke(b -> parent.invoke(c -> 1)), LONG)).isOne();
    assertThat((int) child.invoke(a -> parent.invoke(b -> child.invoke(c -> 2)), LONG))
        .isEqualTo(2);
  }

  @Test
  void aStartUpThatCallsTheParentWhichOpensIt() throws Exception {
    Runspace parent = open("parent");

    RunspaceState state =
        parent.invoke(
            context -> {
              Runspace child =
                  parent
                      .builder("child")
                      .startup(Script.action(start -> parent.invoke(back -> log.add("back"))))
                      .open();
              return child.state();
            },
            LONG);

    assertThat(state).isEqualTo(RunspaceState.OPENED);
    assertThat(log).containsExactly("back");
  }

  @Test
  void aJobThatCallsBack() throws Exception {
    Runspace here = open("here");

    boolean ended =
        here.invoke(
            context -> {
              Job<Integer> job = closedLater(Jobs.start("job", there -> here.invoke(back -> 1)));
              return job.awaitEnd(LONG);
            },
            LONG);

    assertThat(ended).isTrue();
  }

  @Test
  void aPoolWhoseScriptCallsTheRunspaceThatCalledThePool() throws Exception {
    Runspace host = open("host");
    RunspacePool pool = closedLater(Runspaces.pool("pool").maximum(1).open());

    assertThat((int) host.invoke(a -> pool.invoke(b -> host.invoke(c -> 1)), LONG)).isOne();
  }

  @Test
  void aPoolThatIsResizedWhereItsStartUpCallsBack() throws Exception {
    Runspace host = open("host");
    RunspacePool pool =
        closedLater(
            Runspaces.pool("pool")
                .maximum(1)
                .members(
                    member ->
                        member.startup(Script.action(start -> host.invoke(b -> log.add("back")))))
                .open());

    host.invoke(Script.action(context -> pool.resize(2, 2, LONG)), LONG);

    assertThat(pool.size()).isEqualTo(2);
    assertThat(log).containsExactly("back", "back");
  }

  @Test
  void aPoolThatIsOpenedWhereItsStartUpCallsBack() throws Exception {
    Runspace host = open("host");

    int size =
        host.invoke(
            context ->
                closedLater(
                        Runspaces.pool("pool")
                            .minimum(1)
                            .members(
                                member ->
                                    member.startup(
                                        Script.action(start -> host.invoke(b -> log.add("back")))))
                            .open())
                    .size(),
            LONG);

    assertThat(size).isOne();
  }

  @Test
  void aRunOverItemsWhoseScriptCallsBack() throws Exception {
    Runspace host = open("host");
    RunspacePool pool = closedLater(Runspaces.pool("pool").maximum(2).open());

    List<Integer> values =
        host.invoke(
            a -> pool.forEach(List.of(1, 2, 3), (item, b) -> host.invoke(c -> 10 * item)), LONG);

    assertThat(values).containsExactly(10, 20, 30);
  }

  @Test
  void twoRunspacesOfAPoolThatCallEachOther() throws Exception {
    RunspacePool pool = closedLater(Runspaces.pool("pool").minimum(2).maximum(2).open());
    List<Runspace> members = pool.runspace().children();

    assertThat(crosswise(members.get(0), members.get(1))).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("choices")
  void twoRunspacesThatCallEachOtherAtTheSameTime(ThreadChoice threads) throws Exception {
    assertThat(crosswise(open(threads, "left"), open(threads, "right"))).isEqualTo(3);
  }

  /** Each calls the other when both are inside. */
  private static int crosswise(Runspace left, Runspace right) throws Exception {
    var inside = new CountDownLatch(2);
    CompletableFuture<Integer> one = onItsOwnThread(() -> call(left, right, inside));
    CompletableFuture<Integer> two = onItsOwnThread(() -> 2 * call(right, left, inside));
    return one.get(20, TimeUnit.SECONDS) + two.get(20, TimeUnit.SECONDS);
  }

  private static int call(Runspace from, Runspace to, CountDownLatch inside)
      throws InterruptedException {
    return from.invoke(
        context -> {
          inside.countDown();
          assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
          return to.invoke(there -> 1);
        });
  }

  private interface Call {
    int answer() throws Exception;
  }

  private static CompletableFuture<Integer> onItsOwnThread(Call call) {
    var answer = new CompletableFuture<Integer>();
    var thread =
        new Thread(
            () -> {
              try {
                answer.complete(call.answer());
              } catch (Throwable failure) {
                answer.completeExceptionally(failure);
              }
            },
            "caller");
    thread.setDaemon(true);
    thread.start();
    return answer;
  }

  @Test
  void twoHandlersThatCallEachOthersRunspace() throws Exception {
    Runspace left = open("left");
    Runspace right = open("right");
    var inside = new CountDownLatch(2);
    var answers = new CountDownLatch(2);
    hearAndCall(left, right, List.of(inside, answers));
    hearAndCall(right, left, List.of(inside, answers));
    left.events().raise("Call");
    right.events().raise("Call");

    assertThat(answers.await(20, TimeUnit.SECONDS)).isTrue();
  }

  private static void hearAndCall(Runspace from, Runspace to, List<CountDownLatch> latches) {
    from.events()
        .on(
            "Call",
            event -> {
              latches.get(0).countDown();
              assertThat(latches.get(0).await(10, TimeUnit.SECONDS)).isTrue();
              Object unused = to.invoke(context -> "answer");
              latches.get(1).countDown();
            });
  }

  @Test
  void aHandlerThatRunsInTheMidstOfTheWait() throws Exception {
    Runspace here = open("here");
    Runspace there = open("there");
    here.events().on("Call", event -> there.invoke(b -> here.invoke(c -> log.add("inner"))));

    here.invoke(
        a -> {
          here.events().raise("Call");
          return there.invoke(b -> here.invoke(c -> log.add("outer")));
        },
        LONG);

    assertThat(log).containsExactlyInAnyOrder("inner", "outer");
  }

  @Test
  void aPoolThatGivesAScriptToARunspaceWhichWaitsAlready() throws Exception {
    var outer = new CompletableFuture<Invocation<String>>();
    var direct = new CompletableFuture<Invocation<String>>();
    Runspace elsewhere = open("elsewhere");
    RunspacePool pool =
        closedLater(
            Runspaces.pool("pool")
                .maximum(2)
                .members(
                    member ->
                        member.startup(
                            Script.action(
                                context -> whenOpened(() -> direct.complete(waitFor(outer))))))
                .open());
    outer.complete(elsewhere.begin(there -> pool.invoke(context -> "from the pool")));

    assertThat(direct.get(20, TimeUnit.SECONDS).await(LONG)).isEqualTo("from the pool");
  }

  private static void whenOpened(Runnable action) {
    Runspaces.current()
        .get()
        .onStateChanged(
            change -> {
              if (change.to() == RunspaceState.OPENED) {
                action.run();
              }
            });
  }

  /** Has the only runspace of the pool wait, before the pool knows that it is free. */
  private Invocation<String> waitFor(CompletableFuture<Invocation<String>> script) {
    var thread = new CompletableFuture<Thread>();
    Invocation<String> waiting =
        openedMember()
            .begin(
                context -> {
                  Invocation<String> awaited = script.get(10, TimeUnit.SECONDS);
                  thread.complete(Thread.currentThread());
                  return awaited.await();
                });
    Thread waits = thread.join();
    eventually(
        () -> assertThat(waits.getState()).isIn(Thread.State.WAITING, Thread.State.TIMED_WAITING));
    return waiting;
  }

  private static Runspace openedMember() {
    return Runspaces.find("pool-1").orElseThrow();
  }

  @Test
  void aStartUpThatWaitsForAScriptOfItsPool() throws Exception {
    var queued = new CompletableFuture<Invocation<String>>();
    RunspacePool pool =
        closedLater(
            Runspaces.pool("pool")
                .maximum(2)
                .members(
                    member ->
                        member.startup(
                            Script.action(
                                context -> log.add(queued.get(10, TimeUnit.SECONDS).await(LONG)))))
                .open());
    queued.complete(pool.begin(context -> "from the pool"));

    assertThat(queued.join().await(LONG)).isEqualTo("from the pool");
    eventually(() -> assertThat(log).containsExactly("from the pool"));
  }

  @Test
  void aScriptThatNobodyWaitsForIsLeftToItsTurn() throws Exception {
    Runspace here = open("here");
    Runspace there = open("there");
    Invocation<Boolean> back =
        here.invoke(
            a -> {
              var begun = new CompletableFuture<Invocation<Boolean>>();
              there.begin(b -> begun.complete(here.begin(c -> log.add("back"))));
              Invocation<Boolean> later = begun.get(10, TimeUnit.SECONDS);
              log.add(there.invoke(b -> "end"));
              return later;
            },
            LONG);
    back.await(LONG);

    assertThat(log).containsExactly("end", "back");
  }

  @Test
  void manyInARing() throws Exception {
    var ring = new ArrayList<Runspace>();
    for (int i = 0; i < 8; i++) {
      ring.add(Runspaces.builder("ring-" + i).threads(ThreadPolicy.POOLED).open());
    }
    opened.addAll(ring);
    var all = new ArrayList<Invocation<Integer>>();
    for (int i = 0; i < ring.size(); i++) {
      int from = i;
      all.add(ring.get(i).begin(context -> around(ring, from, 24)));
    }

    for (Invocation<Integer> each : all) {
      assertThat(each.await(LONG)).isEqualTo(24);
    }
  }

  private static int around(List<Runspace> ring, int from, int steps) throws InterruptedException {
    int next = (from + 1) % ring.size();
    return steps == 0 ? 0 : 1 + ring.get(next).invoke(context -> around(ring, next, steps - 1));
  }
}
