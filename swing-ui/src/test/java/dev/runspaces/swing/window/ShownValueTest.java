package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.formdev.flatlaf.util.UIScale;
import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.SharedState;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.component.Tag;
import dev.runspaces.swing.component.ValueType;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JInternalFrame;
import javax.swing.JLabel;
import javax.swing.JLayeredPane;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import javax.swing.table.TableColumn;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Values of a model that a component shows and nobody edits. */
@Timeout(60)
class ShownValueTest {
  private final Runspace runspace = Runspaces.open("gui");
  private final List<Throwable> errors = new CopyOnWriteArrayList<>();

  ShownValueTest() {
    runspace.events().on(ErrorOccurred.class, error -> errors.add(error.error()));
  }

  @AfterEach
  void closeAll() {
    runspace.close();
    assertThat(Runspaces.count()).isZero();
  }

  /** What cannot be changed. */
  public record Order(String title, LocalDate due, boolean paid, int done) {}

  /** A bean that does not tell of changes, and has what nobody sets. */
  public static final class Account {
    public String getOwner() {
      return "Ada & Co";
    }
  }

  private static final Order ORDER = new Order("Books", LocalDate.of(2026, 1, 31), true, 40);

  private static Layout layout(String content) {
    return Layouts.using(ComponentRegistry.standard())
        .fromText("test.xml", "<Window>" + content + "</Window>");
  }

  private <C extends JComponent> Object shown(
      Layout layout, Class<C> type, Function<? super C, ?> what) throws InterruptedException {
    LayoutWindow window = layout.openOffscreen(runspace);
    return Edt.call(() -> what.apply(window.find("it", type)));
  }

  /** Returns the one problem for which a layout is refused. */
  private static String problemOf(ThrowingCallable loading) {
    LayoutException refused = catchThrowableOfType(LayoutException.class, loading);
    assertThat(refused).isNotNull();
    assertThat(refused.problems()).hasSize(1);
    return refused.problems().get(0).toString();
  }

  @Nested
  class ARecord {
    @Test
    void isReadByItsComponents() throws InterruptedException {
      Layout layout = layout("<Label name='it' text='{order.title}'/>").model("order", ORDER);

      assertThat(shown(layout, JLabel.class, JLabel::getText)).isEqualTo("Books");
    }

    @Test
    void isShownAsATextWhateverTheType() throws InterruptedException {
      Layout layout = layout("<Label name='it' text='{order.due}'/>").model("order", ORDER);

      assertThat(shown(layout, JLabel.class, JLabel::getText)).isEqualTo("2026-01-31");
    }

    @Test
    void setsWhatIsTrueOrFalseAndNumbers() throws InterruptedException {
      Layout layout =
          layout("<ProgressBar name='it' enabled='{order.paid}' value='{order.done}'/>")
              .model("order", ORDER);

      assertThat(shown(layout, JProgressBar.class, JProgressBar::getValue)).isEqualTo(40);
    }

    @Test
    void cannotBeEdited() {
      assertThat(
              problemOf(() -> layout("<TextField value='{order.title}'/>").model("order", ORDER)))
          .startsWith("test.xml:1:")
          .contains("Order has no way to write value=\"{order.title}\"")
          .contains("a property with a setter");
    }

    @Test
    void thatLacksAValueIsRefusedWithTheNearest() {
      assertThat(problemOf(() -> layout("<Label text='{order.titel}'/>").model("order", ORDER)))
          .contains("Order has no property for text=\"{order.titel}\"")
          .contains("{order.title}");
    }

    @Test
    void mustHaveTrueOrFalseForAFlag() {
      assertThat(problemOf(() -> layout("<Label enabled='{order.title}'/>").model("order", ORDER)))
          .contains("is of type String, but <Label> shows a Boolean");
    }
  }

  @Nested
  class ABean {
    @Test
    void needsNoSetter() throws InterruptedException {
      Layout layout =
          layout("<Button name='it' text='{account.owner}'/>").model("account", new Account());

      assertThat(shown(layout, JButton.class, JButton::getText)).isEqualTo("Ada & Co");
    }
  }

  @Nested
  class AMap {
    @Test
    void isReadByItsKeys() throws InterruptedException {
      Layout layout =
          layout("<Label name='it' text='{page.number}'/>").model("page", Map.of("number", 7));

      assertThat(shown(layout, JLabel.class, JLabel::getText)).isEqualTo("7");
    }

    @Test
    void thatLacksAKeyIsRefused() {
      assertThat(
              problemOf(
                  () -> layout("<Label text='{page.nmber}'/>").model("page", Map.of("number", 7))))
          .contains("{page.number}");
    }
  }

