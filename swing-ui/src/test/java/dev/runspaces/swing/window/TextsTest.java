package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.SharedState;
import dev.runspaces.SharedStateChanged;
import dev.runspaces.swing.component.ComponentEvent.Chosen;
import dev.runspaces.swing.component.TableRows;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutException;
import java.awt.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JInternalFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.JTree;
import javax.swing.border.TitledBorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Texts in the language of who reads them, in the direction in which he reads. */
@Timeout(60)
class TextsTest {
  private static final Locale ARABIC = Locale.forLanguageTag("ar");

  private final Runspace runspace = Runspaces.open("gui");

  @AfterEach
  void closeAll() {
    runspace.close();
    assertThat(Runspaces.count()).isZero();
  }

  private static ResourceBundle bundle(Locale locale) {
    return switch (locale.getLanguage()) {
      case "de" ->
          bundle(new Object[][] {{"save", "&Sichern"}, {"name", "Name:"}, {"html", "<html>x"}});
      case "ar" -> bundle(new Object[][] {{"save", "حفظ"}, {"name", "الاسم"}, {"html", "x"}});
      default -> bundle(new Object[][] {{"save", "S&ave"}, {"name", "Name"}, {"html", "x"}});
    };
  }

  private static ResourceBundle bundle(Object[][] texts) {
    return new ListResourceBundle() {
      @Override
      protected Object[][] getContents() {
        return texts;
      }
    };
  }

  private static Layouts layouts(Locale locale) {
    return Layouts.standard().texts(TextsTest::bundle).locale(locale);
  }

  private LayoutWindow open(Locale locale, String content) throws InterruptedException {
    return layouts(locale)
        .fromText("test.xml", "<Window name='w' title='%name'>" + content + "</Window>")
        .openOffscreen(runspace);
  }

  private static String refusal(Layouts layouts, String xml) {
    LayoutException refused =
        catchThrowableOfType(LayoutException.class, () -> layouts.fromText("test.xml", xml));
    return Problems.of(refused);
  }

  @Nested
  class AKey {
    @Test
    void standsForItsTextWithItsMnemonic() throws Exception {
      LayoutWindow window = open(Locale.GERMAN, "<Button name='b' text='%save'/>");
      JButton button = window.find("b", JButton.class);

      assertThat(Edt.call(button::getText)).isEqualTo("Sichern");
      assertThat(Edt.call(button::getMnemonic)).isEqualTo('S');
      assertThat(window.title()).isEqualTo("Name:");
    }

    @Test
    void standsForItsTextAloneWhereThereIsNoMnemonic() throws Exception {
      LayoutWindow window =
          open(
              Locale.GERMAN,
              "<Table name='table'><Column title='%save'/></Table>"
                  + "<List name='list'><Item text='%save'/></List>"
                  + "<Tree name='tree'><Node text='%save'/></Tree>"
                  + "<Panel name='panel' title='%save'/><Panel name='written' title='&amp;Save'/>");

      assertThat(
              Edt.call(
                  () ->
                      List.of(
                          window.find("table", JTable.class).getColumnName(0),
                          window.find("list", JList.class).getModel().getElementAt(0),
                          window.find("tree", JTree.class).getModel().getRoot().toString(),
                          AnotherLanguage.titleOf(window.find("panel", JPanel.class)),
                          AnotherLanguage.titleOf(window.find("written", JPanel.class)))))
          .containsExactly("Sichern", "Sichern", "Sichern", "Sichern", "&Save");
    }

    @Test
    void isMeantAsItIsWithTwoPercentSigns() throws Exception {
      LayoutWindow window =
          open(
              Locale.GERMAN,
              "<Label name='a' text='%%save'/><Label name='b' text='% of all'/>"
                  + "<Label name='c' text='%%'/>");

      assertThat(Edt.call(() -> window.find("a", JLabel.class).getText())).isEqualTo("%save");
      assertThat(Edt.call(() -> window.find("b", JLabel.class).getText())).isEqualTo("% of all");
      assertThat(Edt.call(() -> window.find("c", JLabel.class).getText())).isEqualTo("%%");
    }

