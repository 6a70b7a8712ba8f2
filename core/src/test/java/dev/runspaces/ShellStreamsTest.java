package dev.runspaces;

import static dev.runspaces.Eventually.eventually;
import static dev.runspaces.InvocationState.COMPLETED;
import static dev.runspaces.InvocationState.FAILED;
import static dev.runspaces.InvocationState.STOPPED;
import static dev.runspaces.stream.StreamName.DEBUG;
import static dev.runspaces.stream.StreamName.ERROR;
import static dev.runspaces.stream.StreamName.INFORMATION;
import static dev.runspaces.stream.StreamName.OUTPUT;
import static dev.runspaces.stream.StreamName.PROGRESS;
import static dev.runspaces.stream.StreamName.VERBOSE;
import static dev.runspaces.stream.StreamName.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.stream.DataCollection;
import dev.runspaces.stream.Progress;
import dev.runspaces.stream.StreamItem;
import dev.runspaces.stream.Streams;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What scripts read, and where what they write goes. */
@Timeout(30)
class ShellStreamsTest {
  private static final Duration LONG = Duration.ofSeconds(10);

  private final Gate started = new Gate();
  private final Gate gate = new Gate();
  private final IOException noDisk = new IOException("no disk");
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final LogTrap trap = LogTrap.on("dev.runspaces");
  private final Runspace worker = Runspaces.open("worker");
  private final Shell shell = worker.shell();

  @AfterEach
  void close() {
    gate.open();
    worker.close();
    trap.close();
  }

  private static List<Object> valuesOf(List<StreamItem> items) {
    return items.stream().map(StreamItem::value).toList();
  }

  @Nested
  class AnInvocation {

    @Test
    void hasSevenStreamsAndAllOfThemInOneOrder() throws Exception {
      Progress halfway = Progress.of("Copying").withPercent(50);
      Invocation<String> invocation =
          worker.begin(
              context -> {
                context.writeWarning("warning");
                context.write("written");
                context.writeVerbose("verbose");
                context.writeError(noDisk);
                context.writeDebug("debug");
                context.writeInformation(42);
                context.writeProgress(halfway);
                return "returned";
              });
      invocation.await();

      Streams streams = invocation.streams();
      assertThat(streams.output().snapshot()).containsExactly("written", "returned");
      assertThat(streams.error().snapshot()).containsExactly(noDisk);
      assertThat(streams.warning().snapshot()).containsExactly("warning");
      assertThat(streams.verbose().snapshot()).containsExactly("verbose");
      assertThat(streams.debug().snapshot()).containsExactly("debug");
      assertThat(streams.information().snapshot()).containsExactly(42);
      assertThat(streams.progress().snapshot()).containsExactly(halfway);
      assertThat(streams.all().snapshot())
          .containsExactly(
              new StreamItem(WARNING, "warning"),
              new StreamItem(OUTPUT, "written"),
              new StreamItem(VERBOSE, "verbose"),
              new StreamItem(ERROR, noDisk),
              new StreamItem(DEBUG, "debug"),
              new StreamItem(INFORMATION, 42),
              new StreamItem(PROGRESS, halfway),
              new StreamItem(OUTPUT, "returned"));
    }

    @Test
    void isReadWhileItRunsAndItsEndEndsTheReading() throws Exception {
      Invocation<?> invocation =
          worker.begin(
              Script.action(
                  context -> {
                    context.write("early");
                    gate.pass();
                    context.write("late");
                  }));
      var read = new ArrayList<Object>();
      for (Object item : invocation.streams().output()) {
        read.add(item);
        gate.open();
      }

      assertThat(read).containsExactly("early", "late");
      assertThat(invocation.streams().all().isCompleted()).isTrue();
    }

    @Test
    void completesItsStreamsBeforeWhoeverAwaitsItGoesOn() throws Exception {
      for (int round = 0; round < 200; round++) {
        Invocation<Integer> invocation = worker.begin(context -> 1);
        invocation.await();
        assertThat(invocation.streams().output().isCompleted()).isTrue();
      }
    }