  @Nested
  class ASharedState {
    @Test
    void isFollowed() throws InterruptedException {
      var state = new SharedState();
      LayoutWindow window =
          layout("<Label name='it' text='{state.status}' visible='{state.busy}'/>")
              .model("state", state)
              .openOffscreen(runspace);
      JLabel label = window.find("it", JLabel.class);
      assertThat(Edt.call(() -> label.getText() + label.isVisible())).isEqualTo("false");

      state.put("status", "sending");
      state.put("busy", true);

      await().until(() -> Edt.call(() -> label.isVisible() && label.getText().equals("sending")));
    }

    @Test
    void thatHasAnotherTypeIsAnErrorWithItsPlace() throws InterruptedException {
      var state = new SharedState();
      state.put("busy", "perhaps");
      LayoutWindow unused =
          layout("<Label visible='{state.busy}'/>").model("state", state).openOffscreen(runspace);

      await()
          .untilAsserted(
              () ->
                  assertThat(errors)
                      .singleElement()
                      .isInstanceOf(ClassCastException.class)
                      .asString()
                      .contains(
                          "{state.busy} has the type String,"
                              + " but visible of <Label> takes the type Boolean"));
    }

    @Test
    void thatIsOutOfRangeIsAnErrorWithItsPlace() throws InterruptedException {
      var state = new SharedState();
      state.put("size", -5);
      LayoutWindow unused =
          layout("<TextField columns='{state.size}'/>")
              .model("state", state)
              .openOffscreen(runspace);

      await()
          .untilAsserted(
              () ->
                  assertThat(errors)
                      .singleElement()
                      .asString()
                      .contains("test.xml:1:")
                      .contains("{state.size} cannot be shown: it is not a whole number from"));
    }
  }

  @Nested
  class APartOfAComponent {
    @Test
    void isFollowedAsAComponentIs() throws InterruptedException {
      var state = new SharedState();
      state.put("mayPay", false);
      state.put("pays", false);
      state.put("width", 200);
      LayoutWindow window =
          layout(
                  "<TabbedPane name='tabs'><Tab title='Order'/>"
                      + "<Tab title='Pay' enabled='{state.mayPay}' selected='{state.pays}'/>"
                      + "</TabbedPane>"
                      + "<Table name='table'><Column title='a' width='{state.width}'"
                      + " minWidth='{state.width}'/></Table>")
              .model("state", state)
              .openOffscreen(runspace);
      JTabbedPane tabs = window.find("tabs", JTabbedPane.class);
      TableColumn column =
          Edt.call(() -> window.find("table", JTable.class).getColumnModel().getColumn(0));
      assertThat(Edt.call(() -> tabs.isEnabledAt(1))).isFalse();
      assertThat(Edt.call(tabs::getSelectedIndex)).isZero();
      assertThat(Edt.call(column::getPreferredWidth)).isEqualTo(UIScale.scale(200));
      assertThat(Edt.call(column::getMinWidth)).isEqualTo(UIScale.scale(200));

      state.put("mayPay", true);
      state.put("pays", true);
      state.put("width", 300);

      await().until(() -> Edt.call(() -> tabs.isEnabledAt(1) && tabs.getSelectedIndex() == 1));
      await().until(() -> Edt.call(() -> column.getPreferredWidth() == UIScale.scale(300)));
      await().until(() -> Edt.call(() -> column.getMinWidth() == UIScale.scale(300)));
    }

    @Test
    void changesItsPlaceAmongOthers() throws InterruptedException {
      var state = new SharedState();
      state.put("position", 0);
      LayoutWindow window =
          layout("<LayeredPane><Layer name='it' position='{state.position}'/></LayeredPane>")
              .model("state", state)
              .openOffscreen(runspace);
      JPanel layer = window.find("it", JPanel.class);

      state.put("position", 7);

      await().until(() -> Edt.call(() -> JLayeredPane.getLayer(layer) == 7));
    }

    @Test
    void isFollowedBesideWhatIsEdited() throws InterruptedException {
      var state = new SharedState();
      LayoutWindow window =
          layout(
                  "<TabbedPane name='tabs'><Tab title='{state.title}'/></TabbedPane>"
                      + "<TextField value='{state.name}'/>")
              .model("state", state)
              .openOffscreen(runspace);
      JTabbedPane tabs = window.find("tabs", JTabbedPane.class);

      state.put("title", "Books");

      await().until(() -> Edt.call(() -> tabs.getTitleAt(0).equals("Books")));
      assertThat(errors).isEmpty();
    }
  }

  @Nested
  class AWindow {
    @Test
    void isMadeResizableAndFixedWhenItsModelSaysSo() throws InterruptedException {
      SharedState state = new SharedState();
      state.put("free", true);
      LayoutWindow window =
          Layouts.standard()
              .fromText("test.xml", "<Window resizable='{state.free}'><Label name='it'/></Window>")
              .model("state", state)
              .openOffscreen(runspace);
      assertThat(isResizable(window)).isTrue();
      state.put("free", false);
      await().until(() -> !isResizable(window));
      state.put("free", true);
      await().until(() -> isResizable(window));
    }