    @Test
    void withoutATextIsAMistakeAtItsPlace() {
      assertThat(refusal(layouts(Locale.GERMAN), "<Window title='%nam'/>"))
          .isEqualTo(
              "test.xml:1:16: there is no text for title=\"%nam\" in de\n"
                  + "  did you mean \"%name\"?");
      assertThat(refusal(layouts(Locale.GERMAN), "<Window title='%quite.another'/>"))
          .endsWith("\n  the bundle has 3 texts");
    }

    @Test
    void needsTextsThatTheProgramGives() {
      assertThat(refusal(Layouts.standard(), "<Window title='%name'/>"))
          .isEqualTo(
              "test.xml:1:16: title=\"%name\" needs texts\n"
                  + "  load the layout with Layouts.standard().texts(locale ->"
                  + " ResourceBundle.getBundle(\"...\", locale)).from(...)\n"
                  + "  the text itself is written with two percent signs: %%");
    }

    @Test
    void needsABundleThatIsThere() {
      Layouts layouts =
          Layouts.standard()
              .texts(locale -> ResourceBundle.getBundle("shop.texts", locale))
              .locale(Locale.GERMANY);

      assertThat(refusal(layouts, "<!-- A shop -->\n<Window title='%name'/>"))
          .isEqualTo(
              "test.xml:2:1: there is no resource bundle \"shop.texts\" in de-DE\n"
                  + "  looked for shop/texts_de_DE.properties, shop/texts_de.properties,"
                  + " shop/texts.properties\n"
                  + "  below the root of the class path, or of the module that asks, and not beside"
                  + " the layout");
    }

    @Test
    void needsABundleHoweverThatIsFound() {
      Layouts layouts =
          Layouts.standard()
              .texts(
                  locale -> {
                    throw new MissingResourceException("the database is closed", "", "");
                  })
              .locale(Locale.GERMAN);

      assertThat(refusal(layouts, "<Window title='%name'/>"))
          .isEqualTo("test.xml:1:1: there are no texts in de: the database is closed");
    }

    @Test
    void isNoWayForHtml() {
      assertThat(refusal(layouts(Locale.GERMAN), "<Window><Label text='%html'/></Window>"))
          .isEqualTo(
              "test.xml:1:22: the text for text=\"%html\" in de is not plain text; HTML is off in"
                  + " layouts");
    }

    @Test
    void isOneForTextsOnly() {
      assertThat(refusal(layouts(Locale.GERMAN), "<Window resizable='%name'/>"))
          .contains("resizable=\"%name\" is not");
    }
  }

  @Nested
  class AnotherLanguage {
    @Test
    void thatHasNoBundleChangesNothing() throws Exception {
      LayoutWindow window =
          Layouts.standard()
              .texts(
                  locale -> {
                    if (locale.equals(ARABIC)) {
                      throw new MissingResourceException("none", "shop.texts_ar", "");
                    }
                    return bundle(locale);
                  })
              .locale(Locale.GERMAN)
              .fromText("test.xml", "<Window title='%name'/>")
              .openOffscreen(runspace);

      assertThatExceptionOfType(LayoutException.class)
          .isThrownBy(() -> window.setLocale(ARABIC))
          .withMessageStartingWith(
              "test.xml:1:1: there is no resource bundle \"shop.texts\" in ar");
      assertThat(window.title()).isEqualTo("Name:");
    }

