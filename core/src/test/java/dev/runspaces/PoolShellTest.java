package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runspaces.stream.DataCollection;
import dev.runspaces.stream.Streams;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Shells whose scripts run in whichever runspace of a pool is free. */
@Timeout(30)
class PoolShellTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final Gate gate = new Gate();
  private final Gate started = new Gate();
  private final RunspacePool pool = Runspaces.pool("pool").maximum(1).queueLimit(1).open();

  @AfterEach
  void close() {
    gate.open();
    pool.close();
  }

  private void occupy() throws InterruptedException {
    pool.begin(
        Script.action(
            context -> {
              started.open();
              gate.pass();
            }));
    started.pass();
  }

  @Test
  void theirScriptsAreGivenArguments() throws Exception {
    Shell shell =
        pool.shell()
            .add(
                context ->
                    context.arguments().get(0, String.class)
                        + context.arguments().get("mark", String.class))
            .argument("Hello")
            .parameter("mark", "!");

    assertThat(shell.invoke(LONG)).containsExactly("Hello!");
  }

  @Test
  void theirScriptsReadInput() throws Exception {
    var input = new DataCollection<Object>();
    input.add(20);
    input.add(22);
    input.complete();
    Shell shell =
        pool.shell()
            .add(
                context -> {
                  int sum = 0;
                  for (Object number : context.input().consuming()) {
                    sum += (Integer) number;
                  }
                  return sum;
                })
            .input(input);

    assertThat(shell.invoke(LONG)).containsExactly(42);
  }

  @Test
  void whatSeveralWriteIsCollectedWhereTheySay() throws Exception {
    var streams = new Streams();
    for (String text : List.of("one", "two")) {
      pool.shell()
          .add(Script.action(context -> context.writeWarning(text)))
          .streams(streams)
          .invoke(LONG);
    }

    assertThat(streams.warning().snapshot()).containsExactly("one", "two");
  }

  @Test
  void theyGoOnAfterAnErrorIfTheyAreToldTo() throws Exception {
    Shell shell =
        pool.shell()
            .add(context -> Integer.parseInt("none"))
            .add(context -> "next")
            .onError(ErrorPolicy.CONTINUE);
    Invocation<List<Object>> invocation = shell.begin();

    assertThat(shell.end(invocation, LONG)).containsExactly("next");
    assertThat(invocation.streams().error().snapshot())
        .hasOnlyElementsOfType(NumberFormatException.class);
  }

  @Test
  void allScriptsOfARunAreInOneRunspaceOfThePool() throws Exception {
    List<Object> used =
        pool.shell().add(ScriptContext::runspace).add(ScriptContext::runspace).invoke(LONG);

    assertThat(used).hasSize(2).containsOnly(pool.runspace().children().get(0));
  }

  @Test
  void theyRunAgain() throws Exception {
    Shell shell = pool.shell().add(context -> "again");

    assertThat(shell.invoke(LONG)).isEqualTo(shell.invoke(LONG));
  }

  @Test
  void whereTheQueueIsFullTheyAreRefusedAndMayTryAgain() throws Exception {
    Shell shell = pool.shell().add(context -> "value");
    List<Object> before = shell.invoke(LONG);
    occupy();
    Invocation<?> waiting = pool.begin(context -> "waits");

    assertThatExceptionOfType(InvalidInvocationStateException.class)
        .isThrownBy(shell::begin)
        .withMessageStartingWith("begin: the queue of pool \"pool\" is full with 1 scripts");
    gate.open();
    Object unused = waiting.await(LONG);
    assertThat(shell.invoke(LONG)).isEqualTo(before);
  }

  @Test
  void inAClosedPoolTheyAreRefused() {
    Shell shell = pool.shell().add(context -> "value");
    pool.close();

    assertThatExceptionOfType(InvalidRunspaceStateException.class).isThrownBy(shell::begin);
  }

  @Test
  void stoppedWhileTheyWaitTheyNeverRun() throws Exception {
    occupy();
    Shell shell = pool.shell().add(context -> "value");
    Invocation<List<Object>> invocation = shell.begin();
    shell.stop();

    assertThat(invocation.state()).isEqualTo(InvocationState.STOPPED);
    assertThat(pool.queued()).isZero();
  }

  @Test
  void aScriptOfThePoolMayWaitForOne() throws Exception {
    List<Object> values = pool.invoke(context -> pool.shell().add(inner -> "inner").invoke(), LONG);

    assertThat(values).containsExactly("inner");
  }
}
