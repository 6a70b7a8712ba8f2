package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runspaces.stream.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A script that is run for each of several items. */
@Timeout(30)
class ForEachTest {
  private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

  private final Gate gate = new Gate();
  private final RunspacePool pool = Runspaces.pool("items").maximum(3).open();

  @AfterEach
  void close() {
    gate.open();
    pool.close();
  }

  @Nested
  class Results {

    @Test
    void areInTheOrderOfTheItems() throws Exception {
      List<Integer> doubled = pool.forEach(HUNDRED, (item, context) -> 2 * item);

      assertThat(doubled).containsExactlyElementsOf(HUNDRED.stream().map(n -> 2 * n).toList());
    }

    @Test
    void areInTheOrderOfTheirEndsIfThatIsAskedFor() throws Exception {
      var second = new Gate();
      var first = new Gate();
      List<Integer> values =
          pool.each(List.of(1, 2, 3))
              .asCompleted()
              .onProgress(
                  progress -> {
                    // The next may end when this one has been counted.
                    (second.isOpen() ? first : second).open();
                  })
              .run(
                  (item, context) -> {
                    if (item < 3) {
                      (item == 1 ? first : second).pass();
                    }
                    return item;
                  })
              .values();

      assertThat(values).containsExactly(3, 2, 1);
    }

    @Test
    @SuppressWarnings("NullAway") // it does not see in the class file that R may be nullable
    void mayBeNull() throws Exception {
      List<Object> values = pool.forEach(List.of(1, 2), (item, context) -> null);

      assertThat(values).containsExactly(null, null);
    }

    @Test
    void ofItemsThatMayBeNull() throws Exception {
      List<String> values =
          pool.forEach(Arrays.asList("a", null), (item, context) -> "got " + item);

      assertThat(values).containsExactly("got a", "got null");
    }

    @Test
    void ofNothingAreNone() throws Exception {
      ForEachResult<Object, Object> result = pool.each(List.of()).run((item, context) -> item);

      assertThat(result.values()).isEmpty();
      assertThat(result.timedOut()).isFalse();
    }

    @Test
    void haveTheOutputOfEachItem() throws Exception {
      ForEachResult<String, Object> result =
          pool.each(List.of("a", "b"))
              .run(
                  (item, context) -> {
                    context.write("reading " + item);
                    return item.length();
                  });

      assertThat(result.outcomes())
          .extracting(each -> each.outcome().output())
          .containsExactly(List.of("reading a", 1), List.of("reading b", 1));
    }
  }

  @Nested
  class TheRunspaces {

    @Test
    void areAtMostAsManyAsThePoolHas() throws Exception {
      Set<Runspace> used = ConcurrentHashMap.newKeySet();
      var running = new HighWaterMark();
      pool.forEach(
          HUNDRED,
          (item, context) -> {
            running.enter();
            used.add(context.runspace());
            running.leave();
            return item;
          });

      assertThat(used).hasSizeBetween(1, 3);
      assertThat(running.highest()).isBetween(1, 3);
    }

    @Test
    void areOthersForEachItemIfFreshOnesAreAskedFor() throws Exception {
      pool.invoke(context -> "used before");
      var running = new HighWaterMark();
      List<String> used =
          pool.each(HUNDRED)
              .freshRunspaces()
              .run(
                  (item, context) -> {
                    running.enter();
                    String name = context.runspace().name();
                    running.leave();
                    return name;
                  })
              .values();

      assertThat(used).doesNotHaveDuplicates().doesNotContain("items-1");
      assertThat(running.highest()).isBetween(1, 3);
      eventually(() -> assertThat(Runspaces.findAll("items-*")).hasSizeLessThanOrEqualTo(1));
      eventually(
          () ->
              assertThat(LiveThreads.startingWith("runspace-items-")).hasSizeLessThanOrEqualTo(1));
    }

    @Test
    void freshOnesMayBeThoseThatWereOpenedWithThePool() throws Exception {
      try (RunspacePool prepared = Runspaces.pool("prepared").minimum(2).maximum(2).open()) {
        List<String> used =
            prepared
                .each(List.of(1, 2, 3))
                .freshRunspaces()
                .run((item, context) -> context.runspace().name())
                .values();

        assertThat(used).containsExactlyInAnyOrder("prepared-1", "prepared-2", "prepared-3");
      }
    }
  }

  @Nested
  class TheCaller {

    @Test
    void goesOnWhenTheListenerFails() throws Exception {
      try (LogTrap trap = LogTrap.on("dev.runspaces")) {
        List<Integer> values =
            pool.each(List.of(1, 2, 3))
                .onProgress(
                    progress -> {
                      throw new IllegalStateException("no bar to show it in");
                    })
                .run((item, context) -> item)
                .values();

        assertThat(values).containsExactly(1, 2, 3);
        assertThat(trap.texts())
            .hasSize(3)
            .containsOnly("a listener failed on the progress of items");
      }
    }

    @Test
    void isToldOfProgress() throws Exception {
      List<Progress> told = new ArrayList<>();
      Set<Thread> threads = ConcurrentHashMap.newKeySet();
      pool.each(List.of(1, 2, 3, 4))
          .onProgress(
              progress -> {
                told.add(progress);
                threads.add(Thread.currentThread());
              })
          .run((item, context) -> item);

      assertThat(told).extracting(Progress::percent).containsExactly(25, 50, 75, 100);
      assertThat(told).extracting(Progress::activity).containsOnly("items");
      assertThat(told.get(0).remaining()).isNotNull();
      assertThat(told.get(3).remaining()).isEqualTo(Duration.ZERO);
      assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void isToldACountWhereNobodyKnowsHowManyThereAre() throws Exception {
      List<String> told = new ArrayList<>();
      pool.each(() -> List.of(1, 2).iterator())
          .onProgress(progress -> told.add(progress.status() + ", " + progress.percent()))
          .run((item, context) -> item);

      assertThat(told).containsExactly("1 done, -1", "2 done, -1");
    }

    @Test
    void whoIsInterruptedStopsWhatRuns() throws Exception {
      List<Invocation<?>> running = new CopyOnWriteArrayList<>();
      var interrupted = new Gate();
      var caller =
          new Thread(
              () -> {
                try {
                  pool.forEach(
                      List.of(1, 2, 3),
                      (item, context) -> {
                        running.addAll(context.runspace().invocations());
                        gate.pass();
                        return item;
                      });
                } catch (InterruptedException expected) {
                  interrupted.open();
                }
              });
      caller.start();
      eventually(() -> assertThat(running).hasSize(3));

      caller.interrupt();

      interrupted.pass();
      eventually(
          () ->
              assertThat(running)
                  .extracting(Invocation::state)
                  .containsOnly(InvocationState.STOPPED));
    }

    @Test
    void hearsOfAnIterableThatFailsAndWhatRunsIsStopped() {
      var broken = new IllegalStateException("no more files");
      var count = new AtomicInteger();
      Iterable<Integer> items =
          () ->
              Stream.generate(
                      () -> {
                        if (count.incrementAndGet() > 2) {
                          throw broken;
                        }
                        return count.get();
                      })
                  .iterator();

      assertThatThrownBy(
              () ->
                  pool.forEach(
                      items,
                      (item, context) -> {
                        gate.pass();
                        return item;
                      }))
          .isSameAs(broken);
      eventually(() -> assertThat(pool.available()).isEqualTo(3));
    }
  }
}