    @Test
    void isSeenOnAllThatHasAText() throws Exception {
      LayoutWindow window =
          open(
              Locale.ENGLISH,
              "<Actions><Action name='act' text='%save'/></Actions>"
                  + "<MenuBar><Menu text='%name'><MenuItem name='m' action='#act'/></Menu></MenuBar>"
                  + "<TabbedPane name='tabs'><Tab title='%save'/></TabbedPane>"
                  + "<Table name='table'><Column title='%name'/></Table>"
                  + "<ComboBox name='combo'><Item text='x'/><Item text='%name' selected='true'/>"
                  + "</ComboBox><List name='list'><Item text='%name'/></List>"
                  + "<Tree name='tree'><Node text='%name'/></Tree>"
                  + "<Panel name='panel' title='%save'/><VerticalBox name='box' title='%name'/>"
                  + "<Label name='l' text='%name' toolTipText='%save'/>");
      var chosen = new CopyOnWriteArrayList<Chosen>();
      runspace.events().on(Chosen.class, chosen::add);

      window.setLocale(Locale.GERMAN);

      assertThat(window.locale()).isEqualTo(Locale.GERMAN);
      assertThat(window.title()).isEqualTo("Name:");
      List<Object> seen =
          Edt.call(
              () ->
                  List.of(
                      window.find("m", JMenuItem.class).getText(),
                      window.find("tabs", JTabbedPane.class).getTitleAt(0),
                      window
                          .find("table", JTable.class)
                          .getColumnModel()
                          .getColumn(0)
                          .getHeaderValue(),
                      String.valueOf(window.find("combo", JComboBox.class).getSelectedItem()),
                      window.find("list", JList.class).getModel().getElementAt(0),
                      window.find("tree", JTree.class).getModel().getRoot().toString(),
                      titleOf(window.find("panel", JPanel.class)),
                      titleOf(window.find("box", Box.class)),
                      window.find("l", JLabel.class).getText()));
      assertThat(seen)
          .containsExactly(
              "Sichern", "Sichern", "Name:", "Name:", "Name:", "Name:", "Sichern", "Name:",
              "Name:");
      assertThat(chosen).isEmpty();
    }

    private static String titleOf(JComponent area) {
      return ((TitledBorder) area.getBorder()).getTitle();
    }

    @Test
    void isThatOfNumbersToo() throws Exception {
      LayoutWindow window =
          open(
              Locale.ENGLISH,
              "<Spinner name='whole' maximum='9999' value='1234'/>"
                  + "<DecimalSpinner name='half' maximum='1' stepSize='0.05' value='0.5'/>"
                  + "<FormattedTextField name='price' numberFormat='#,##0.00' text='1234.5'/>"
                  + "<FormattedTextField name='typed' numberFormat='0.00' text='1.5'/>");
      Edt.run(() -> window.find("typed", JTextField.class).setText("2.7"));

      window.setLocale(Locale.GERMAN);

      assertThat(shown(window)).containsExactly("1.234", "0,50", "1.234,50", "2.7");
      window.setLocale(Locale.ENGLISH);
      assertThat(shown(window)).containsExactly("1,234", "0.50", "1,234.50", "2.7");
    }

    @Test
    void changesTheTextsOfASpinnerAndNotWhatIsChosen() throws Exception {
      List<Chosen> chosen = new CopyOnWriteArrayList<>();
      List<SharedStateChanged> edits = new CopyOnWriteArrayList<>();
      runspace.events().on(Chosen.class, chosen::add);
      SharedState state = new SharedState();
      state.put("translated", "Name");
      state.put("other", "z");
      Layout layout =
          layouts(Locale.ENGLISH)
              .fromText(
                  "test.xml",
                  "<Window><ListSpinner name='a' value='{s.translated}' onChange='Chosen'>"
                      + "<Item text='z'/><Item text='%name'/></ListSpinner>"
                      + "<ListSpinner name='b' value='{s.other}' onChange='Chosen'>"
                      + "<Item text='%name'/><Item text='z'/></ListSpinner></Window>")
              .model("s", state);
      LayoutWindow window = layout.openOffscreen(runspace);
      state.onChange(edits::add);

      window.setLocale(Locale.GERMAN);

      assertThat(
              Edt.call(
                  () ->
                      List.of(
                          fieldOf(window.find("a", JSpinner.class)).getText(),
                          window.find("a", JSpinner.class).getValue(),
                          fieldOf(window.find("b", JSpinner.class)).getText(),
                          window.find("b", JSpinner.class).getPreviousValue())))
          .containsExactly("Name:", "Name:", "z", "Name:");
      runspace.invoke(context -> true); // behind all that was raised
      assertThat(chosen).isEmpty();
      assertThat(edits).isEmpty();
    }

    @Test
    void isThatOfNumbersInTables() throws Exception {
      LayoutWindow window =
          open(Locale.GERMAN, "<Table name='t'><Column title='Price' type='number'/></Table>");
      JTable table = window.find("t", JTable.class);
      Edt.run(() -> TableRows.of(table).add(1234.5));

      assertThat(Edt.call(() -> cellOf(table))).isEqualTo("1.234,5");
      window.setLocale(Locale.ENGLISH);
      assertThat(Edt.call(() -> cellOf(table))).isEqualTo("1,234.5");
    }

