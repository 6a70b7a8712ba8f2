package dev.runspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class VariablesTest {
  private final Runspace worker = Runspaces.builder("worker").variable("Answer", 42).open();
  private final Variables variables = worker.variables();

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void theBuildersVariablesAreThereFromTheBeginning() {
    assertThat(variables.get("Answer", Integer.class)).isEqualTo(42);
  }

  @Test
  void caseIsIgnored() {
    variables.set("ANSWER", 43);

    assertThat(variables.get("answer", Integer.class)).isEqualTo(43);
    assertThat(variables.snapshot()).hasSize(1).containsKey("aNsWeR");
  }

  @Test
  void scriptsUseThemFromInsideAndTheProgramFromOutside() throws Exception {
    worker.invoke(
        Script.action(
            context ->
                context
                    .variables()
                    .set("double", 2 * context.variables().get("answer", Integer.class))));

    assertThat(variables.get("double", Integer.class)).isEqualTo(84);
  }

  @Test
  void aSupertypeWillDo() {
    assertThat(variables.get("answer", Number.class)).isEqualTo(42);
  }

  @Test
  void anotherTypeIsRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> variables.get("answer", String.class))
        .withMessage("variable \"answer\" is a java.lang.Integer, not a java.lang.String");
    assertThatIllegalArgumentException().isThrownBy(() -> variables.find("answer", String.class));
  }

  @Test
  void aMissingOneIsToldWithThoseThatExist() {
    variables.set("colour", "red");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> variables.get("answr", Integer.class))
        .withMessage("no variable \"answr\"; there are: [Answer, colour]");
    assertThat(variables.find("answr", Integer.class)).isEmpty();
  }

  @Test
  void removingTellsWhetherItWasThere() {
    assertThat(variables.remove("ANSWER")).isTrue();
    assertThat(variables.remove("answer")).isFalse();
    assertThat(variables.find("answer", Integer.class)).isEmpty();
  }

  @Test
  void aSnapshotIsACopyThatCannotBeChanged() {
    Map<String, Object> snapshot = variables.snapshot();
    variables.set("later", 1);

    assertThat(snapshot).containsExactly(Map.entry("Answer", 42));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> snapshot.put("new", 1));
  }

  @Test
  void noOtherRunspaceSeesThem() {
    try (Runspace child = worker.open("child")) {
      assertThat(child.variables().find("answer", Integer.class)).isEmpty();
    }
  }
}
