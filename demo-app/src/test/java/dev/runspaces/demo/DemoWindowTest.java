package dev.runspaces.demo;

import static javax.swing.JComponent.WHEN_IN_FOCUSED_WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.window.LayoutWindow;
import dev.runspaces.swing.window.Theme;
import java.awt.event.ActionEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The windows of the demo do what their layouts promise. */
@Timeout(60)
class DemoWindowTest {
  private final Runspace gui = Runspaces.open("gui");
  private final List<Object> errors = new CopyOnWriteArrayList<>();

  DemoWindowTest() {
    gui.events().on(ErrorOccurred.class, errors::add);
  }

  @AfterEach
  void closeAll() {
    gui.close();
    assertThat(errors).isEmpty();
  }

  private LayoutWindow open(DemoWindow demo) throws Exception {
    LayoutWindow window = demo.layout().openOffscreen(gui);
    gui.invoke(
        context -> {
          demo.furnish(window);
          return window;
        });
    return window;
  }

  @ParameterizedTest
  @EnumSource
  void eachOpensAndClosesWithoutAnError(DemoWindow.Choice choice) throws Exception {
    LayoutWindow window = open(choice.make(Theme.LIGHT));
    assertThat(window.title()).isNotBlank();
    window.close();
    assertThat(window.isClosed()).isTrue();
  }

  @Test
  void aCustomerWithoutANameIsNotSaved() throws Exception {
    LayoutWindow window = open(new CustomerForm(new Customer()));
    JTextField name = window.find("name", JTextField.class);
    Edt.run(() -> name.setText(""));
    press(window, "save");

    eventuallyShows(window.find("status", JLabel.class), "A customer has a name.");
    Edt.run(() -> name.setText("Grace"));
    press(window, "save");
    eventuallyShows(window.find("status", JLabel.class), "Grace is saved.");
  }

  @Test
  void theFirstMessageIsSelectedAndShownFromTheBeginning() throws Exception {
    LayoutWindow window = open(new MailWindow());
    JTable messages = window.find("messages", JTable.class);
    JTextArea text = window.find("text", JTextArea.class);

    assertThat(Edt.call(messages::getSelectedRow)).isZero();
    assertThat(Edt.<String>call(text::getText)).startsWith("It took three years.");
    assertThat(Edt.call(text::getCaretPosition)).as("the text is seen from its start").isZero();
    assertThat(window.action("reply").isEnabled()).isTrue();
  }

  @Test
  void theMessageAfterADeletedOneIsSelectedAndItDoesNotComeBack() throws Exception {
    LayoutWindow window = open(new MailWindow());
    JTable messages = window.find("messages", JTable.class);
    JTextArea text = window.find("text", JTextArea.class);
    JTextField search = window.find("search", JTextField.class);
    press(window, "delete");
    Awaitility.await().until(() -> Edt.call(text::getText).equals("Please."));

    Edt.run(search::postActionEvent);
    eventuallyShows(window.find("status", JLabel.class), "Inbox: 2 messages, 1 unread");
    press(window, "delete");
    press(window, "delete");
    Awaitility.await().until(() -> Edt.call(messages::getRowCount) == 0);
    Awaitility.await().until(() -> Edt.call(text::getText).isEmpty());
    Awaitility.await().until(() -> !window.action("delete").isEnabled());
  }

  @Test
  void theListsOfTheMailWindowCanBeCompact() throws Exception {
    LayoutWindow window = open(new MailWindow());
    JTable messages = window.find("messages", JTable.class);
    JRadioButtonMenuItem compact = window.find("compact", JRadioButtonMenuItem.class);
    JRadioButtonMenuItem comfortable = window.find("comfortable", JRadioButtonMenuItem.class);
    int usual = Edt.call(messages::getRowHeight);

    Edt.run(compact::doClick);
    Awaitility.await().until(() -> Edt.call(messages::getRowHeight) < usual);
    Edt.run(comfortable::doClick);
    Awaitility.await().until(() -> Edt.call(messages::getRowHeight) == usual);
  }

  @Test
  void aTextSizeIsThatOfAllTextsWhenItIsApplied() throws Exception {
    LayoutWindow window = open(new Preferences(Theme.LIGHT));
    JSlider size = window.find("size", JSlider.class);
    float usual = textSize();
    try {
      Edt.run(() -> size.setValue(200));
      Awaitility.await().until(() -> window.action("apply").isEnabled());
      press(window, "apply");
      Awaitility.await().until(() -> textSize() == 2 * usual);
      Edt.run(() -> size.setValue(100));
      Awaitility.await().until(() -> window.action("apply").isEnabled());
      press(window, "apply");
      Awaitility.await().until(() -> textSize() == usual);
    } finally {
      Edt.call(() -> UIManager.put("defaultFont", null));
      Theme.LIGHT.install();
    }
  }