    private static String cellOf(JTable table) {
      Component cell = table.prepareRenderer(table.getCellRenderer(0, 0), 0, 0);
      return ((JLabel) cell).getText();
    }

    private static List<String> shown(LayoutWindow window) throws InterruptedException {
      return Edt.call(
          () ->
              List.of(
                  fieldOf(window.find("whole", JSpinner.class)).getText(),
                  fieldOf(window.find("half", JSpinner.class)).getText(),
                  window.find("price", JTextField.class).getText(),
                  window.find("typed", JTextField.class).getText()));
    }

    private static JTextField fieldOf(JSpinner spinner) {
      return ((JSpinner.DefaultEditor) spinner.getEditor()).getTextField();
    }

    @Test
    void leavesWhatWasTypedAsItIs() throws Exception {
      LayoutWindow window =
          open(
              Locale.ENGLISH,
              "<TextField name='typed' text='%name'/><TextField name='not' text='%name'/>");
      Edt.run(() -> window.find("typed", JTextField.class).setText("Ada"));

      window.setLocale(Locale.GERMAN);

      assertThat(Edt.call(() -> window.find("typed", JTextField.class).getText())).isEqualTo("Ada");
      assertThat(Edt.call(() -> window.find("not", JTextField.class).getText())).isEqualTo("Name:");
    }

    @Test
    void mayGoFromTheRightToTheLeft() throws Exception {
      LayoutWindow window =
          open(Locale.ENGLISH, "<Label name='l' text='%name'/><Button name='b' text='%save'/>");
      assertThat(isLeftOf(window, "l", "b")).isTrue();

      window.setLocale(ARABIC);
      window.paint(1);

      assertThat(isLeftOf(window, "b", "l")).isTrue();
      window.setLocale(Locale.ENGLISH);
      window.paint(1);
      assertThat(isLeftOf(window, "l", "b")).isTrue();
    }

    @Test
    void turnsSplitPanesWithTheirDividers() throws Exception {
      String content =
          "<SplitPane name='s' dividerLocation='150'>"
              + "<TextArea name='l' columns='40'/><TextArea name='b' columns='40'/></SplitPane>";
      LayoutWindow window = open(ARABIC, content);
      window.paint(1);
      assertThat(isLeftOf(window, "b", "l")).isTrue();
      assertThat(widthOf(window, "l")).as("as wide as from the left").isEqualTo(150);

      window.setLocale(Locale.ENGLISH);
      window.paint(1);
      assertThat(isLeftOf(window, "l", "b")).isTrue();
      assertThat(widthOf(window, "l")).isEqualTo(150);
      window.setLocale(ARABIC);
      window.setLocale(Locale.ENGLISH);
      window.setLocale(ARABIC);
      window.paint(1);
      assertThat(isLeftOf(window, "b", "l")).isTrue();
      assertThat(widthOf(window, "l")).isEqualTo(150);
    }

    @Test
    void hasTheFirstSideOfASplitPaneWhereItsLanguageBegins() throws Exception {
      LayoutWindow window = open(ARABIC, SIDES);
      assertThat(sidesOf(window)).isEqualTo(new Sides("b", "l", true, 300));

      window.setLocale(Locale.ENGLISH);
      assertThat(sidesOf(window)).isEqualTo(new Sides("l", "b", false, 300));
      window.setLocale(ARABIC);
      assertThat(sidesOf(window)).isEqualTo(new Sides("b", "l", true, 300));
      window.setLocale(Locale.ENGLISH);
      assertThat(sidesOf(window)).isEqualTo(new Sides("l", "b", false, 300));
    }

    @Test
    void leavesSplitPanesAsTheyAreWhereTheDirectionIsTheSame() throws Exception {
      LayoutWindow window = open(Locale.ENGLISH, SIDES);
      JSplitPane pane = window.find("s", JSplitPane.class);
      Edt.run(() -> pane.setDividerLocation(444)); // as the user may have drawn it
      Edt.run(() -> TableRows.of(window.find("l", JTable.class)).add("Ada"));
      assertThat(sidesOf(window)).isEqualTo(new Sides("l", "b", false, 444));

      window.setLocale(window.locale());
      assertThat(sidesOf(window)).isEqualTo(new Sides("l", "b", false, 444));
      window.setLocale(Locale.GERMAN);
      assertThat(sidesOf(window)).isEqualTo(new Sides("l", "b", false, 444));
    }