    @Test
    void hasTheFailureAsTheLastItem() {
      Invocation<Object> invocation =
          worker.begin(
              context -> {
                context.write("before");
                throw noDisk;
              });
      invocation.ended().join();

      assertThat(invocation.streams().all().snapshot())
          .containsExactly(new StreamItem(OUTPUT, "before"), new StreamItem(ERROR, noDisk));
      assertThat(invocation.streams().error().isCompleted()).isTrue();
    }

    @Test
    void completesItsStreamsTooWhenItIsStoppedBeforeItStarts() throws Exception {
      worker.begin(Script.action(context -> gate.pass()));
      Invocation<String> queued = worker.begin(context -> "never");

      queued.stop();

      assertThat(queued.streams().output()).isEmpty();
      assertThat(queued.streams().all().isCompleted()).isTrue();
    }

    @Test
    void keepsWhatWasWrittenBeforeAStop() throws Exception {
      Invocation<?> invocation =
          worker.begin(
              Script.action(
                  context -> {
                    context.write("so far");
                    context.writeWarning("slow");
                    started.open();
                    gate.pass();
                  }));
      started.pass();

      invocation.stop();
      invocation.ended().join();

      assertThat(invocation.outcome().orElseThrow().state()).isEqualTo(STOPPED);
      assertThat(valuesOf(invocation.streams().all().snapshot())).containsExactly("so far", "slow");
    }

    @Test
    void hasNothingInItsOutcomeThatWasTakenOutOfTheOutput() throws Exception {
      Invocation<?> invocation =
          worker.begin(
              Script.action(
                  context -> {
                    context.write("taken");
                    started.open();
                    gate.pass();
                    context.write("left");
                  }));
      started.pass();

      assertThat(invocation.streams().output().readAll()).containsExactly("taken");
      gate.open();
      invocation.await();

      assertThat(invocation.outcome().orElseThrow().output()).containsExactly("left");
      assertThat(valuesOf(invocation.streams().all().snapshot())).containsExactly("taken", "left");
    }

    @Test
    void refusesWhatAScriptThatWasLeftBehindStillWrites() throws Exception {
      Invocation<?> invocation =
          worker.begin(
              Script.action(
                  context -> {
                    context.write("in time");
                    started.open();
                    gate.passInSpiteOfInterrupts();
                    try {
                      context.write("too late");
                    } catch (IllegalStateException refused) {
                      log.add(String.valueOf(refused.getMessage()));
                    }
                  }));
      started.pass();
      worker.close(Duration.ZERO);
      Outcome<?> outcome = invocation.outcome().orElseThrow();

      gate.open();

      eventually(
          () ->
              assertThat(log)
                  .containsExactly(
                      "add: stream OUTPUT is completed and takes nothing more; add before"
                          + " complete() is called, or to a new one"));
      assertThat(outcome.output()).containsExactly("in time");
      assertThat(invocation.output()).containsExactly("in time");
      assertThat(invocation.outcome().orElseThrow()).isSameAs(outcome);
    }

    @Test
    void refusesWhatIsWrittenAfterItsEndByAThreadThatWorkedForIt() throws Exception {
      var contexts = new CopyOnWriteArrayList<ScriptContext>();
      worker.invoke(contexts::add);

      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> contexts.get(0).write("too late"))
          .withMessageStartingWith("add: stream OUTPUT is completed and takes nothing more;");
    }

