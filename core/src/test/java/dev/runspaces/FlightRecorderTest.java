package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.flight.Flight;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Java Flight Recorder is told, in a JVM of its own that has it. */
@Timeout(60)
class FlightRecorderTest {
  private static List<String> printed = List.of();

  @BeforeAll
  static void runTheProgram() throws Exception {
    OtherJvm.Result result = OtherJvm.run(Recorded.class);
    printed = result.lines();
    assertThat(result.exitCode()).isZero();
  }

  @Nested
  class AnOpening {

    @Test
    void isToldWithTheRunspaceItsStateAndWhereItWasOpened() {
      assertThat(printed).contains("Opening plain OPENED at main");
    }

    @Test
    void lastsAsLongAsItsStartUp() {
      assertThat(printed).contains("Opening slow OPENED at main, as long as its start-up");
    }

    @Test
    void thatFailsIsToldToo() {
      assertThat(printed).contains("Opening broken BROKEN at main");
    }

    @Test
    void thatNobodyWaitedForIsToldToo() {
      assertThat(printed).anyMatch(line -> line.startsWith("Opening async OPENED"));
    }

    @Test
    void thatIsRefusedByTheParentIsToldHoweverItIsOpened() {
      assertThat(printed)
          .anyMatch(line -> line.startsWith("Opening orphan BROKEN"))
          .anyMatch(line -> line.startsWith("Opening async orphan BROKEN"));
    }
  }

  @Nested
  class AnInvocation {

    @Test
    void isToldWithTheRunspaceAndHowItEnded() {
      assertThat(printed)
          .contains(
              "Invocation plain COMPLETED on runspace-plain",
              "Invocation plain FAILED on runspace-plain");
    }

    @Test
    void thatNeverStartedIsNotTold() {
      assertThat(printed).noneMatch(line -> line.startsWith("Invocation plain STOPPED"));
    }
  }

  @Nested
  class AHandler {

    @Test
    void thatIsSlowIsToldWithTheEvent() {
      assertThat(printed).contains("SlowHandler plain Slow on runspace-plain");
    }

    @Test
    void thatIsSlowAndFailsIsToldToo() {
      assertThat(printed).contains("SlowHandler plain Slow and bad on runspace-plain");
    }

    @Test
    void thatIsQuickIsNotTold() {
      assertThat(printed).noneMatch(line -> line.startsWith("SlowHandler plain Quick"));
    }
  }

  @Nested
  class WhileNothingIsRecorded {

    @Test
    void nothingIsAllocated() {
      assertThat(printed).contains("bytes allocated each time when not recording: 0");
    }

    @Test
    void noEventIsLeftOver() {
      assertThat(printed).noneMatch(line -> line.contains("unrecorded"));
    }
  }

  /** Does things while they are recorded, and prints what was. */
  static final class Recorded {
    private Recorded() {}

    public static void main(String... arguments) throws Exception {
      System.out.println("bytes allocated each time when not recording: " + bytesAllocated());
      Runspaces.open("unrecorded").close();
      Path file = Files.createTempFile("flight", ".jfr");
      try (var recording = new Recording()) {
        for (String name : List.of("Opening", "Invocation", "SlowHandler")) {
          recording.enable("dev.runspaces." + name);
        }
        recording.start();
        act();
        recording.stop();
        recording.dump(file);
        RecordingFile.readAllEvents(file).forEach(Recorded::print);
      } finally {
        Files.delete(file);
      }
    }

    private static void act() throws Exception {
      try (Runspace plain = Runspaces.open("plain")) {
        plain.invoke(context -> "value");
        plain.begin(context -> Integer.parseInt("none")).ended().join();
        plain.events().on("Slow", event -> takeTime(plain));
        plain
            .events()
            .on(
                "Slow and bad",
                event -> {
                  takeTime(plain);
                  throw new IllegalStateException("bad");
                });
        plain.events().on("Quick", event -> {});
        for (String name : List.of("Slow", "Slow and bad", "Quick")) {
          plain.events().raise(name);
        }
        var gate = new Gate();
        plain.begin(Script.action(context -> gate.pass()));
        plain.begin(context -> "never").stop();
        gate.open();
      }
      Runspaces.builder("slow")
          .startup(Script.action(context -> takeTime(context.runspace())))
          .open()
          .close();
      try {
        Runspaces.builder("broken").startup(context -> Integer.parseInt("none")).open();
      } catch (RunspaceOpenException expected) {
        System.out.println("broken");
      }
      CompletableFuture<Runspace> async =
          Runspaces.builder("async").startup(context -> "ready").openAsync();
      async.get().close();
      Runspace closed = Runspaces.open("closed");
      closed.close();
      try {
        closed.open("orphan");
      } catch (InvalidRunspaceStateException expected) {
        System.out.println("orphan");
      }
      try {
        CompletableFuture<Runspace> unused = closed.builder("async orphan").openAsync();
      } catch (InvalidRunspaceStateException expected) {
        System.out.println("async orphan");
      }
    }

    private static void takeTime(Runspace runspace) throws InterruptedException {
      assertThat(runspace.events().await("Nothing", Duration.ofMillis(50))).isEmpty();
    }

    private static void print(RecordedEvent event) {
      String name = event.getEventType().getName().replace("dev.runspaces.", "");
      String what = event.hasField("state") ? "state" : "sourceIdentifier";
      String line = name + " " + event.getString("runspace") + " " + event.getString(what);
      if (event.getStackTrace() != null
          && event.getStackTrace().getFrames().stream()
              .anyMatch(frame -> frame.getMethod().getName().equals("main"))) {
        line += " at main";
      }
      if (!name.equals("Opening")) {
        line += " on " + event.getThread().getJavaName();
      }
      if (name.equals("Opening") && event.getDuration().toMillis() >= 50) {
        line += ", as long as its start-up";
      }
      System.out.println(line);
    }

    /** What this thread allocates for marks, in each of many rounds, rounded down. */
    private static long bytesAllocated() throws ReflectiveOperationException {
      // By reflection: the module under test, whose part the tests are, does not read this one.
      Object threads =
          Class.forName("java.lang.management.ManagementFactory")
              .getMethod("getThreadMXBean")
              .invoke(null);
      Method allocated =
          Class.forName("com.sun.management.ThreadMXBean")
              .getMethod("getCurrentThreadAllocatedBytes");
      int rounds = 100_000;
      Flight.RECORDER.dropped("the first one loads the recorder", 1);
      long before = (long) allocated.invoke(threads);
      for (int i = 0; i < rounds; i++) {
        Flight.RECORDER.endOpening(Flight.RECORDER.beginOpening("runspace"), "OPENED");
        Flight.RECORDER.endInvocation(Flight.RECORDER.beginInvocation("runspace"), "COMPLETED");
        Flight.RECORDER.endHandler(Flight.RECORDER.beginHandler("runspace", "Ready"));
        Flight.RECORDER.dropped("runspace", 1);
      }
      return ((long) allocated.invoke(threads) - before) / rounds;
    }
  }
}