    private static final String SIDES =
        "<SplitPane name='s' dividerLocation='300' cell='width 800!'>"
            + "<Table name='l'><Column title='%name'/></Table>"
            + "<TextArea name='b' columns='40'/></SplitPane>";

    /** What is where in a split pane, and how wide its first side is. */
    private record Sides(String left, String right, boolean firstIsRight, int width) {}

    private static Sides sidesOf(LayoutWindow window) throws InterruptedException {
      window.paint(1);
      return Edt.call(
          () -> {
            JSplitPane pane = window.find("s", JSplitPane.class);
            Component first = window.find("l", Component.class);
            Component second = window.find("b", Component.class);
            boolean firstIsRight = first.getX() > second.getX();
            int divider = pane.getDividerLocation();
            return new Sides(
                pane.getLeftComponent().getName(),
                pane.getRightComponent().getName(),
                firstIsRight,
                firstIsRight ? pane.getWidth() - pane.getDividerSize() - divider : divider);
          });
    }

    @Test
    void leavesSplitPanesOneAboveTheOtherAsTheyAre() throws Exception {
      LayoutWindow window =
          open(
              ARABIC,
              "<SplitPane orientation='vertical'><Label name='l' text='%name'/>"
                  + "<Label name='b' text='%name'/></SplitPane>");
      window.paint(1);
      assertThat(Edt.<Integer>call(() -> window.find("l", Component.class).getY()))
          .isLessThan(Edt.<Integer>call(() -> window.find("b", Component.class).getY()));
    }

    @Test
    void turnsSplitPanesBackThatCodePutsOneAboveTheOther() throws Exception {
      LayoutWindow window =
          open(
              ARABIC,
              "<SplitPane name='s'><Label name='l' text='%name'/>"
                  + "<Label name='b' text='%name'/></SplitPane>");
      window.paint(1);
      JSplitPane pane = window.find("s", JSplitPane.class);
      Edt.run(() -> pane.setOrientation(JSplitPane.VERTICAL_SPLIT));
      assertThat(Edt.<String>call(() -> pane.getTopComponent().getName())).isEqualTo("l");
      Edt.run(() -> pane.setOrientation(JSplitPane.HORIZONTAL_SPLIT));
      assertThat(Edt.<String>call(() -> pane.getRightComponent().getName())).isEqualTo("l");
    }

    private static int widthOf(LayoutWindow window, String name) throws InterruptedException {
      return Edt.call(() -> window.find(name, Component.class).getWidth());
    }

    @Test
    void turnsTheCellsOfTables() throws Exception {
      LayoutWindow window = open(ARABIC, "<Table name='t'><Column title='%name'/></Table>");
      JTable table = window.find("t", JTable.class);
      Component cell =
          Edt.call(
              () -> {
                TableRows.of(table).add("Ada");
                return table.prepareRenderer(table.getCellRenderer(0, 0), 0, 0);
              });
      assertThat(cell.getComponentOrientation().isLeftToRight()).isFalse();
    }

    @Test
    void turnsContextMenusToo() throws Exception {
      String content =
          "<Panel componentPopupMenu='#menu'/>"
              + "<PopupMenu name='menu'><MenuItem name='item' text='%save'/></PopupMenu>";
      LayoutWindow window = open(Locale.GERMAN, content);
      assertThat(isLeftToRight(window, "menu")).isTrue();
      window.setLocale(ARABIC);

      assertThat(isLeftToRight(window, "menu")).isFalse();
      assertThat(isLeftToRight(window, "item")).isFalse();
      assertThat(isLeftToRight(open(ARABIC, content), "menu")).isFalse();
    }