    @Test
    void tellsOfItsFailureThoughAReaderHasCompletedTheStreams() throws Exception {
      var errors = new Heard<ErrorOccurred>();
      worker.events().on(ErrorOccurred.class, errors);
      Invocation<?> invocation =
          worker.begin(
              Script.action(
                  context -> {
                    started.open();
                    gate.pass();
                    throw noDisk;
                  }));
      started.pass();

      invocation.streams().complete();
      gate.open();

      assertThatExceptionOfType(InvocationFailedException.class)
          .isThrownBy(invocation::await)
          .withCause(noDisk);
      assertThat(errors.awaitFirst().error()).isSameAs(noDisk);
      assertThat(trap.lines()).isEmpty();
    }
  }

  @Nested
  class RunAgain {

    @Test
    void theSameScriptsHaveFreshStreams() throws Exception {
      shell.add(Script.action(context -> context.writeWarning("warning"))).add(context -> "value");
      Invocation<List<Object>> first = shell.begin();
      shell.end(first);
      Invocation<List<Object>> second = shell.begin();
      shell.end(second);

      assertThat(second.streams()).isNotSameAs(first.streams());
      for (Invocation<?> each : List.of(first, second)) {
        assertThat(valuesOf(each.streams().all().snapshot())).containsExactly("warning", "value");
      }
    }

    @Test
    void whatTheFirstRunLeftBehindIsNotInTheSecond() throws Exception {
      shell
          .add(context -> "before")
          .add(
              context -> {
                if (log.isEmpty()) {
                  log.add("first run");
                  throw noDisk;
                }
                return "after";
              });
      Invocation<List<Object>> first = shell.begin();
      assertThatExceptionOfType(InvocationFailedException.class).isThrownBy(() -> shell.end(first));

      Invocation<List<Object>> second = shell.begin();

      assertThat(shell.end(second)).containsExactly("before", "after");
      assertThat(second.streams().error()).isEmpty();
      assertThat(first.state()).isEqualTo(FAILED);
    }
  }

  @Nested
  class Input {
    private final DataCollection<Object> input = new DataCollection<>();

    @Test
    void isEmptyAndCompletedIfNobodyGivesAny() throws Exception {
      int items =
          worker.invoke(
              context -> {
                int count = 0;
                for (Object unused : context.input()) {
                  count++;
                }
                return count;
              });

      assertThat(items).isZero();
    }

    @Test
    void isReadWhileItStreamsIn() throws Exception {
      Invocation<List<Object>> invocation =
          shell
              .input(input)
              .add(
                  Script.action(
                      context -> {
                        for (Object item : context.input()) {
                          context.write("read " + item);
                        }
                      }))
              .begin();
      DataCollection<Object> output = invocation.streams().output();

      input.add(1);
      assertThat(output.take(LONG)).contains("read 1");
      input.add(2);
      assertThat(output.take(LONG)).contains("read 2");
      assertThat(invocation.state()).isEqualTo(InvocationState.RUNNING);
      input.complete();

      assertThat(shell.end(invocation)).isEmpty();
      assertThat(invocation.state()).isEqualTo(COMPLETED);
    }

    @Test
    void comesFromAnotherShellsOutputAsInAPipeline() throws Exception {
      try (Runspace upstream = Runspaces.open("upstream")) {
        Invocation<List<Object>> numbers =
            upstream
                .shell()
                .add(
                    Script.action(
                        context -> {
                          for (int i = 0; i < 100; i++) {
                            context.write(i);
                          }
                        }))
                .begin();

        List<Object> squares =
            shell
                .input(numbers.streams().output())
                .add(
                    Script.action(
                        context -> {
                          for (Object item : context.input()) {
                            context.write((int) item * (int) item);
                          }
                        }))
                .invoke();

        assertThat(squares)
            .containsExactlyElementsOf(
                IntStream.range(0, 100).<Object>mapToObj(i -> i * i).toList());
      }
    }

    @Test
    void isSharedByTheScriptsOfOneRun() throws Exception {
      input.add(1);
      input.add(2);
      shell
          .input(input)
          .add(context -> "first " + context.input().poll().orElseThrow())
          .add(context -> "second " + context.input().poll().orElseThrow());

      assertThat(shell.invoke()).containsExactly("first 1", "second 2");
    }

    @Test
    void goesOnInTheNextRunWhereTheOneBeforeHasStoppedTaking() throws Exception {
      input.add(1);
      input.add(2);
      shell.input(input).add(context -> context.input().poll().orElseThrow());

      assertThat(shell.invoke()).containsExactly(1);
      assertThat(shell.invoke()).containsExactly(2);
    }

    @Test
    void doesNotKeepTheRunspacesEventsFromBeingHandledWhileItIsAwaited() throws Exception {
      worker
          .events()
          .on(
              "More",
              event -> {
                input.add("from a handler");
                input.complete();
              });
      Invocation<List<Object>> invocation =
          shell
              .input(input)
              .add(
                  Script.action(
                      context -> {
                        started.open();
                        context.input().forEach(context::write);
                      }))
              .begin();
      started.pass();

      worker.events().raise("More");

      assertThat(shell.end(invocation)).containsExactly("from a handler");
    }

    @Test
    void thatDoesNotComeIsNoLongerAwaitedAfterAStop() throws Exception {
      Invocation<List<Object>> invocation =
          shell
              .input(input)
              .onError(ErrorPolicy.CONTINUE)
              .add(
                  Script.action(
                      context -> {
                        started.open();
                        context.input().forEach(context::write);
                      }))
              .add(context -> "never")
              .begin();
      started.pass();

      shell.stop();

      assertThatExceptionOfType(InvocationStoppedException.class)
          .isThrownBy(() -> shell.end(invocation));
      assertThat(invocation.output()).isEmpty();
      assertThat(input.isCompleted()).isFalse();
    }

    @Test
    void isNotChangedWhileTheShellIsRunning() {
      shell.add(Script.action(context -> gate.pass())).begin();

      assertThatExceptionOfType(InvalidInvocationStateException.class)
          .isThrownBy(() -> shell.input(input))
          .withMessageStartingWith("input: the shell is ");
    }
  }

  @Nested
  class CallerSuppliedStreams {
    private final Streams collected = new Streams();

    @Test
    void haveAllThatTheInvocationHas() throws Exception {
      Invocation<List<Object>> invocation =
          shell
              .streams(collected)
              .add(Script.action(context -> context.writeWarning("warning")))
              .add(context -> "value")
              .begin();
      shell.end(invocation);

      assertThat(collected.all().snapshot())
          .isEqualTo(invocation.streams().all().snapshot())
          .hasSize(2);
    }

    @Test
    void haveTheFailureToo() {
      shell
          .streams(collected)
          .add(
              context -> {
                throw noDisk;
              });

      assertThatExceptionOfType(InvocationFailedException.class).isThrownBy(shell::invoke);
      assertThat(collected.error().snapshot()).containsExactly(noDisk);
    }

    @Test
    void areNeverCompletedByARunAndCollectTheNextOneToo() throws Exception {
      shell.streams(collected).add(context -> "value");

      shell.invoke();
      shell.invoke();

      assertThat(collected.output().snapshot()).containsExactly("value", "value");
      assertThat(collected.output().isCompleted()).isFalse();
    }

    @Test
    void areSharedBySeveralShellsAtOnce() throws Exception {
      int each = 500;
      try (Runspace other = Runspaces.open("other")) {
        Shell second = other.shell();
        for (Shell one : List.of(shell, second)) {
          String name = one == shell ? "one " : "two ";
          one.streams(collected)
              .add(
                  Script.action(
                      context -> {
                        for (int i = 0; i < each; i++) {
                          context.write(name + i);
                        }
                      }));
        }
        Invocation<List<Object>> firstRun = shell.begin();
        Invocation<List<Object>> secondRun = second.begin();
        List<Object> fromFirst = shell.end(firstRun);
        List<Object> fromSecond = second.end(secondRun);

        List<Object> all = collected.output().snapshot();
        assertThat(all).hasSize(2 * each).containsSubsequence(fromFirst);
        assertThat(all).containsSubsequence(fromSecond);
        assertThat(valuesOf(collected.all().snapshot())).isEqualTo(all);
      }
    }

    @Test
    void thatWereCompletedByTheirOwnerRefuseTheScript() throws Exception {
      var errors = new Heard<ErrorOccurred>();
      worker.events().on(ErrorOccurred.class, errors);
      collected.complete();
      Invocation<List<Object>> invocation =
          shell.streams(collected).add(context -> "value").begin();

      assertThatExceptionOfType(InvocationFailedException.class)
          .isThrownBy(() -> shell.end(invocation))
          .havingCause()
          .withMessageStartingWith("add: stream OUTPUT is completed and takes nothing more;");
      assertThat(errors.awaitFirst().error()).isInstanceOf(IllegalStateException.class);
      assertThat(trap.lines()).isEmpty();
    }

    @Test
    void areNotChangedWhileTheShellIsRunning() {
      shell.add(Script.action(context -> gate.pass())).begin();

      assertThatExceptionOfType(InvalidInvocationStateException.class)
          .isThrownBy(() -> shell.streams(collected))
          .withMessageStartingWith("streams: the shell is ");
    }
  }
}
