package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.SharedState;
import dev.runspaces.swing.component.ComponentEvent.Performed;
import dev.runspaces.swing.component.ComponentEvent.Toggled;
import dev.runspaces.swing.edt.Edt;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.AbstractButton;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JRootPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The check boxes and toggle buttons of one action are one switch, and its key works it. */
@Timeout(60)
class ActionTogglesTest {
  private static final String MENU =
      "<MenuBar><Menu text='View'><CheckBoxMenuItem name='item' action='#preview'"
          + " value='{state.preview}' onChange='Changed'/></Menu></MenuBar>";
  private static final String BUTTON = "<ToggleButton name='button' action='#preview'/>";

  private final Runspace runspace = Runspaces.open("gui");
  private final SharedState state = new SharedState();
  private final List<Performed> performed = new CopyOnWriteArrayList<>();
  private final List<Toggled> toggled = new CopyOnWriteArrayList<>();

  @BeforeEach
  void listen() {
    runspace.events().on(Performed.class, performed::add);
    runspace.events().on(Toggled.class, toggled::add);
  }

  @AfterEach
  void close() {
    runspace.close();
  }

  private LayoutWindow open(String content) throws InterruptedException {
    return Layouts.standard()
        .fromText(
            "test.xml",
            "<Window><Actions><Action name='preview' text='Preview' accelerator='ctrl P'"
                + " onAction='Preview'/></Actions><TextField name='field'/>"
                + content
                + "</Window>")
        .model("state", state)
        .openOffscreen(runspace);
  }

