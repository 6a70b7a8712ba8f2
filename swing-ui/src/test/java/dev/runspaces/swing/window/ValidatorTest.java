package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.edt.Edt;
import java.awt.EventQueue;
import java.util.Map;
import java.util.Optional;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ValidatorTest {
  private final Runspace runspace = Runspaces.open("gui");
  private LayoutWindow window;

  @BeforeEach
  void open() throws InterruptedException {
    window =
        Layouts.using(ComponentRegistry.standard())
            .fromText(
                "test.xml",
                "<Window><TextField name='email' toolTipText='Yours'/><Slider name='age'/>"
                    + "<Label name='l'/></Window>")
            .openOffscreen(runspace);
    window.validate("email", String.class, ValidatorTest::needsAnAt);
  }

  @AfterEach
  void close() {
    runspace.close();
  }

  private static Optional<String> needsAnAt(String text) {
    assertThat(EventQueue.isDispatchThread()).isFalse();
    return text.contains("@") ? Optional.empty() : Optional.of(text + " has no @");
  }

  private void type(String text) throws InterruptedException {
    Edt.call(
        () -> {
          window.find("email", JTextField.class).setText(text);
          return true;
        });
  }

  /** The outline, the tool tip and what a screen reader is told. */
  private String mark() throws InterruptedException {
    return Edt.call(
        () -> {
          JTextField field = window.find("email", JTextField.class);
          return field.getClientProperty("JComponent.outline")
              + ": "
              + field.getToolTipText()
              + ", "
              + field.getAccessibleContext().getAccessibleDescription();
        });
  }

  @Test
  void nothingIsMarkedBeforeTheFirstEdit() throws InterruptedException {
    assertThat(mark()).isEqualTo("null: Yours, Yours");
  }

  @Test
  void whatIsWrongIsMarkedUntilItIsRight() throws InterruptedException {
    type("ada");
    await().until(() -> mark().equals("error: ada has no @, ada has no @"));
    type("ada@example.org");
    await().until(() -> mark().startsWith("null: Yours"));
  }

  @Test
  void allIsCheckedBeforeSomethingIsSaved() throws InterruptedException {
    window.validate(
        "age", Integer.class, age -> age < 18 ? Optional.of("too young") : Optional.empty());
    assertThat(window.check()).isEqualTo(Map.of("email", " has no @"));
    assertThat(mark()).startsWith("error:  has no @");
    type("a@b");
    assertThat(window.check()).isEmpty();
  }

  @Test
  void whatIsToldIsNoHtml() throws InterruptedException {
    type("<html><img src='x'>");
    await().until(() -> mark().startsWith("error:  <html>"));
  }

  @Test
  void aComponentWithoutSuchAValueIsRefused() {
    assertThatThrownBy(() -> window.validate("l", String.class, text -> Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("component \"l\" is a JLabel, which has no value to edit");
    assertThatThrownBy(() -> window.validate("age", String.class, text -> Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the value of \"age\" is a Integer, not a String");
  }
}
