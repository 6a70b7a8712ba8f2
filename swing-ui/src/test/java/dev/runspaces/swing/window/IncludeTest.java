package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.SharedState;
import dev.runspaces.swing.component.ComponentEvent.Clicked;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutLimits;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What layouts have in common stands in files of its own. */
@Timeout(60)
class IncludeTest {
  private static final String ADDRESS =
      """
      <Fragment>
        <Parameter name="title"/>
        <Parameter name="columns" default="20"/>
        <Panel layout="wrap 2">
          <Label name="label" text="${title}" labelFor="#street"/>
          <TextField name="street" columns="${columns}"/>
          <Button name="find" text="Find" onClick="find"/>
          <Slot name="more"><Label name="nothing" text="nothing more"/></Slot>
        </Panel>
      </Fragment>
      """;

  @TempDir private Path folder;

  private final Runspace runspace = Runspaces.open("gui");

  @AfterEach
  void closeAll() {
    runspace.close();
    assertThat(Runspaces.count()).isZero();
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    // Old enough that its plan is kept.
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    return file;
  }

  private LayoutWindow open(String window) throws Exception {
    return Layouts.load(file("window.xml", window)).openOffscreen(runspace);
  }

  private static String textOf(LayoutWindow window, String label) throws Exception {
    return Edt.call(() -> window.find(label, JLabel.class).getText());
  }

  @Nested
  class AnInclude {
    @Test
    void bringsAFragmentWithItsParametersAndDefaults() throws Exception {
      file("parts/address.xml", ADDRESS);
      LayoutWindow window =
          open("<Window><Include file='parts/address.xml' title='Home' columns='7'/></Window>");

      assertThat(textOf(window, "label")).isEqualTo("Home");
      assertThat(window.find("street", JTextField.class).getColumns()).isEqualTo(7);
      LayoutWindow another =
          open("<Window><Include file='parts/address.xml' title='Home'/></Window>");
      assertThat(another.find("street", JTextField.class).getColumns()).isEqualTo(20);
    }

    @Test
    void hasANameSpaceOfItsOwnIfItHasAName() throws Exception {
      file("address.xml", ADDRESS);
      LayoutWindow window =
          open(
              "<Window><Include name='home' file='address.xml' title='Home'/>"
                  + "<Include name='work' file='address.xml' title='Work'/></Window>");

      assertThat(window.names())
          .contains("home.street", "work.street")
          .doesNotContain("street", "home");
      assertThat(textOf(window, "work.label")).isEqualTo("Work");
      JLabel label = window.find("work.label", JLabel.class);
      assertThat(label.getLabelFor()).isSameAs(window.find("work.street", JTextField.class));
    }

    @Test
    void tellsInItsEventsWhichOneItWas() throws Exception {
      file("address.xml", ADDRESS);
      LayoutWindow window =
          open(
              "<Window><Include name='home' file='address.xml' title='Home'/>"
                  + "<Include name='work' file='address.xml' title='Work'/></Window>");
      var clicked = new CopyOnWriteArrayList<String>();
      runspace.events().on(Clicked.class, event -> clicked.add(event.component()));

      Edt.run(() -> window.find("work.find", JButton.class).doClick());

      await().untilAsserted(() -> assertThat(clicked).containsExactly("work.find"));
    }

    @Test
    void isPlacedByWhoIncludes() throws Exception {
      file("part.xml", "<Fragment><Label name='l' text='x' cell='wrap'/></Fragment>");
      LayoutWindow window =
          open("<Window layout='fill'><Include file='part.xml' cell='dock south'/></Window>");

      int bottom =
          Edt.call(
              () -> {
                JLabel label = window.find("l", JLabel.class);
                return label.getParent().getHeight() - label.getY() - label.getHeight();
              });
      assertThat(bottom).isZero();
    }