    private static boolean isResizable(LayoutWindow window) throws InterruptedException {
      return Edt.call(
          () ->
              ((JInternalFrame)
                      SwingUtilities.getAncestorOfClass(
                          JInternalFrame.class, window.find("it", JLabel.class)))
                  .isResizable());
    }
  }

  @Nested
  class AComponentOfThePrograms {
    private static final Tag<JPanel> FUSSY =
        Tag.of("Fussy", JPanel.class, JPanel::new)
            .property(
                "level",
                ValueType.integer(0, 100),
                (panel, level) -> {
                  if (level > 10) {
                    throw new IllegalStateException("too much");
                  }
                });

    @Test
    void thatRefusesAValueIsAnErrorWithItsPlaceAndTheWindowGoesOn() throws InterruptedException {
      List<Throwable> errors = new CopyOnWriteArrayList<>();
      runspace.events().on(ErrorOccurred.class, error -> errors.add(error.error()));
      LayoutWindow window =
          Layouts.using(ComponentRegistry.standard().with(FUSSY))
              .fromText("test.xml", "<Window><Fussy level='{page.level}'/></Window>")
              .model("page", Map.of("level", 11))
              .openOffscreen(runspace);

      await().until(() -> !errors.isEmpty());
      assertThat(errors.get(0))
          .hasMessage(
              "test.xml:1:23: {page.level} cannot be shown: java.lang.IllegalStateException: too"
                  + " much");
      assertThat(window.isClosed()).isFalse();
    }

    @Test
    void thatRefusesAValueForAnItemThatComesLaterIsAnErrorWithItsPlace()
        throws InterruptedException {
      List<Throwable> errors = new CopyOnWriteArrayList<>();
      runspace.events().on(ErrorOccurred.class, error -> errors.add(error.error()));
      SharedState state = new SharedState();
      LayoutWindow window =
          Layouts.using(ComponentRegistry.standard().with(FUSSY))
              .fromText(
                  "test.xml",
                  "<Window><Repeat name='all' items='{state.all}' as='one'><Fussy level='11'/>"
                      + "</Repeat></Window>")
              .model("state", state)
              .openOffscreen(runspace);
      state.put("all", List.of("a"));

      await().until(() -> !errors.isEmpty());
      assertThat(errors.get(0))
          .hasMessageStartingWith(
              "test.xml:1:71: <Fussy> refuses level=\"11\": java.lang.IllegalStateException: too"
                  + " much");
      assertThat(window.isClosed()).isFalse();
    }
  }

  @Nested
  class Data {
    @Test
    void isNoHtmlAndHasNoMnemonic() throws InterruptedException {
      Layout layout =
          layout("<Button name='it' text='{page.text}' toolTipText='{page.text}'/>")
              .model("page", Map.of("text", "<html>&Save"));

      assertThat(
              shown(
                  layout,
                  JButton.class,
                  it -> it.getText() + it.getMnemonic() + it.getToolTipText()))
          .isEqualTo(" <html>&Save0 <html>&Save");
    }

    @Test
    void thatIsNotThereIsAnEmptyText() throws InterruptedException {
      Layout layout =
          layout("<Label name='it' text='{state.nothing}'/>").model("state", new SharedState());

      assertThat(shown(layout, JLabel.class, it -> Objects.toString(it.getText()))).isEqualTo("");
    }
  }

  @Nested
  class AnAttribute {
    @Test
    void thatOnlyLooksBoundIsWrittenWithBracesBeforeIt() throws InterruptedException {
      for (String text : List.of("{order.title}", "{order.done + 1}", "Done: {order.done}")) {
        Layout layout = layout("<Label name='it' text='{}" + text + "'/>");
        assertThat(shown(layout, JLabel.class, JLabel::getText)).isEqualTo(text);
        assertThat(layout.warnings()).isEmpty();
      }
    }

    @Test
    void thatLooksBoundAndIsNoneIsShownWithAWarning() throws InterruptedException {
      Layout layout = layout("<Label name='it' text='{order.done + 1}'/>");
      assertThat(shown(layout, JLabel.class, JLabel::getText)).isEqualTo("{order.done + 1}");
      assertThat(layout.warnings()).hasSize(1);
    }

    @Test
    void withOtherBracesIsAText() throws InterruptedException {
      assertThat(
              shown(layout("<Label name='it' text='{a} {b.c}'/>"), JLabel.class, JLabel::getText))
          .isEqualTo("{a} {b.c}");
    }

    @Test
    void thatIsTheTextOfAFieldIsToBeEdited() {
      assertThat(problemOf(() -> layout("<TextField text='{order.title}'/>")))
          .contains("write value=\"{order.title}\"");
    }

    @Test
    void needsTheModelWhenAWindowIsOpened() {
      assertThatThrownBy(() -> layout("<Label text='{order.title}'/>").openOffscreen(runspace))
          .isInstanceOf(LayoutException.class)
          .hasMessageContaining("needs a model");
    }
  }
}
