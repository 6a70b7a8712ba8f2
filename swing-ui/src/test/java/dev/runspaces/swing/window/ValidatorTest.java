package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.SharedState;
import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.edt.Edt;
import java.awt.EventQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ValidatorTest {
  private static final String OUTLINE = "JComponent.outline";

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
          return field.getClientProperty(OUTLINE)
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
  void aMarkIsOfWhatIsShownAlsoWhenTheModelHasChangedIt() throws InterruptedException {
    var customer = new SharedState();
    customer.put("email", "ada@example.org");
    window.close();
    window =
        Layouts.standard()
            .fromText(
                "bound.xml",
                "<Window><TextField name='email' toolTipText='Yours' value='{customer.email}'/></Window>")
            .model("customer", customer)
            .openOffscreen(runspace);
    window.validate("email", String.class, ValidatorTest::needsAnAt);

    customer.put("email", "shown first");
    runspace.invoke(context -> "what nobody has edited is not marked");
    assertThat(mark()).isEqualTo("null: Yours, Yours");
    type("ada");
    await().until(() -> mark().equals("error: ada has no @, ada has no @"));
    customer.put("email", "grace@example.org");
    await().until(() -> mark().startsWith("null: Yours"));
    customer.put("email", "linus");
    await().until(() -> mark().equals("error: linus has no @, linus has no @"));
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
  void aSecondOneTakesThePlaceOfTheFirst() throws InterruptedException {
    type("ada");
    await().until(() -> mark().startsWith("error"));
    window.validate(
        "email",
        String.class,
        text -> text.length() > 5 ? Optional.of("too long") : Optional.empty());
    assertThat(mark()).isEqualTo("null: Yours, Yours");

    type("ada@example.org");
    await().until(() -> mark().equals("error: too long, too long"));
    type("");
    await().until(() -> mark().equals("null: Yours, Yours"));
    assertThat(window.check()).isEmpty();
  }

  @Test
  void itStaysWithTheNameWhenItemsAreShownAnew() throws InterruptedException {
    var state = new SharedState();
    state.put("mails", List.of(mail("a@b"), mail("c@d")));
    LayoutWindow mails =
        Layouts.using(ComponentRegistry.standard())
            .fromText(
                "test.xml",
                "<Window><Repeat name='mails' items='{state.mails}' as='mail'>"
                    + "<TextField name='text' value='{mail.text}'/></Repeat></Window>")
            .model("state", state)
            .openOffscreen(runspace);
    mails.validate("mails.1.text", String.class, ValidatorTest::needsAnAt);

    state.put("mails", List.of(mail("x")));
    await().until(() -> !mails.names().contains("mails.1.text"));
    assertThat(mails.check()).as("it is not there").isEmpty();

    state.put("mails", List.of(mail("x"), mail("y")));
    await().until(() -> mails.names().contains("mails.1.text"));
    assertThat(mails.check()).isEqualTo(Map.of("mails.1.text", "y has no @"));
    JTextField field = mails.find("mails.1.text", JTextField.class);
    await().until(() -> Edt.call(() -> "error".equals(field.getClientProperty(OUTLINE))));
    Edt.run(() -> field.setText("y@z"));
    await().until(() -> Edt.call(() -> field.getClientProperty(OUTLINE) == null));
  }

  private static SharedState mail(String text) {
    var mail = new SharedState();
    mail.put("text", text);
    return mail;
  }

  @Test
  void itEndsWithWhatWasLoadedIntoASlot(@TempDir Path folder) throws Exception {
    LayoutWindow slots =
        Layouts.using(ComponentRegistry.standard())
            .fromText("test.xml", "<Window><Slot name='s'/></Window>")
            .openOffscreen(runspace);
    Fragment fragment =
        Layouts.fragment(
            Files.writeString(
                folder.resolve("f.xml"), "<Fragment><TextField name='t'/></Fragment>"));
    slots.load("s", fragment);
    slots.validate("s.t", String.class, ValidatorTest::needsAnAt);
    assertThat(slots.check()).containsOnlyKeys("s.t");

    slots.load("s", fragment);

    assertThat(slots.check()).isEmpty();
  }

  @Test
  void whatTheComponentIsGivenMeanwhileComesBack() throws InterruptedException {
    type("ada");
    await().until(() -> mark().startsWith("error"));
    Edt.call(
        () -> {
          JTextField field = window.find("email", JTextField.class);
          field.setToolTipText("Deine");
          field.getAccessibleContext().setAccessibleDescription("die Adresse");
          return true;
        });
    assertThat(mark()).isEqualTo("error: ada has no @, ada has no @");

    type("ada@example.org");
    await().until(() -> mark().equals("null: Deine, die Adresse"));
  }

  @Test
  void aComboBoxWithNothingChosenHasAnEmptyValue() throws InterruptedException {
    LayoutWindow combo =
        Layouts.using(ComponentRegistry.standard())
            .fromText("test.xml", "<Window><ComboBox name='c'/></Window>")
            .openOffscreen(runspace);
    combo.validate(
        "c", String.class, text -> text.isEmpty() ? Optional.of("choose") : Optional.empty());
    assertThat(combo.check()).isEqualTo(Map.of("c", "choose"));
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
        .hasMessage("the value of \"age\" is of the type Integer, not String");
  }
}