    @Test
    void includesWhatStandsBesideItsFile() throws Exception {
      file("parts/inner.xml", "<Fragment><Label name='in' text='in'/></Fragment>");
      file(
          "parts/outer.xml",
          "<Fragment><Panel><Include name='i' file='inner.xml'/></Panel></Fragment>");
      LayoutWindow window = open("<Window><Include name='o' file='parts/outer.xml'/></Window>");

      assertThat(textOf(window, "o.i.in")).isEqualTo("in");
    }

    @Test
    void bringsItemsIntoAMenuAsWell() throws Exception {
      file("items.xml", "<Fragment><MenuItem text='One'/><MenuItem text='Two'/></Fragment>");
      LayoutWindow window =
          open(
              "<Window><MenuBar><Menu name='m' text='M'><MenuItem text='Zero'/>"
                  + "<Include file='items.xml'/></Menu></MenuBar></Window>");

      List<String> items =
          Edt.call(
              () -> {
                JMenu menu = window.find("m", JMenu.class);
                return List.of(menu.getMenuComponents()).stream()
                    .map(item -> ((JMenuItem) item).getText())
                    .toList();
              });
      assertThat(items).containsExactly("Zero", "One", "Two");
    }

    @Test
    void usesActionsOfTheWindow() throws Exception {
      file("bar.xml", "<Fragment><Button name='b' action='#save'/></Fragment>");
      LayoutWindow window =
          open(
              "<Window><Actions><Action name='save' text='Save'/></Actions>"
                  + "<Include name='bar' file='bar.xml'/></Window>");

      assertThat(Edt.call(() -> window.find("bar.b", JButton.class).getText())).isEqualTo("Save");
    }

    @Test
    void keepsItsRadioButtonsToItself() throws Exception {
      file("choice.xml", "<Fragment><RadioButton name='a' group='g' selected='true'/></Fragment>");
      LayoutWindow window =
          open(
              "<Window><Include name='x' file='choice.xml'/>"
                  + "<Include name='y' file='choice.xml'/></Window>");

      boolean both =
          Edt.call(
              () ->
                  window.find("x.a", JRadioButton.class).isSelected()
                      && window.find("y.a", JRadioButton.class).isSelected());
      assertThat(both).isTrue();
    }

    @Test
    void mayHaveADollarInItsTexts() throws Exception {
      file(
          "price.xml",
          "<Fragment><Parameter name='p'/><Label name='l' text='$${p} $ ${p} $5'/></Fragment>");
      LayoutWindow window = open("<Window><Include file='price.xml' p='$1'/></Window>");

      assertThat(textOf(window, "l")).isEqualTo("${p} $ $1 $5");
    }

    @Test
    void isReadAgainWhenItsFileHasChanged() throws Exception {
      file("part.xml", "<Fragment><Label name='l' text='old'/></Fragment>");
      Path window = file("window.xml", "<Window><Include file='part.xml'/></Window>");
      Layouts.load(window);

      file("part.xml", "<Fragment><Label name='l' text='newer'/></Fragment>");

      assertThat(textOf(Layouts.load(window).openOffscreen(runspace), "l")).isEqualTo("newer");
    }

    @Test
    void hasNoFolderInALayoutThatIsATextOnly() {
      assertThatExceptionOfType(LayoutException.class)
          .isThrownBy(
              () -> Layouts.standard().fromText("t", "<Window><Include file='a.xml'/></Window>"))
          .withMessageContaining("there is no file for file=\"a.xml\"");
    }
  }

  @Nested
  class ASlot {
    @Test
    void isFilledByWhoIncludes() throws Exception {
      file("address.xml", ADDRESS);
      LayoutWindow window =
          open(
              "<Window><Include name='home' file='address.xml' title='Home'>"
                  + "<Fill slot='more'><Label name='mine' text='mine'/></Fill></Include></Window>");

      assertThat(textOf(window, "mine")).isEqualTo("mine");
      assertThat(window.names()).doesNotContain("home.nothing", "home.more");
    }