  /** Presses the key as Swing does: by the input map of the window, whatever has the focus. */
  private static void pressCtrlP(LayoutWindow window) throws InterruptedException {
    boolean isUsed =
        Edt.call(
            () -> {
              JRootPane pane = SwingUtilities.getRootPane(window.find("field", JTextField.class));
              KeyStroke stroke = KeyStroke.getKeyStroke("ctrl P");
              Object binding = pane.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).get(stroke);
              Action action = pane.getActionMap().get(binding);
              var press =
                  new KeyEvent(
                      pane, KeyEvent.KEY_PRESSED, 0, InputEvent.CTRL_DOWN_MASK, KeyEvent.VK_P, 'P');
              return SwingUtilities.notifyAction(
                  action, stroke, press, pane, press.getModifiersEx());
            });
    assertThat(isUsed).isTrue();
  }

  private static void click(LayoutWindow window, String name) throws InterruptedException {
    Edt.call(
        () -> {
          window.find(name, AbstractButton.class).doClick(0);
          return true;
        });
  }

  @Test
  void codeThatPerformsTheActionSwitchesItAsItsKeyDoes() throws InterruptedException {
    LayoutWindow window = open(MENU + BUTTON);
    window.action("preview").perform();

    await().until(() -> performed.size() == 1 && toggled.size() == 1);
    assertThat(selected(window, "item", "button")).containsExactly(true, true);
    await().untilAsserted(() -> assertThat(state.get("preview", Boolean.class)).contains(true));
  }

  private static List<Boolean> selected(LayoutWindow window, String... names)
      throws InterruptedException {
    return Edt.call(
        () -> {
          var all = new ArrayList<Boolean>();
          for (String name : names) {
            all.add(window.find(name, AbstractButton.class).isSelected());
          }
          return all;
        });
  }

  /**
   * Waits until the runspace has done all that was raised until now, and the EDT what came of it.
   */
  private void settle() throws InterruptedException {
    for (int round = 0; round < 2; round++) {
      Edt.call(() -> true);
      runspace.invoke(context -> true);
    }
    Edt.call(() -> true);
  }

  @Test
  void areWorkedByItsKeyAsByAClick() throws InterruptedException {
    state.put("preview", false);
    LayoutWindow window = open(MENU + BUTTON);
    pressCtrlP(window);
    await().untilAsserted(() -> assertThat(state.snapshot()).containsEntry("preview", true));
    settle();

    assertThat(selected(window, "item", "button")).containsExactly(true, true);
    assertThat(toggled).containsExactly(new Toggled("item", true));
    assertThat(performed).containsExactly(new Performed("item", "preview"));
  }

  @Test
  void agreeWhicheverIsClicked() throws InterruptedException {
    state.put("preview", true);
    LayoutWindow window = open(MENU + BUTTON);
    assertThat(selected(window, "item", "button")).containsExactly(true, true);
    click(window, "button");
    await().untilAsserted(() -> assertThat(state.snapshot()).containsEntry("preview", false));
    settle();

    assertThat(selected(window, "item", "button")).containsExactly(false, false);
    assertThat(performed).containsExactly(new Performed("button", "preview"));
  }

  @Test
  void agreeWhereOneOfThemSaysSomethingItself() throws InterruptedException {
    LayoutWindow window = open("<CheckBox name='own' text='Own' action='#preview'/>" + BUTTON);
    click(window, "own");
    assertThat(selected(window, "own", "button")).containsExactly(true, true);
    click(window, "button");
    assertThat(selected(window, "own", "button")).containsExactly(false, false);
  }

  @Test
  void areOnAtFirstIfOneOfThemIs() throws InterruptedException {
    LayoutWindow window = open(BUTTON + "<CheckBox name='box' action='#preview' selected='true'/>");
    assertThat(selected(window, "button", "box")).containsExactly(true, true);
  }

  @Test
  void followTheModelWithoutAnEdit() throws InterruptedException {
    List<Object> changes = new CopyOnWriteArrayList<>();
    state.put("preview", false);
    LayoutWindow window =
        open(MENU + "<CheckBox name='box' action='#preview' value='{state.preview}'/>");
    state.onChange(changes::add);
    state.put("preview", true);
    await()
        .untilAsserted(
            () -> assertThat(selected(window, "item", "box")).containsExactly(true, true));
    settle();

    assertThat(changes).as("that of this test").hasSize(1);
  }

  @Test
  void areNotWorkedWhereTheyAreDisabledThemselves() throws InterruptedException {
    LayoutWindow window = open("<CheckBox name='box' action='#preview' enabled='false'/>");
    pressCtrlP(window);
    settle();

    assertThat(selected(window, "box")).containsExactly(false);
    assertThat(performed).as("the action is enabled").hasSize(1);
  }

  @Test
  void ofOneGroupAreAlternativesAndNoSwitch() throws InterruptedException {
    LayoutWindow window =
        open(
            "<RadioButton name='a' group='g' action='#preview' selected='true'/>"
                + "<RadioButton name='b' group='g' action='#preview'/>");
    click(window, "b");
    assertThat(selected(window, "a", "b")).containsExactly(false, true);
    pressCtrlP(window);
    settle();

    assertThat(selected(window, "a", "b")).containsExactly(false, true);
    assertThat(performed)
        .containsExactly(new Performed("b", "preview"), new Performed("", "preview"));
  }

  @Test
  void ofTwoGroupsAgreeWithEachOther() throws InterruptedException {
    LayoutWindow window =
        open(
            "<RadioButton name='a' group='g' action='#preview'/>"
                + "<RadioButton name='b' group='g' selected='true'/>"
                + "<ToggleButton name='c' group='h' action='#preview'/>"
                + "<ToggleButton name='d' group='h' selected='true'/>");
    pressCtrlP(window);
    assertThat(selected(window, "a", "b", "c", "d")).containsExactly(true, false, true, false);
    click(window, "b");
    assertThat(selected(window, "a", "b", "c")).containsExactly(false, true, false);
  }

  @Test
  void ofAListAreEachItsItems() throws InterruptedException {
    state.put("rows", List.of("x", "y"));
    LayoutWindow window =
        open(
            BUTTON
                + "<Repeat name='r' items='{state.rows}' as='row'>"
                + "<CheckBox name='box' action='#preview'/></Repeat>");
    click(window, "r.0.box");
    assertThat(selected(window, "r.0.box", "r.1.box", "button"))
        .containsExactly(true, false, false);
    click(window, "button");
    assertThat(selected(window, "r.0.box", "r.1.box", "button")).containsExactly(true, false, true);
  }
}