    @Test
    void isSpokenInAnInternalFrameThatIsAnIcon() throws Exception {
      LayoutWindow window =
          open(
              Locale.GERMAN,
              "<DesktopPane preferredSize='300x200'><InternalFrame name='f' title='%name'"
                  + " iconifiable='true'><Label name='l' text='%name'/></InternalFrame></DesktopPane>");
      JInternalFrame frame = window.find("f", JInternalFrame.class);
      Edt.call(
          () -> {
            frame.setIcon(true);
            return true;
          });
      window.setLocale(ARABIC);

      assertThat(isLeftToRight(window, "f")).isFalse();
      assertThat(isLeftToRight(window, "l")).isFalse();
      assertThat(Edt.call(() -> window.find("l", JLabel.class).getLocale())).isEqualTo(ARABIC);
      assertThat(Edt.call(frame::getTitle)).isEqualTo("الاسم");
    }

    private boolean isLeftToRight(LayoutWindow window, String name) throws InterruptedException {
      return Edt.call(
          () -> window.find(name, JComponent.class).getComponentOrientation().isLeftToRight());
    }

    @Test
    void takesTheMnemonicOfTheOneBeforeAway() throws Exception {
      LayoutWindow window =
          open(
              Locale.GERMAN,
              "<Actions><Action name='save' text='%save' onAction='Save'/></Actions>"
                  + "<Button name='b' text='%save'/><Label name='l' text='%save'/>"
                  + "<Button name='a' action='#save'/>"
                  + "<TabbedPane name='t'><Tab title='%save'/></TabbedPane>");
      JTabbedPane tabs = window.find("t", JTabbedPane.class);
      assertThat(Edt.call(() -> tabs.getMnemonicAt(0))).isEqualTo('S');
      window.setLocale(ARABIC);

      Edt.call(
          () -> {
            assertThat(window.find("b", JButton.class).getMnemonic()).isZero();
            assertThat(window.find("l", JLabel.class).getDisplayedMnemonic()).isZero();
            assertThat(window.find("a", JButton.class).getMnemonic()).isZero();
            assertThat(tabs.getMnemonicAt(0)).isEqualTo(-1);
            assertThat(tabs.getDisplayedMnemonicIndexAt(0)).isEqualTo(-1);
            return true;
          });
      window.setLocale(Locale.GERMAN);
      assertThat(Edt.call(() -> window.find("b", JButton.class).getMnemonic())).isEqualTo('S');
    }

    @Test
    void isThatOfTheWindowFromItsBeginning() throws Exception {
      LayoutWindow window =
          open(ARABIC, "<Label name='l' text='%name'/><Button name='b' text='%save'/>");

      assertThat(isLeftOf(window, "b", "l")).isTrue();
      assertThat(Edt.call(() -> window.find("b", JButton.class).getLocale())).isEqualTo(ARABIC);
    }

    @Test
    void changesNothingIfATextIsMissing() throws Exception {
      LayoutWindow window =
          open(Locale.ENGLISH, "<Label name='l' text='%name'/><Label text='%html'/>");

      assertThatExceptionOfType(LayoutException.class)
          .isThrownBy(() -> window.setLocale(Locale.GERMAN));

      assertThat(window.locale()).isEqualTo(Locale.ENGLISH);
      assertThat(Edt.call(() -> window.find("l", JLabel.class).getText())).isEqualTo("Name");
    }

    @Test
    void holdsForFragmentsThatAreThereAndThoseThatCome(@TempDir Path folder) throws Exception {
      Path file =
          Files.writeString(
              folder.resolve("f.xml"), "<Fragment><Label name='l' text='%name'/></Fragment>");
      Fragment fragment = Layouts.standard().texts(TextsTest::bundle).fragmentFrom(file);
      LayoutWindow window = open(Locale.ENGLISH, "<Slot name='a'/><Slot name='b'/>");
      window.load("a", fragment);
      assertThat(Edt.call(() -> window.find("a.l", JLabel.class).getText())).isEqualTo("Name");

      window.setLocale(Locale.GERMAN);
      window.load("b", fragment);

      assertThat(Edt.call(() -> window.find("a.l", JLabel.class).getText())).isEqualTo("Name:");
      assertThat(Edt.call(() -> window.find("b.l", JLabel.class).getText())).isEqualTo("Name:");
    }

    private static boolean isLeftOf(LayoutWindow window, String one, String other)
        throws InterruptedException {
      return Edt.call(
          () ->
              window.find(one, Component.class).getX()
                  < window.find(other, Component.class).getX());
    }
  }
}