    @Test
    void keepsWhatItHasIfNobodyFillsIt() throws Exception {
      file("address.xml", ADDRESS);
      LayoutWindow window =
          open("<Window><Include name='home' file='address.xml' title='Home'/></Window>");

      assertThat(textOf(window, "home.nothing")).isEqualTo("nothing more");
    }

    @Test
    void withoutANameTakesAllThatStandsInTheInclude() throws Exception {
      file("frame.xml", "<Fragment><Panel name='p'><Slot/></Panel></Fragment>");
      LayoutWindow window =
          open("<Window><Include file='frame.xml'><Label/><Button/></Include></Window>");

      assertThat(Edt.call(() -> window.find("p", JPanel.class).getComponentCount())).isEqualTo(2);
    }

    @Test
    void isJustWhatItHasWhereNoPanelCanStand() throws Exception {
      file(
          "menu.xml",
          "<Fragment><Menu name='m' text='M'><Slot><MenuItem/></Slot></Menu></Fragment>");
      LayoutWindow window = open("<Window><MenuBar><Include file='menu.xml'/></MenuBar></Window>");

      assertThat(Edt.call(() -> window.find("m", JMenu.class).getMenuComponentCount())).isOne();
    }
  }

  @Nested
  class Styles {
    @Test
    void areTheDefaultsOfTheirFile() throws Exception {
      file("part.xml", "<Fragment><TextField name='other'/></Fragment>");
      LayoutWindow window =
          open(
              "<Window><Styles><TextField columns='9' editable='false'/></Styles>"
                  + "<TextField name='a'/><TextField name='b' columns='4'/>"
                  + "<Include file='part.xml'/></Window>");

      assertThat(window.find("a", JTextField.class).getColumns()).isEqualTo(9);
      assertThat(window.find("b", JTextField.class).getColumns()).isEqualTo(4);
      assertThat(window.find("b", JTextField.class).isEditable()).isFalse();
      assertThat(window.find("other", JTextField.class).getColumns()).isZero();
    }

    @Test
    void mayHaveANameAndAreThenChosen() throws Exception {
      LayoutWindow window =
          open(
              "<Window><Styles><Button text='plain' mnemonic='p'/>"
                  + "<Button look='great' text='great'/></Styles>"
                  + "<Button name='a'/><Button name='b' look='great'/></Window>");

      assertThat(Edt.call(() -> window.find("a", JButton.class).getText())).isEqualTo("plain");
      assertThat(Edt.call(() -> window.find("b", JButton.class).getText())).isEqualTo("great");
      assertThat(Edt.call(() -> window.find("b", JButton.class).getMnemonic())).isEqualTo('P');
    }

    @Test
    void mayStandInAFileForSeveralWindows() throws Exception {
      file("house/styles.xml", "<Styles><TextField columns='12'/><Button text='x'/></Styles>");
      LayoutWindow window =
          open(
              "<Window><Styles file='house/styles.xml'><Button text='y'/></Styles>"
                  + "<TextField name='a'/><Button name='b'/></Window>");

      assertThat(window.find("a", JTextField.class).getColumns()).isEqualTo(12);
      assertThat(Edt.call(() -> window.find("b", JButton.class).getText())).isEqualTo("y");
    }
  }

  @Nested
  class AFragmentLoadedIntoAWindow {
    private static final String WINDOW =
        "<Window><Slot name='content'><Label name='empty' text='empty'/></Slot></Window>";

    private Fragment fragment(String text) throws IOException {
      return Layouts.fragment(file("fragment.xml", text));
    }

    @Test
    void takesThePlaceOfWhatIsInTheSlot() throws Exception {
      file("address.xml", ADDRESS);
      LayoutWindow window = open(WINDOW);
      Fragment address = Layouts.fragment(folder.resolve("address.xml"));

      window.load("content", address, Map.of("title", "Home"));
      assertThat(textOf(window, "content.label")).isEqualTo("Home");
      window.paint(1);
      int width = Edt.call(() -> window.find("content.street", JTextField.class).getWidth());
      assertThat(width).isPositive();

      window.load("content", address, Map.of("title", "Work"));
      assertThat(textOf(window, "content.label")).isEqualTo("Work");
      assertThat(window.names()).containsOnlyOnce("content.street").doesNotContain("empty");
    }

