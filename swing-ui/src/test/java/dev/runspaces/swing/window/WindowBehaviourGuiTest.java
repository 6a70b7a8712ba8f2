package dev.runspaces.swing.window;

import static dev.runspaces.swing.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.event.Event;
import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.testkit.GuiTest;
import dev.runspaces.swing.testkit.OnEdt;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.assertj.swing.core.Robot;
import org.assertj.swing.fixture.JComboBoxFixture;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What only a real window, pointer and keyboard can show of events and actions. */
@GuiTest
class WindowBehaviourGuiTest {
  private final Runspace gui = Runspaces.open("gui");
  private final List<String> heard = new CopyOnWriteArrayList<>();

  WindowBehaviourGuiTest() {
    gui.events().on(Event.class, event -> heard.add(event.sourceIdentifier()));
  }

  @AfterEach
  void closeAll() {
    gui.close();
  }

  private LayoutWindow open(String attributes, String content) throws InterruptedException {
    return Layouts.using(ComponentRegistry.standard())
        .fromText(
            "test.xml",
            "<Window title='T' "
                + attributes
                + ">"
                + content
                + "<TextField name='f' columns='10' onFocusGained='Focus' onKeyPress='Key'"
                + " onMouseClick='Mouse'/></Window>")
        .open(gui);
  }

  @Test
  void aWindowTellsOfItsLife(Robot robot) throws InterruptedException {
    LayoutWindow window =
        open("onOpened='Opened' onActivated='Active' onClosing='Closing' onClosed='Closed'", "");
    JTextField field = window.find("f", JTextField.class);
    // Some window managers activate a window only when somebody turns to it.
    new JTextComponentFixture(robot, field).click();
    eventually(() -> assertThat(heard).contains("Opened", "Active"));
    robot.close(OnEdt.call(() -> (JFrame) SwingUtilities.getWindowAncestor(field)));
    eventually(() -> assertThat(heard).contains("Closed"));
    assertThat(heard).containsSubsequence("Opened", "Closing", "Closed");
  }

  @Test
  void aWindowThatMayNotBeClosedStays(Robot robot) throws InterruptedException {
    LayoutWindow window = open("onClosing='Closing' defaultCloseOperation='nothing'", "");
    JTextField field = window.find("f", JTextField.class);
    robot.close(OnEdt.call(() -> (JFrame) SwingUtilities.getWindowAncestor(field)));
    eventually(() -> assertThat(heard).contains("Closing"));
    assertThat(window.isClosed()).isFalse();
    window.close();
  }

  @Test
  void theMouseTheFocusAndTheKeysOfAFieldAreTold(Robot robot) throws InterruptedException {
    LayoutWindow window = open("", "");
    var field = new JTextComponentFixture(robot, window.find("f", JTextField.class));
    field.click().enterText("a");
    eventually(() -> assertThat(heard).contains("Mouse", "Focus", "Key"));
    window.close();
  }

  @Test
  void theKeyOfAnActionWorksWhileAFieldHasTheFocus(Robot robot) throws InterruptedException {
    LayoutWindow window =
        open(
            "",
            "<Actions><Action name='save' accelerator='ctrl S' enabled='false'"
                + " onAction='Save'/></Actions>");
    var field = new JTextComponentFixture(robot, window.find("f", JTextField.class));
    field.click();
    pressCtrlS(robot); // nothing yet
    window.action("save").setEnabled(true);
    pressCtrlS(robot);
    eventually(() -> assertThat(heard).contains("Save"));
    assertThat(heard).containsOnlyOnce("Save");
    window.close();
  }

  @Test
  void enterAndEscapeInAFieldClickTheButtonsThatAreThereForThem(Robot robot)
      throws InterruptedException {
    LayoutWindow window =
        open(
            "defaultButton='#ok' cancelButton='#cancel'",
            "<ComboBox name='c'><Item text='one'/><Item text='two'/></ComboBox>"
                + "<Button name='ok' text='OK' onClick='Ok'/>"
                + "<Button name='cancel' text='Cancel' onClick='Cancel'/>");
    var field = new JTextComponentFixture(robot, window.find("f", JTextField.class));
    field.click().pressAndReleaseKeys(KeyEvent.VK_ENTER);
    eventually(() -> assertThat(heard).contains("Ok").doesNotContain("Cancel"));

    JComboBox<?> combo = window.find("c", JComboBox.class);
    new JComboBoxFixture(robot, combo).click();
    eventually(() -> assertThat(OnEdt.call(combo::isPopupVisible)).isTrue());
    robot.pressAndReleaseKey(KeyEvent.VK_ESCAPE); // is that of the list, which it closes
    eventually(() -> assertThat(OnEdt.call(combo::isPopupVisible)).isFalse());

    field.click().pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
    eventually(() -> assertThat(heard).contains("Cancel"));
    assertThat(heard).containsOnlyOnce("Ok", "Cancel");
    window.close();
  }

  private static void pressCtrlS(Robot robot) {
    robot.pressKey(KeyEvent.VK_CONTROL);
    robot.pressAndReleaseKey(KeyEvent.VK_S);
    robot.releaseKey(KeyEvent.VK_CONTROL);
    robot.waitForIdle();
  }
}
