package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.stream.Streams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams that a caller has supplied, read where only the reader's thread can fill them. */
@Timeout(30)
class ReadingSuppliedStreamsTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final Streams collected = new Streams();
  private final List<Runspace> opened = new ArrayList<>();

  static List<ThreadChoice> choices() {
    return ThreadChoice.available();
  }

  @AfterEach
  void close() {
    opened.forEach(Runspace::close);
  }

  private Runspace open(ThreadChoice threads, String name) {
    Runspace runspace = threads.open(name);
    opened.add(runspace);
    return runspace;
  }

  private Invocation<List<Object>> fill(Runspace where, Object value) {
    return where.shell().streams(collected).add(context -> value).begin();
  }

  private Object first() throws InterruptedException {
    return collected.output().iterator().next();
  }

  private Object taken() throws InterruptedException {
    return collected.output().take(LONG).orElse("nothing");
  }

  @ParameterizedTest
  @MethodSource("choices")
  void theScriptThatFillsThemRunsInTheMidstOfTheWait(ThreadChoice threads) throws Exception {
    Runspace here = open(threads, "here");

    Object read =
        here.invoke(
            context -> {
              Object unused = fill(here, "value");
              return first();
            },
            LONG);

    assertThat(read).isEqualTo("value");
  }

  @ParameterizedTest
  @MethodSource("choices")
  void soDoesOneThatIsBegunElsewhereAndComesBack(ThreadChoice threads) throws Exception {
    Runspace here = open(threads, "here");
    Runspace there = open(ThreadChoice.REUSE, "there");

    Object read =
        here.invoke(
            context -> {
              Invocation<List<Object>> unused =
                  there
                      .shell()
                      .streams(collected)
                      .add(back -> here.invoke(again -> "came back"))
                      .begin();
              return first();
            },
            LONG);

    assertThat(read).isEqualTo("came back");
  }

  @Test
  void oneThatIsBegunWhileSomebodyReadsAlreadyDoesSoToo() throws Exception {
    Runspace here = open(ThreadChoice.REUSE, "here");
    var thread = new CompletableFuture<Thread>();
    Invocation<Object> reader =
        here.begin(
            context -> {
              thread.complete(Thread.currentThread());
              return first();
            });
    Thread reads = thread.get(10, TimeUnit.SECONDS);
    eventually(
        () -> assertThat(reads.getState()).isIn(Thread.State.WAITING, Thread.State.TIMED_WAITING));

    Object unused = fill(here, "late");

    assertThat(reader.await(LONG)).isEqualTo("late");
  }

  @Test
  void severalThatFillThemRunInTheirOrderAsFarAsNeeded() throws Exception {
    Runspace here = open(ThreadChoice.REUSE, "here");
    var log = new CopyOnWriteArrayList<>();

    here.invoke(
        context -> {
          Object unusedOne = fill(here, "one");
          Object unusedTwo = fill(here, "two");
          log.add(taken());
          log.add(collected.output().size());
          return log.add(taken());
        },
        LONG);

    assertThat(log).containsExactly("one", 0, "two");
  }

  @Test
  void theScriptMayReadWhatOthersWriteIntoItsOwn() throws Exception {
    Runspace here = open(ThreadChoice.REUSE, "here");
    Runspace there = open(ThreadChoice.REUSE, "there");
    var starts = new Gate();
    Invocation<List<Object>> reading =
        here.shell()
            .streams(collected)
            .add(
                context -> {
                  starts.open();
                  return "read " + taken();
                })
            .begin();
    starts.pass();
    Object unused = fill(there, "theirs");

    assertThat(reading.await(LONG)).containsExactly("read theirs");
  }

  @Test
  void whatHasEndedIsNotWaitedForAgain() throws Exception {
    Runspace here = open(ThreadChoice.REUSE, "here");

    boolean nothing =
        here.invoke(
            context -> {
              fill(here, "value").await();
              return taken().equals("value")
                  && collected.output().take(Duration.ofMillis(50)).isEmpty();
            },
            LONG);

    assertThat(nothing).isTrue();
  }
}