    @Test
    void hidesNoComponentOfTheWindow() throws Exception {
      LayoutWindow window =
          open("<Window><Slot name='content'/><TextField name='content.field'/></Window>");
      Fragment other = fragment("<Fragment><Panel><Label name='field'/></Panel></Fragment>");

      assertThatThrownBy(() -> window.load("content", other))
          .isInstanceOf(LayoutException.class)
          .hasMessageContaining("fragment.xml:1:25: the name \"content.field\" is taken")
          .hasMessageContaining("it is first used at ");
      assertThat(window.find("content.field", JTextField.class)).isNotNull();
    }

    @Test
    void raisesItsEventsInTheWindowsRunspace() throws Exception {
      LayoutWindow window = open(WINDOW);
      var heard = new CopyOnWriteArrayList<String>();
      runspace.events().on("find", event -> heard.add(event.sourceIdentifier()));
      window.load("content", fragment("<Fragment><Button name='b' onClick='find'/></Fragment>"));

      Edt.run(() -> window.find("content.b", JButton.class).doClick());

      await().untilAsserted(() -> assertThat(heard).containsExactly("find"));
    }

    @Test
    void hasTheModelsOfTheWindowAndItsOwn() throws Exception {
      var state = new SharedState();
      state.put("name", "Ada");
      var own = new SharedState();
      own.put("name", "Grace");
      LayoutWindow window =
          Layouts.load(file("window.xml", WINDOW)).model("customer", state).openOffscreen(runspace);
      Fragment fragment =
          fragment(
              "<Fragment><TextField name='a' value='{customer.name}'/>"
                  + "<TextField name='b' value='{other.name}'/></Fragment>");

      window.load("content", fragment.model("other", own));
      assertThat(Edt.call(() -> window.find("content.a", JTextField.class).getText()))
          .isEqualTo("Ada");
      assertThat(Edt.call(() -> window.find("content.b", JTextField.class).getText()))
          .isEqualTo("Grace");

      Edt.run(() -> window.find("content.a", JTextField.class).setText("Alan"));
      await().until(() -> state.get("name", String.class).orElse("").equals("Alan"));
    }

    @Test
    void isNoLongerTiedToItsModelWhenItIsGone() throws Exception {
      var state = new SharedState();
      state.put("name", "Ada");
      LayoutWindow window =
          Layouts.load(file("window.xml", WINDOW)).model("customer", state).openOffscreen(runspace);
      window.load(
          "content",
          fragment("<Fragment><TextField name='a' value='{customer.name}'/></Fragment>"));
      JTextField gone = window.find("content.a", JTextField.class);
      window.load(
          "content",
          fragment("<Fragment><TextField name='b' value='{customer.name}'/></Fragment>"));

      state.put("name", "Alan");

      await()
          .until(
              () ->
                  Edt.call(() -> window.find("content.b", JTextField.class).getText())
                      .equals("Alan"));
      String left = Edt.call(gone::getText);
      assertThat(left).isEqualTo("Ada");
    }

    @Test
    void isForgottenWhenItIsGone() throws Exception {
      var state = new SharedState();
      LayoutWindow window =
          Layouts.load(file("window.xml", WINDOW)).model("customer", state).openOffscreen(runspace);
      Fragment fragment =
          fragment("<Fragment><TextField name='a' value='{customer.name}'/></Fragment>");
      window.load("content", fragment);
      var gone = new WeakReference<>(window.find("content.a", JTextField.class));

      window.load("content", fragment);
      window.paint(1); // or Swing still has it in its list of what to paint

      await()
          .until(
              () -> {
                System.gc();
                return gone.get() == null;
              });
    }

