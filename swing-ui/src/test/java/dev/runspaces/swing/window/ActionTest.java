package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.swing.component.ComponentEvent.Performed;
import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.edt.Edt;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.AbstractButton;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One action, used by a button, a menu item and a key. */
@Timeout(60)
class ActionTest {
  private final Runspace runspace = Runspaces.open("gui");
  private final List<Performed> performed = new CopyOnWriteArrayList<>();
  private LayoutWindow window;

  @BeforeEach
  void open() throws InterruptedException {
    runspace.events().on(Performed.class, performed::add);
    window =
        Layouts.using(ComponentRegistry.standard())
            .fromText(
                "test.xml",
                "<Window name='w'>"
                    + "<MenuBar><Menu text='File'><MenuItem name='item' action='#save'/></Menu></MenuBar>"
                    + "<Button name='save' action='#save'/>"
                    + "<Button name='other' text='Keep' enabled='true' action='#save'/>"
                    + "<Actions><Action name='save' text='&amp;Save' toolTipText='Keeps it'"
                    + " accelerator='ctrl S' enabled='false' onAction='Save'/></Actions>"
                    + "</Window>")
            .openOffscreen(runspace);
  }

  @AfterEach
  void close() {
    runspace.close();
  }

  private AbstractButton button(String name) {
    return window.find(name, AbstractButton.class);
  }

  /** Presses the key as Swing does: by the input map of the window, whatever has the focus. */
  private void pressCtrlS() throws InterruptedException {
    Edt.call(
        () -> {
          JRootPane pane = SwingUtilities.getRootPane(button("save"));
          KeyStroke stroke = KeyStroke.getKeyStroke("ctrl S");
          Object binding = pane.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).get(stroke);
          Action action = pane.getActionMap().get(binding);
          var press =
              new KeyEvent(
                  pane, KeyEvent.KEY_PRESSED, 0, InputEvent.CTRL_DOWN_MASK, KeyEvent.VK_S, 'S');
          return SwingUtilities.notifyAction(action, stroke, press, pane, press.getModifiersEx());
        });
  }

  @Test
  void givesItsUsersTheirTextKeyAndToolTip() throws InterruptedException {
    Edt.call(
        () -> {
          assertThat(button("save").getText()).isEqualTo("Save");
          assertThat(button("save").getMnemonic()).isEqualTo('S');
          assertThat(button("save").getToolTipText()).isEqualTo("Keeps it");
          assertThat(window.find("item", javax.swing.JMenuItem.class).getAccelerator())
              .isEqualTo(KeyStroke.getKeyStroke("ctrl S"));
          return true;
        });
  }

  @Test
  void whatAUserOfItSaysItselfGoesFirst() throws InterruptedException {
    String text = Edt.call(() -> button("other").getText());
    assertThat(text).isEqualTo("Keep");
  }

  @Test
  void isSwitchedByCodeForAllOfThem() throws InterruptedException {
    assertThat(window.action("save").isEnabled()).isFalse();
    assertThat(Edt.<Boolean>call(() -> button("save").isEnabled())).isFalse();
    window.action("save").setEnabled(true);
    boolean all = Edt.call(() -> button("save").isEnabled() && button("item").isEnabled());
    assertThat(all).isTrue();
  }

  @Test
  void isOneEventWhoeverPerformsIt() throws InterruptedException {
    pressCtrlS(); // which does nothing yet
    window.action("save").setEnabled(true);
    Edt.call(
        () -> {
          button("save").doClick(0);
          button("item").doClick(0);
          return true;
        });
    pressCtrlS();
    await().until(() -> performed.size() >= 3);
    assertThat(performed)
        .containsExactly(
            new Performed("save", "save"),
            new Performed("item", "save"),
            new Performed("", "save"));
  }

  @Test
  void isPerformedByCodeIfItCanBe() throws InterruptedException {
    window.action("save").perform();
    window.action("save").setEnabled(true);
    window.action("save").perform();
    Edt.call(() -> button("save").isEnabled());
    await().until(() -> !performed.isEmpty());
    assertThat(performed).containsExactly(new Performed("", "save"));
  }

  @Test
  void isPerformedByNobodyIfCodeDoesNotSay() throws InterruptedException {
    Edt.call(
        () -> {
          window.action("save").action().actionPerformed(null);
          return true;
        });
    await().until(() -> !performed.isEmpty());
    assertThat(performed).containsExactly(new Performed("", "save"));
  }

  @Test
  void thatIsNotThereIsNamedWithThoseThatAre() {
    assertThatThrownBy(() -> window.action("load"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no action is named \"load\"; there are: save");
  }
}
