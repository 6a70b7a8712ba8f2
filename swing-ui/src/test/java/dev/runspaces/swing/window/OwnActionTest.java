package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.SharedState;
import dev.runspaces.swing.component.ComponentEvent.Performed;
import dev.runspaces.swing.edt.Edt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.AbstractButton;
import javax.swing.Action;
import javax.swing.JMenuItem;
import javax.swing.KeyStroke;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a button says itself goes before what its action says, whenever that says another thing. */
@Timeout(60)
class OwnActionTest {
  private final Runspace runspace = Runspaces.open("gui");
  private final SharedState state = new SharedState();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    runspace.close();
  }

  private static ResourceBundle texts(Locale locale) {
    return new ListResourceBundle() {
      @Override
      protected Object[][] getContents() {
        return locale.equals(Locale.GERMAN)
            ? new Object[][] {{"save", "S&ichern"}, {"tip", "Sichert es"}, {"keep", "&Halten"}}
            : new Object[][] {{"save", "&Save"}, {"tip", "Saves it"}, {"keep", "&Keep"}};
      }
    };
  }

  /** A window with a button or item {@code b} of an action that says all that one can say. */
  private LayoutWindow open(String button) throws Exception {
    for (String icon : List.of("save.svg", "own.svg")) {
      Files.writeString(
          folder.resolve(icon), "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
    }
    String menu = "<MenuBar><Menu text='m'>" + button + "</Menu></MenuBar>";
    Path file =
        Files.writeString(
            folder.resolve("test.xml"),
            "<Window><Actions><Action name='save' text='%save' toolTipText='%tip' icon='save.svg'"
                + " accelerator='ctrl S' onAction='Save'/></Actions>"
                + (button.contains("MenuItem") ? menu : button)
                + "</Window>");
    LayoutWindow window =
        Layouts.standard()
            .texts(OwnActionTest::texts)
            .locale(Locale.ENGLISH)
            .from(file)
            .model("state", state)
            .openOffscreen(runspace);
    return window;
  }

  private static AbstractButton button(LayoutWindow window) {
    return window.find("b", AbstractButton.class);
  }

  private static String shown(LayoutWindow window) throws InterruptedException {
    return Edt.call(
        () -> {
          AbstractButton it = button(window);
          return it.getText() + ", " + (char) it.getMnemonic() + ", " + it.getToolTipText();
        });
  }

  private static boolean isEnabled(LayoutWindow window) throws InterruptedException {
    return Edt.call(() -> button(window).isEnabled());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Button",
        "CheckBox",
        "RadioButton",
        "ToggleButton",
        "MenuItem",
        "CheckBoxMenuItem",
        "RadioButtonMenuItem"
      })
  void holdsForEachKindOfButton(String kind) throws Exception {
    LayoutWindow window =
        open(
            "<"
                + kind
                + " name='b' action='#save' text='Store &amp;it' toolTipText='Mine'"
                + " enabled='false'/>");
    window.setLocale(Locale.GERMAN);
    window.action("save").setEnabled(false);
    window.action("save").setEnabled(true);

    assertThat(shown(window)).isEqualTo("Store it, I, Mine");
    assertThat(isEnabled(window)).isFalse();
  }

  @Test
  void holdsForATextInTheLanguageOfTheWindow() throws Exception {
    LayoutWindow window = open("<Button name='b' action='#save' text='%keep'/>");
    window.setLocale(Locale.GERMAN);

    assertThat(shown(window)).isEqualTo("Halten, H, Sichert es");
  }

  @Test
  void holdsForATextThatSaysNoMnemonic() throws Exception {
    LayoutWindow window = open("<Button name='b' action='#save' text='Store'/>");
    window.setLocale(Locale.GERMAN);

    assertThat(Edt.call(() -> button(window).getMnemonic())).isZero();
    assertThat(Edt.call(() -> button(window).getDisplayedMnemonicIndex())).isEqualTo(-1);
  }

  @Test
  void holdsForAMnemonicAlone() throws Exception {
    LayoutWindow window = open("<Button name='b' action='#save' mnemonic='C'/>");
    window.setLocale(Locale.GERMAN);

    assertThat(shown(window)).isEqualTo("Sichern, C, Sichert es");
  }

  @Test
  void holdsForAValueOfAModel() throws Exception {
    state.put("on", false);
    LayoutWindow window = open("<Button name='b' action='#save' enabled='{state.on}'/>");
    window.action("save").setEnabled(false);
    window.action("save").setEnabled(true);
    assertThat(isEnabled(window)).isFalse();

    state.put("on", true);
    await().untilAsserted(() -> assertThat(isEnabled(window)).isTrue());
    window.action("save").setEnabled(false);
    assertThat(isEnabled(window)).isTrue();
  }

  @Test
  void holdsForItsIconAndItsKey() throws Exception {
    LayoutWindow window =
        open("<MenuItem name='b' action='#save' icon='own.svg' accelerator='F2'/>");
    Edt.call(
        () -> {
          var item = (JMenuItem) button(window);
          var own = item.getIcon();
          Action action = window.action("save").action();
          assertThat(own).isNotNull().isNotSameAs(action.getValue(Action.SMALL_ICON));
          action.putValue(Action.SMALL_ICON, null);
          action.putValue(Action.ACCELERATOR_KEY, null);
          assertThat(item.getIcon()).isSameAs(own);
          assertThat(item.getAccelerator()).isEqualTo(KeyStroke.getKeyStroke("F2"));
          return true;
        });
  }

  @Test
  void leavesTheRestToTheAction() throws Exception {
    List<Performed> performed = new CopyOnWriteArrayList<>();
    runspace.events().on(Performed.class, performed::add);
    LayoutWindow window = open("<Button name='b' action='#save' text='Store'/>");
    window.setLocale(Locale.GERMAN);
    window.action("save").setEnabled(false);
    assertThat(isEnabled(window)).isFalse();
    window.action("save").setEnabled(true);
    Edt.run(() -> button(window).doClick(0));

    assertThat(Edt.call(() -> button(window).getToolTipText())).isEqualTo("Sichert es");
    await().untilAsserted(() -> assertThat(performed).containsExactly(new Performed("b", "save")));
  }
}