    @Test
    void endsWithTheOneThatItIsIn() throws Exception {
      var state = new SharedState();
      state.put("name", "Ada");
      LayoutWindow window =
          Layouts.load(file("window.xml", WINDOW)).model("customer", state).openOffscreen(runspace);
      Fragment outer = fragment("<Fragment><Slot name='inner'/></Fragment>");
      window.load("content", outer);
      Fragment inner =
          Layouts.fragment(
              file(
                  "inner.xml",
                  "<Fragment><TextField name='a' value='{customer.name}'/></Fragment>"));
      window.load("content.inner", inner);
      JTextField gone = window.find("content.inner.a", JTextField.class);

      window.load("content", outer);
      assertThat(window.names()).containsExactly("content", "content.inner");
      window.load("content.inner", inner);
      state.put("name", "Alan");

      await()
          .until(
              () ->
                  Edt.call(() -> window.find("content.inner.a", JTextField.class).getText())
                      .equals("Alan"));
      String left = Edt.call(gone::getText);
      assertThat(left).isEqualTo("Ada");
    }

    @Test
    void callsItsControllerOrTheWindows() throws Exception {
      var own = new Counting();
      var windows = new Counting();
      LayoutWindow window =
          Layouts.load(file("window.xml", WINDOW)).controller(windows).openOffscreen(runspace);
      Fragment fragment = fragment("<Fragment><Button name='b' onClick='#count'/></Fragment>");

      window.load("content", fragment);
      Edt.run(() -> window.find("content.b", JButton.class).doClick());
      await().until(() -> windows.calls.size() == 1);

      window.load("content", fragment.controller(own));
      Edt.run(() -> window.find("content.b", JButton.class).doClick());
      await().until(() -> own.calls.size() == 1);
      assertThat(windows.calls).hasSize(1);
    }

    @Test
    void usesActionsAndMenusOfTheWindow() throws Exception {
      LayoutWindow window =
          open(
              "<Window><Actions><Action name='save' text='Save' enabled='false'/></Actions>"
                  + "<PopupMenu name='menu'><MenuItem text='Paste'/></PopupMenu>"
                  + "<Slot name='content'/></Window>");
      Fragment fragment =
          fragment(
              "<Fragment><Panel><Button name='b' action='#save'/>"
                  + "<TextField name='f' componentPopupMenu='#menu'/></Panel></Fragment>");
      window.load("content", fragment);

      JButton button = Edt.call(() -> window.find("content.b", JButton.class));
      assertThat(Edt.call(button::getText)).isEqualTo("Save");
      window.action("save").setEnabled(true);
      assertThat(Edt.call(button::isEnabled)).isTrue();
      assertThat(Edt.call(() -> window.find("content.f", JTextField.class).getComponentPopupMenu()))
          .isNotNull();
    }

    @Test
    void refersToNothingThatTheWindowDoesNotHave() throws Exception {
      LayoutWindow window =
          open("<Window><Actions><Action name='save'/></Actions><Slot name='content'/></Window>");
      Fragment fragment = fragment("<Fragment><Button action='#sav'/></Fragment>");

      assertThatExceptionOfType(LayoutException.class)
          .isThrownBy(() -> window.load("content", fragment))
          .withMessageContaining("did you mean \"#save\"?");
    }

    @Test
    void leavesTheSlotAsItIsIfItHasAMistake() throws Exception {
      LayoutWindow window = open(WINDOW);
      Fragment fragment =
          fragment("<Fragment><Parameter name='c'/><TextField columns='${c}'/></Fragment>");

      assertThatExceptionOfType(LayoutException.class)
          .isThrownBy(() -> window.load("content", fragment, Map.of("c", "many")))
          .withMessageContaining("columns=\"many\" is not");
      assertThatExceptionOfType(LayoutException.class)
          .isThrownBy(() -> window.load("content", fragment))
          .withMessageContaining("needs the parameter \"c\"")
          .withMessageContaining("give it to window.load(slot, fragment, Map.of(\"c\", ...))");
      assertThat(textOf(window, "empty")).isEqualTo("empty");
    }