  /** Of what is made now; only what is on the screen is changed. */
  private static float textSize() throws InterruptedException {
    return Edt.call(() -> new JLabel().getFont().getSize2D());
  }

  @Test
  void theTextOfTheSelectedMessageIsShown() throws Exception {
    LayoutWindow window = open(new MailWindow());
    JTable messages = window.find("messages", JTable.class);
    JTextArea text = window.find("text", JTextArea.class);
    Edt.run(() -> messages.setRowSelectionInterval(1, 1));

    Awaitility.await().until(() -> Edt.call(text::getText).equals("Please."));
    assertThat(window.action("delete").isEnabled()).isTrue();
    press(window, "delete");
    Awaitility.await().until(() -> Edt.call(messages::getRowCount) == 2);
  }

  @Test
  void preferencesAreAppliedWhenTheyWereEdited() throws Exception {
    var preferences = new Preferences(Theme.LIGHT);
    LayoutWindow window = open(preferences);
    assertThat(window.action("apply").isEnabled()).isFalse();
    JTextField host = window.find("host", JTextField.class);
    Edt.run(() -> host.setText("example.net"));

    Awaitility.await().until(() -> window.action("apply").isEnabled());
    press(window, "apply");
    Awaitility.await().until(() -> "example.net".equals(preferences.applied().get("host")));
  }

  @Test
  void preferencesAreClosedByEscape() throws Exception {
    LayoutWindow window = open(new Preferences(Theme.LIGHT));
    JButton close = window.find("close", JButton.class);
    KeyStroke escape = KeyStroke.getKeyStroke("ESCAPE");
    Object bound = Edt.call(() -> close.getInputMap(WHEN_IN_FOCUSED_WINDOW).get(escape));
    assertThat(bound).isNotNull();
    Edt.run(() -> close.getActionMap().get(bound).actionPerformed(new ActionEvent(close, 0, "")));

    assertThat(window.awaitClosed(Duration.ofSeconds(10))).isTrue();
  }

  @Test
  void aProxyHasAnAddressOnlyIfItIsUsed() throws Exception {
    LayoutWindow window = open(new Preferences(Theme.LIGHT));
    JCheckBox proxy = window.find("proxy", JCheckBox.class);
    JTextField host = window.find("host", JTextField.class);
    JSpinner port = window.find("port", JSpinner.class);
    assertThat(Edt.<Boolean>call(host::isEnabled)).isFalse();
    assertThat(Edt.<Boolean>call(port::isEnabled)).isFalse();

    Edt.run(() -> proxy.doClick(0));
    Awaitility.await().until(() -> Edt.call(host::isEnabled) && Edt.call(port::isEnabled));
  }

  @Test
  void aPortIsShownAsItIsWritten() throws Exception {
    LayoutWindow window = open(new Preferences(Theme.LIGHT));
    JSpinner port = window.find("port", JSpinner.class);
    assertThat(
            Edt.<String>call(
                () -> ((JSpinner.DefaultEditor) port.getEditor()).getTextField().getText()))
        .isEqualTo("8080");
  }

  @ParameterizedTest
  @EnumSource
  void preferencesShowTheThemeInUse(Theme theme) throws Exception {
    LayoutWindow window = open(new Preferences(theme));
    JComboBox<?> shown = window.find("theme", JComboBox.class);
    Awaitility.await()
        .until(() -> theme.name().equalsIgnoreCase(Edt.call(() -> shown.getSelectedItem() + "")));
  }

  @Test
  void theThemeThatIsAppliedIsInUse() throws Exception {
    LayoutWindow window = open(new Preferences(Theme.LIGHT));
    JComboBox<?> theme = window.find("theme", JComboBox.class);
    try {
      Edt.run(() -> theme.setSelectedItem("Dark"));
      Awaitility.await().until(() -> window.action("apply").isEnabled());
      press(window, "apply");
      Awaitility.await().until(() -> UIManager.getLookAndFeel().getName().contains("Dark"));
    } finally {
      Theme.LIGHT.install();
    }
  }

  private static void press(LayoutWindow window, String action) throws Exception {
    Edt.run(
        () ->
            window
                .action(action)
                .action()
                .actionPerformed(new java.awt.event.ActionEvent(new JButton(), 0, action)));
  }

  private static void eventuallyShows(JLabel label, String text) {
    Awaitility.await().until(() -> Edt.call(label::getText).equals(text));
  }
}
