package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.event.EngineEvents;
import dev.runspaces.thread.ThreadPolicy;
import java.io.IOException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runspaces that nobody has closed when the program ends. */
@Timeout(40)
class RunspaceExitTest {

  @Test
  void aForgottenRunspaceIsClosedAndDoesNotKeepTheJvmAlive() throws Exception {
    OtherJvm.Result result = OtherJvm.run(ForgetfulProgram.class);

    assertThat(result.exitCode()).isZero();
    assertThat(result.lines())
        .containsSubsequence("main ends", "resource of the newer closed")
        .contains("resource of the older closed");
  }

  @Test
  void aResourceThatDoesNotCloseDoesNotKeepTheJvmAlive() throws Exception {
    OtherJvm.Result result = OtherJvm.run(ProgramWithABlockedResource.class);

    assertThat(result.exitCode()).isEqualTo(7);
    assertThat(result.lines()).contains("the older resource closed");
  }

  @Test
  void aStubbornRunspaceDoesNotUseUpTheTimeOfTheOthers() throws Exception {
    OtherJvm.Result result = OtherJvm.run(ProgramWithAStubbornScript.class);

    assertThat(result.lines()).contains("the other one heard of the end");
  }

  @Test
  void runspacesMayBeUsedForTheFirstTimeWhileTheJvmEnds() throws Exception {
    OtherJvm.Result result = OtherJvm.run(ProgramThatBeginsAtTheEnd.class);

    assertThat(result.lines()).contains("OPENED 42 CLOSED");
  }

  @Test
  void anErrorOfAJobThatNobodyHadTimeToAskForIsTold() throws Exception {
    OtherJvm.Result result = OtherJvm.run(ProgramThatEndsWithAFailedJob.class);

    assertThat(result.exitCode()).isZero();
    assertThat(result.lines()).containsSubsequence("main ends", "uncaught: no disk");
  }

  @ParameterizedTest
  @EnumSource(names = {"REUSE", "CURRENT"})
  void aScriptMayExitAndNobodyWaitsForIt(ThreadPolicy threads) throws Exception {
    OtherJvm.Result result = OtherJvm.run(ProgramThatExitsInside.class, threads.name());

    assertThat(result.exitCode()).isEqualTo(3);
    // As one text: what the ending main thread writes to stderr may stand in the midst of a line.
    assertThat(String.join("\n", result.lines()))
        .containsSubsequence("exits", "resource closed", "closed before time was up");
  }

  /** Ends just after a job has failed, sooner than that becomes an uncaught error by itself. */
  static final class ProgramThatEndsWithAFailedJob {
    private ProgramThatEndsWithAFailedJob() {}

    public static void main(String... arguments) throws Exception {
      Job<Void> job =
          Jobs.start(
              Runspaces.builder("job")
                  .uncaught(error -> System.out.println("uncaught: " + error.error().getMessage())),
              Script.action(
                  context -> {
                    throw new IOException("no disk");
                  }));
      Awaitility.await().until(() -> job.state() == InvocationState.FAILED);
      System.out.println("main ends");
    }
  }

  /** Ends with a resource whose close blocks, whoever interrupts. */
  static final class ProgramWithABlockedResource {
    private ProgramWithABlockedResource() {}

    public static void main(String... arguments) {
      Runspace forgotten = Runspaces.open("blocked");
      forgotten.own(() -> System.out.println("the older resource closed"));
      forgotten.own(
          () -> {
            while (true) {
              new Gate().passInSpiteOfInterrupts();
            }
          });
      System.exit(7);
    }
  }

  /** Ends with a runspace whose script ignores everything, and an older one that wants to know. */
  static final class ProgramWithAStubbornScript {
    private ProgramWithAStubbornScript() {}

    public static void main(String... arguments) throws Exception {
      Runspaces.open("good")
          .events()
          .on(EngineEvents.EXITING, event -> System.out.println("the other one heard of the end"));
      var started = new Gate();
      Runspaces.open("bad")
          .begin(
              Script.action(
                  context -> {
                    started.open();
                    while (true) {
                      new Gate().passInSpiteOfInterrupts();
                    }
                  }));
      started.pass();
    }
  }

  /** Knows of no runspaces until the JVM ends. */
  static final class ProgramThatBeginsAtTheEnd {
    private ProgramThatBeginsAtTheEnd() {}

    public static void main(String... arguments) {
      Runtime.getRuntime().addShutdownHook(new Thread(ProgramThatBeginsAtTheEnd::use));
    }

    private static void use() {
      Runspace late = Runspaces.open("late");
      try (late) {
        System.out.print(late.state() + " " + late.invoke(context -> 42) + " ");
      } catch (InterruptedException nobody) {
        throw new AssertionError(nobody);
      }
      System.out.println(late.state());
    }
  }

  /** Has a script that ends the JVM. */
  static final class ProgramThatExitsInside {
    private ProgramThatExitsInside() {}

    public static void main(String... arguments) throws Exception {
      Runspace ending =
          Runspaces.builder("ending").threads(ThreadPolicy.valueOf(arguments[0])).open();
      ending.own(() -> System.out.println("resource closed"));
      ending.invoke(
          Script.action(
              context -> {
                long begin = System.nanoTime();
                ending.onStateChanged(
                    change -> {
                      // Those who close at the JVM's end have five seconds.
                      if (change.to() == RunspaceState.CLOSED
                          && System.nanoTime() - begin < 4_000_000_000L) {
                        System.out.println("closed before time was up");
                      }
                    });
                System.out.println("exits");
                System.exit(3);
              }));
    }
  }

  /** Opens runspaces, gives them something to do, and ends. */
  static final class ForgetfulProgram {
    private ForgetfulProgram() {}

    public static void main(String... arguments) throws Exception {
      for (String name : new String[] {"older", "newer"}) {
        Runspace forgotten = Runspaces.open(name);
        forgotten.own(() -> System.out.println("resource of the " + name + " closed"));
        forgotten.own(
            () -> {
              throw new IllegalStateException("stuck");
            });
        var started = new Gate();
        forgotten.begin(
            Script.action(
                context -> {
                  started.open();
                  new Gate().pass();
                }));
        started.pass();
      }
      System.out.println("main ends");
    }
  }
}
