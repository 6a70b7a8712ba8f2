package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script of a shell is given, by position and by name. */
@Timeout(30)
class ShellArgumentsTest {
  private final Gate gate = new Gate();
  private final LogTrap trap = LogTrap.on("dev.runspaces");
  private final Runspace worker = Runspaces.open("worker");
  private final Shell shell = worker.shell();

  @AfterEach
  void close() {
    gate.open();
    worker.close();
    trap.close();
  }

  /** Runs a script that is given what the shell has for it, and returns how it was refused. */
  private String refusalOf(Script<?> script) throws InterruptedException {
    try {
      List<Object> output = shell.invoke();
      return "not refused: " + output + script;
    } catch (InvocationFailedException failure) {
      return String.valueOf(failure.getCause());
    }
  }

  @Nested
  class ByPosition {

    @Test
    void areCountedFromZeroInTheirOrder() throws Exception {
      shell
          .add(
              context ->
                  context.arguments().get(1, String.class)
                      + context.arguments().get(0, Integer.class))
          .argument(7)
          .argument("number ");

      assertThat(shell.invoke()).containsExactly("number 7");
    }

    @Test
    void mayBeNull() throws Exception {
      shell.add(context -> context.arguments().positional().toString()).argument(null).argument(1);

      assertThat(shell.invoke()).containsExactly("[null, 1]");
    }

    @Test
    void areGivenAsASupertypeToo() throws Exception {
      shell.add(context -> context.arguments().get(0, Number.class).doubleValue()).argument(7);

      assertThat(shell.invoke()).containsExactly(7.0);
    }

    @Test
    void areNotChangedByTheScript() throws Exception {
      shell.add(context -> context.arguments().positional().add("more")).argument(1);

      assertThatExceptionOfType(InvocationFailedException.class)
          .isThrownBy(shell::invoke)
          .withCauseInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2, Integer.MAX_VALUE})
    void thatAreNotThereAreRefusedWithThoseThatAre(int position) throws Exception {
      Script<?> script = context -> context.arguments().get(position, String.class);
      shell.add(script).argument("a").argument("b");

      assertThat(refusalOf(script))
          .isEqualTo(
              "java.lang.IllegalArgumentException: no argument "
                  + position
                  + "; there are 2: [a, b]");
    }

    @Test
    void ofAnotherTypeAreRefusedWithBothTypes() throws Exception {
      Script<?> script = context -> context.arguments().get(0, Integer.class);
      shell.add(script).argument("seven");

      assertThat(refusalOf(script))
          .isEqualTo(
              "java.lang.IllegalArgumentException: argument 0 is a java.lang.String, not a"
                  + " java.lang.Integer");
    }