    @Test
    void needsASlotOfThatNameInAWindowThatIsOpen() throws Exception {
      LayoutWindow window = open(WINDOW);
      Fragment fragment = fragment("<Fragment><Label/></Fragment>");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> window.load("contnt", fragment))
          .withMessage("no slot is named \"contnt\"; did you mean content?");
      window.close();
      assertThatIllegalStateException()
          .isThrownBy(() -> window.load("content", fragment))
          .withMessageContaining("is closed");
    }

    @Test
    void tellsOfItsMistakesAsSoonAsItIsLoadedIfItNeedsNoParameters() {
      assertThatExceptionOfType(LayoutException.class)
          .isThrownBy(() -> fragment("<Fragment><Labl/></Fragment>"))
          .withMessageContaining("did you mean <Label>");
      assertThatExceptionOfType(LayoutException.class)
          .isThrownBy(() -> fragment("<Window/>"))
          .withMessageContaining("<Window> is not the root of a fragment");
    }
  }

  @Nested
  class WhatIsIncluded {
    private String refusal(Layouts layouts, String window) throws IOException {
      Path file = file("window.xml", window);
      LayoutException refused =
          catchThrowableOfType(LayoutException.class, () -> layouts.from(file));
      return Problems.of(refused);
    }

    @Test
    void cannotMultiplyWithoutEnd() throws Exception {
      for (int level = 0; level < 7; level++) {
        String next = "<Include file='" + (level + 1) + ".xml'/>";
        file(level + ".xml", "<Fragment>" + next.repeat(10) + "</Fragment>");
      }
      file("7.xml", "<Fragment><Label/></Fragment>");

      assertThat(refusal(Layouts.standard(), "<Window><Include file='0.xml'/></Window>"))
          .contains("the layout includes more than 1000 fragments");
    }

    @Test
    void countsForTheSizeAndDepthOfTheLayout() throws Exception {
      file("many.xml", "<Fragment>" + "<Label/>".repeat(6_000) + "</Fragment>");
      String deep = "<Panel>".repeat(60) + "<Slot/>" + "</Panel>".repeat(60);
      file("deep.xml", "<Fragment>" + deep + "</Fragment>");

      assertThat(
              refusal(
                  Layouts.standard(),
                  "<Window><Include file='many.xml'/><Include file='many.xml'/></Window>"))
          .contains("with what it includes the layout has more than 10000 elements");
      assertThat(
              refusal(
                  Layouts.standard(),
                  "<Window><Include file='deep.xml'><Include file='deep.xml'/></Include></Window>"))
          .contains("nested more than 100 deep");
    }

    @Test
    void includesNoMoreThanEightFilesDeep() throws Exception {
      for (int level = 0; level < 9; level++) {
        file(level + ".xml", "<Fragment><Include file='" + (level + 1) + ".xml'/></Fragment>");
      }
      assertThat(refusal(Layouts.standard(), "<Window><Include file='0.xml'/></Window>"))
          .contains("fragments include each other more than 8 files deep");
    }

    @Test
    void hasLimitsThatCodeCanChange() throws Exception {
      file("many.xml", "<Fragment>" + "<Label/>".repeat(50) + "</Fragment>");
      String window = "<Window><Include file='many.xml'/></Window>";
      LayoutLimits standard = LayoutLimits.STANDARD;

      assertThat(refusal(Layouts.standard().limits(standard.elements(40)), window))
          .contains("more than 40 elements");
      assertThat(refusal(Layouts.standard().limits(standard.includes(0)), window))
          .contains("more than 0 fragments");
      assertThat(Layouts.standard().limits(standard.elements(52)).from(file("w.xml", window)))
          .isNotNull();
    }
  }

  /** Counts what it is asked to. */
  static final class Counting {
    private final List<String> calls = new CopyOnWriteArrayList<>();

    @Handler
    void count() {
      calls.add("count");
    }
  }
}
