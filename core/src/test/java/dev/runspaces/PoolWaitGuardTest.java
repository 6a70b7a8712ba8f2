package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a thread that must not wait may do with pools and jobs, found out by {@link Program}. */
@Timeout(40)
class PoolWaitGuardTest {
  private static List<String> printed = List.of();

  @BeforeAll
  static void runTheProgram() throws Exception {
    OtherJvm.Result result = OtherJvm.run(Program.class);
    printed = result.lines();
    assertThat(result.exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pool.invoke(script)",
        "pool.forEach(items, script)",
        "job.awaitEnd(1 s)",
        "Jobs.awaitAny(jobs, 1 s)",
        "a pool with a start-up to wait for",
        "resize with a start-up to wait for",
        "a job with a start-up"
      })
  void waitingIsRefusedThere(String call) {
    assertThat(printed)
        .contains(
            call
                + " -> WaitRefusedException: waiting on the guarded thread was refused: it would"
                + " freeze the program; wait in a runspace, or go on from Invocation.toFuture() or"
                + " an event handler");
  }

  @Test
  void whatWasRefusedHasNotBegun() {
    assertThat(printed).contains("scripts run by refused calls -> []");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a pool without a start-up -> 2",
        "begin -> NOT_STARTED",
        "resize -> 1",
        "a job -> guarded"
      })
  void whatDoesNotWaitIsAllowed(String line) {
    assertThat(printed).contains(line);
  }

  @Test
  void closingGoesOnElsewhere() {
    assertThat(printed).contains("closed elsewhere -> 0");
  }

  /** Tries everything on a guarded thread, and prints what came of it. */
  static final class Program {
    private static final List<String> RUN_BY_REFUSED_CALLS = new CopyOnWriteArrayList<>();
    private static final Gate GATE = new Gate();

    private Program() {}

    public static void main(String... arguments) throws Exception {
      RunspacePool pool = Runspaces.pool("plain").maximum(1).open();
      Invocation<?> busy = pool.begin(Script.action(context -> GATE.pass()));
      RunspacePool slow = Runspaces.pool("slow").members(Program::withStartUp).open();
      Job<?> job = Jobs.start("busy", Script.action(context -> GATE.pass()));
      var guarded = new Thread(() -> tryEverything(pool, slow, job), NamedThreadGuard.GUARDED);
      guarded.start();
      guarded.join();
      GATE.open();
      busy.await();
      pool.close();
      slow.close();
      Eventually.eventually(() -> assertThat(Runspaces.count()).isZero());
      tell("closed elsewhere", Runspaces::count);
      tell("scripts run by refused calls", () -> RUN_BY_REFUSED_CALLS);
    }

    private static RunspaceBuilder withStartUp(RunspaceBuilder member) {
      return member.startup(Script.action(context -> GATE.pass()));
    }

    private static void tryEverything(RunspacePool pool, RunspacePool slow, Job<?> job) {
      Duration second = Duration.ofSeconds(1);
      tell("pool.invoke(script)", () -> pool.invoke(context -> RUN_BY_REFUSED_CALLS.add("invoke")));
      tell(
          "pool.forEach(items, script)",
          () -> pool.forEach(List.of(1), (item, context) -> RUN_BY_REFUSED_CALLS.add("each")));
      tell("job.awaitEnd(1 s)", () -> job.awaitEnd(second));
      tell("Jobs.awaitAny(jobs, 1 s)", () -> Jobs.awaitAny(List.of(job), second));
      tell(
          "a pool with a start-up to wait for",
          () -> Runspaces.pool("refused").minimum(1).members(Program::withStartUp).open());
      tell(
          "resize with a start-up to wait for",
          () -> {
            slow.resize(1, 1);
            return "";
          });
      tell(
          "a job with a start-up",
          () ->
              Jobs.start(
                  withStartUp(Runspaces.builder("refused")),
                  context -> RUN_BY_REFUSED_CALLS.add("job")));
      tell(
          "a pool without a start-up",
          () -> {
            try (RunspacePool allowed = Runspaces.pool("allowed").minimum(2).open()) {
              return allowed.size();
            }
          });
      tell("begin", () -> pool.begin(context -> 1).state());
      tell(
          "resize",
          () -> {
            pool.resize(0, 1);
            return pool.size();
          });
      tell("a job", () -> Jobs.start("guarded", context -> 1).name());
    }

    private static void tell(String call, Callable<?> attempt) {
      String result;
      try {
        result = String.valueOf(attempt.call());
      } catch (Exception failure) {
        result = failure.getClass().getSimpleName() + ": " + failure.getMessage();
      }
      System.out.println(call + " -> " + result);
    }
  }
}