    @Test
    void thatAreNullAreRefusedWhereAValueIsExpected() throws Exception {
      Script<?> script = context -> context.arguments().get(0, Integer.class);
      shell.add(script).argument(null);

      assertThat(refusalOf(script))
          .isEqualTo("java.lang.IllegalArgumentException: argument 0 is null");
    }
  }

  @Nested
  class ByName {

    @Test
    void areFoundIgnoringCase() throws Exception {
      shell.add(context -> context.arguments().get("DEPTH", Integer.class)).parameter("depth", 3);

      assertThat(shell.invoke()).containsExactly(3);
    }

    @Test
    void givenAgainReplaceTheValueWhateverTheirCase() throws Exception {
      shell
          .add(context -> context.arguments().named().toString())
          .parameter("depth", 3)
          .parameter("Depth", 4);

      assertThat(shell.invoke()).singleElement().asString().isEqualToIgnoringCase("{depth=4}");
    }

    @Test
    void areListedInTheOrderOfTheNames() throws Exception {
      shell
          .add(context -> context.arguments().named().toString())
          .parameter("b", 2)
          .parameter("C", 3)
          .parameter("a", 1);

      assertThat(shell.invoke()).containsExactly("{a=1, b=2, C=3}");
    }

    @Test
    void mayBeLeftOut() throws Exception {
      shell.add(
          context -> {
            Optional<Integer> depth = context.arguments().find("depth", Integer.class);
            return depth.orElse(1);
          });

      assertThat(shell.invoke()).containsExactly(1);
    }

    @Test
    void thatAreMissingAreRefusedWithThoseThatAreThere() throws Exception {
      Script<?> script = context -> context.arguments().get("depth", Integer.class);
      shell.add(script).parameter("width", 1).parameter("height", 2);

      assertThat(refusalOf(script))
          .isEqualTo(
              "java.lang.IllegalArgumentException: no parameter \"depth\"; there are: [height,"
                  + " width]");
    }

    @Test
    void ofAnotherTypeAreRefusedWithBothTypesEvenWhereTheyMayBeMissing() throws Exception {
      Script<?> script = context -> context.arguments().find("depth", Integer.class);
      shell.add(script).parameter("depth", "three");

      assertThat(refusalOf(script))
          .isEqualTo(
              "java.lang.IllegalArgumentException: parameter \"depth\" is a java.lang.String, not a"
                  + " java.lang.Integer");
    }
  }

  @Nested
  class Belong {

    @Test
    void toTheScriptThatWasAddedLast() throws Exception {
      shell
          .add(context -> "first " + context.arguments())
          .argument(1)
          .add(context -> "second " + context.arguments())
          .argument(2)
          .parameter("name", "value")
          .add(context -> "third " + context.arguments());

      assertThat(shell.invoke())
          .containsExactly("first [1] {}", "second [2] {name=value}", "third [] {}");
    }

    @Test
    void toThatScriptAloneEvenIfItIsAddedTwice() throws Exception {
      Script<String> script = context -> String.valueOf(context.arguments());
      shell.add(script).argument(1).add(script).argument(2);

      assertThat(shell.invoke()).containsExactly("[1] {}", "[2] {}");
    }

    @Test
    void toItStillWhenItRunsAgain() throws Exception {
      shell.add(context -> context.arguments().get(0, Integer.class)).argument(1);

      assertThat(shell.invoke()).containsExactly(1);
      assertThat(shell.invoke()).containsExactly(1);
    }

    @Test
    void toWhatIsClearedWithIt() throws Exception {
      shell.add(context -> 1).argument(1).clear().add(context -> context.arguments().toString());

      assertThat(shell.invoke()).containsExactly("[] {}");
    }

    @Test
    void toNothingWhereAScriptIsBegunWithoutAShell() throws Exception {
      String arguments = worker.invoke(context -> context.arguments().toString());

      assertThat(arguments).isEqualTo("[] {}");
    }

    @Test
    void toScriptsOnTheirRunspaceThatReadThemOnOtherThreads() throws Exception {
      var seen = new CopyOnWriteArrayList<Object>();
      shell
          .add(
              Script.action(
                  context -> {
                    var helper =
                        new Thread(() -> seen.add(context.arguments().get(0, Integer.class)));
                    helper.start();
                    helper.join();
                  }))
          .argument(42)
          .invoke();

      assertThat(seen).containsExactly(42);
    }
  }

  @Nested
  class Refused {

    @Test
    void isAnArgumentBeforeAnyScript() {
      assertThatExceptionOfType(InvalidInvocationStateException.class)
          .isThrownBy(() -> shell.argument(1))
          .withMessage("argument: the shell is empty; add the script first that is to be given it");
    }

    @Test
    void isAParameterBeforeAnyScript() {
      assertThatExceptionOfType(InvalidInvocationStateException.class)
          .isThrownBy(() -> shell.parameter("name", 1))
          .withMessage(
              "parameter: the shell is empty; add the script first that is to be given it");
    }

    @Test
    void areBothWhileItIsRunning() {
      shell.add(Script.action(context -> gate.pass())).begin();

      assertThatExceptionOfType(InvalidInvocationStateException.class)
          .isThrownBy(() -> shell.argument(1))
          .withMessageStartingWith("argument: the shell is ");
      assertThatExceptionOfType(InvalidInvocationStateException.class)
          .isThrownBy(() -> shell.parameter("name", 1))
          .withMessageStartingWith("parameter: the shell is ");
    }

    @Test
    void areBothWhenItIsClosed() {
      shell.add(context -> 1).close();

      assertThatExceptionOfType(InvalidInvocationStateException.class)
          .isThrownBy(() -> shell.argument(1))
          .withMessage("argument: the shell is closed; make another with Runspace.shell()");
      assertThatExceptionOfType(InvalidInvocationStateException.class)
          .isThrownBy(() -> shell.parameter("name", 1))
          .withMessage("parameter: the shell is closed; make another with Runspace.shell()");
    }
  }
}
