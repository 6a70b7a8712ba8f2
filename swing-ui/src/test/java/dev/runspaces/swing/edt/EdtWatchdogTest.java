package dev.runspaces.swing.edt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.swing.testkit.OtherJvm;
import java.awt.EventQueue;
import java.awt.SecondaryLoop;
import java.awt.Toolkit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.swing.Timer;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EdtWatchdogTest {
  /** Long enough that a busy machine does not look like a stall. */
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final Runspace runspace = Runspaces.open("watching");
  private final List<EdtStalled> stalls = new CopyOnWriteArrayList<>();
  private final List<EdtStallEnded> ends = new CopyOnWriteArrayList<>();

  EdtWatchdogTest() {
    runspace.events().on(EdtStalled.class, stalls::add);
    runspace.events().on(EdtStallEnded.class, ends::add);
  }

  @AfterEach
  void close() {
    runspace.close();
  }

  /** Keeps the EDT busy until this latch is down. */
  private static CountDownLatch stall() {
    var end = new CountDownLatch(1);
    EventQueue.invokeLater(() -> freeze(end));
    return end;
  }

  private static void freeze(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  @Nested
  class AStall {
    @Test
    void isToldWhileItLastsWithWhatTheEdtIsDoing() {
      try (EdtWatchdog watchdog = EdtWatchdog.watch(runspace, LIMIT)) {
        assertThat(watchdog).isNotNull();
        CountDownLatch end = stall();
        await().until(() -> !stalls.isEmpty());
        EdtStalled stall = stalls.get(0);
        end.countDown();
        assertThat(stall.thread()).startsWith("AWT-EventQueue");
        assertThat(stall.lasting()).isGreaterThanOrEqualTo(LIMIT);
        assertThat(stall.stack()).anyMatch(call -> call.getMethodName().equals("freeze"));
        assertThat(stall.toString()).contains("the EDT has not answered for 1").contains("freeze");
      }
    }

    @Test
    void isToldOnceAndSoIsItsEnd() {
      try (EdtWatchdog watchdog = EdtWatchdog.watch(runspace, LIMIT)) {
        assertThat(watchdog).isNotNull();
        CountDownLatch first = stall();
        await().until(() -> !stalls.isEmpty());
        long told = System.nanoTime();
        await().until(() -> System.nanoTime() - told > LIMIT.toNanos() * 3 / 2);
        first.countDown();
        await().until(() -> !ends.isEmpty());
        CountDownLatch second = stall();
        await().until(() -> stalls.size() == 2);
        second.countDown();
        await().until(() -> ends.size() == 2);
        assertThat(stalls).hasSize(2);
        assertThat(ends.get(0).lasted()).isGreaterThanOrEqualTo(LIMIT.multipliedBy(5).dividedBy(2));
      }
    }

    @Test
    void isSeenByTheFlightRecorder(@TempDir Path folder) throws Exception {
      Path file = folder.resolve("stalls.jfr");
      try (var recording = new Recording()) {
        recording.start();
        try (EdtWatchdog watchdog = EdtWatchdog.watch(runspace, LIMIT)) {
          assertThat(watchdog).isNotNull();
          CountDownLatch end = stall();
          await().until(() -> !stalls.isEmpty());
          end.countDown();
          await().until(() -> !ends.isEmpty());
        }
        recording.stop();
        recording.dump(file);
      }
      List<RecordedEvent> events = RecordingFile.readAllEvents(file);
      assertThat(events)
          .filteredOn(event -> event.getEventType().getName().equals("dev.runspaces.EdtStall"))
          .singleElement()
          .satisfies(event -> assertThat(event.getString("activity")).contains("freeze"));
      assertThat(events)
          .filteredOn(event -> event.getEventType().getName().equals("dev.runspaces.EdtStallEnd"))
          .singleElement()
          .satisfies(
              event -> assertThat(event.getDuration("lasted")).isGreaterThanOrEqualTo(LIMIT));
      assertThat(Files.size(file)).isPositive();
    }
  }

  @Nested
  class NoStall {
    /** A modal dialog is shown by the same kind of loop, which goes on with the queue. */
    @Test
    void isALoopThatGoesOnWithTheQueue() throws InterruptedException {
      try (EdtWatchdog watchdog = EdtWatchdog.watch(runspace, LIMIT)) {
        assertThat(watchdog).isNotNull();
        Edt.call(
            () -> {
              SecondaryLoop loop =
                  Toolkit.getDefaultToolkit().getSystemEventQueue().createSecondaryLoop();
              Timer timer = new Timer((int) LIMIT.toMillis() * 3, done -> loop.exit());
              timer.setRepeats(false);
              timer.start();
              return loop.enter();
            });
        CountDownLatch end = stall();
        await().until(() -> !stalls.isEmpty());
        end.countDown();
        assertThat(stalls).hasSize(1); // this one, and none before
      }
    }
  }

  @Nested
  class Closing {
    @Test
    void endsItsThread() {
      EdtWatchdog watchdog = EdtWatchdog.watch(runspace, LIMIT);
      Thread thread = threadOfTheWatchdog();
      watchdog.close();
      watchdog.close();
      await().until(() -> !thread.isAlive());
    }

    @Test
    void ofTheRunspaceIsARefusal() {
      runspace.close();
      assertThatThrownBy(() -> EdtWatchdog.watch(runspace, LIMIT))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "watch: runspace \"watching\" is CLOSED, so nobody could be told of a stall; watch the"
                  + " EDT from a runspace that stays open");
    }

    @Test
    void ofTheRunspaceIsARefusalWhileItLasts() {
      var refusal = new CompletableFuture<Throwable>();
      runspace.own(
          () -> refusal.complete(catchThrowable(() -> EdtWatchdog.watch(runspace, LIMIT))));
      runspace.close();
      assertThat(refusal.getNow(null))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("watch: runspace \"watching\" is CLOSING");
    }

    @RepeatedTest(100)
    void ofTheRunspaceInTheSameMomentLeavesNothing() {
      Runspace closing = Runspaces.open("closing");
      var closed = CompletableFuture.runAsync(closing::close);
      try {
        EdtWatchdog watchdog = EdtWatchdog.watch(closing, LIMIT);
        assertThat(watchdog).isNotNull();
      } catch (IllegalStateException refused) {
        assertThat(refused).hasMessageStartingWith("watch: runspace \"closing\" is CLOS");
      }
      assertThat(closed).succeedsWithin(Duration.ofSeconds(10));
      await()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(2))
          .until(
              () ->
                  Thread.getAllStackTraces().keySet().stream()
                      .noneMatch(thread -> thread.getName().equals("edt-watchdog-closing")));
    }

    @Test
    void comesWithTheRunspace() {
      EdtWatchdog watchdog = EdtWatchdog.watch(runspace, LIMIT);
      Thread thread = threadOfTheWatchdog();
      runspace.close();
      await().until(() -> !thread.isAlive());
      assertThat(watchdog).isNotNull();
    }

    /**
     * A watchdog that asks the EDT again and again must not keep that thread, and the JVM, alive.
     */
    @Test
    void isNotNeededForTheJvmToEnd() throws Exception {
      OtherJvm.Result result =
          OtherJvm.run(
              Duration.ofSeconds(30), List.of("-XX:TieredStopAtLevel=1"), ForgottenWatchdog.class);
      assertThat(result.exitCode()).as(result.output()).isZero();
    }

    private static Thread threadOfTheWatchdog() {
      return Thread.getAllStackTraces().keySet().stream()
          .filter(thread -> thread.getName().equals("edt-watchdog-watching"))
          .findAny()
          .orElseThrow();
    }
  }

  @Test
  void aLimitThatMakesNoSenseIsRefused() {
    assertThatThrownBy(() -> EdtWatchdog.watch(runspace, Duration.ofMillis(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a limit of PT0.001S is not between 20 milliseconds and an hour; half a second is what"
                + " users notice");
  }
}
