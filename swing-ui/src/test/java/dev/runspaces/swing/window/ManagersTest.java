package dev.runspaces.swing.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutLimits;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Swing's own layout managers, for those who want them. */
@Timeout(60)
class ManagersTest {
  private final Runspace runspace = Runspaces.open("gui");

  @AfterEach
  void closeAll() {
    runspace.close();
    assertThat(Runspaces.count()).isZero();
  }

  private LayoutWindow open(String window) throws InterruptedException {
    return Layouts.standard().fromText("test.xml", window).openOffscreen(runspace);
  }

  @Test
  void migHasAsManyColumnsAndRowsAsCodeAllows() {
    String wide = "<Window><Label text='x' cell='cell 250 0'/></Window>";
    Layout allowed =
        Layouts.standard().limits(LayoutLimits.STANDARD.grid(251)).fromText("test.xml", wide);

    assertThat(allowed.warnings()).isEmpty();
    assertThatExceptionOfType(LayoutException.class)
        .isThrownBy(() -> Layouts.standard().fromText("test.xml", wide))
        .withMessageContaining("is not a place in a grid of 200 columns and rows");
  }

  private static <M> M manager(LayoutWindow window, String panel, Class<M> type)
      throws InterruptedException {
    return Edt.call(() -> type.cast(window.find(panel, JPanel.class).getLayout()));
  }

  @Test
  void aBorderHasFiveRegions() throws Exception {
    LayoutWindow window =
        open(
            "<Window manager='border' gap='3x4'><Label name='n' text='n' cell='north'/>"
                + "<Label name='c' text='c'/><Label name='s' text='s' cell='south'/></Window>");

    Container content = Edt.call(() -> window.find("n", JLabel.class).getParent());
    BorderLayout border = Edt.call(() -> (BorderLayout) content.getLayout());
    assertThat(border.getHgap()).isEqualTo(3);
    assertThat(border.getVgap()).isEqualTo(4);
    assertThat(border.getLayoutComponent(BorderLayout.NORTH))
        .isSameAs(window.find("n", JLabel.class));
    assertThat(border.getLayoutComponent(BorderLayout.CENTER))
        .isSameAs(window.find("c", JLabel.class));
  }

  @Test
  void aFlowGoesOneAfterTheOther() throws Exception {
    LayoutWindow window =
        open(
            "<Window><Panel name='p' manager='flow' align='leading' gap='7'><Label/></Panel>"
                + "</Window>");
    FlowLayout flow = manager(window, "p", FlowLayout.class);
    assertThat(flow.getAlignment()).isEqualTo(FlowLayout.LEADING);
    assertThat(flow.getHgap()).isEqualTo(7);
  }

  @Test
  void aGridHasCellsOfOneSize() throws Exception {
    LayoutWindow window =
        open("<Window><Panel name='p' manager='grid' columns='3'><Label/></Panel></Window>");
    GridLayout grid = manager(window, "p", GridLayout.class);
    assertThat(grid.getColumns()).isEqualTo(3);
    assertThat(grid.getRows()).isZero();
  }

  @Test
  void ofCardsOneIsSeenAndAnotherCanBeShown() throws Exception {
    LayoutWindow window =
        open(
            "<Window><Panel name='p' manager='card'><Label name='a' cell='first'/>"
                + "<Label name='b' cell='second'/></Panel><Label name='other'/></Window>");
    assertThat(isVisible(window, "a")).isTrue();

    window.showCard("p", "second");

    assertThat(isVisible(window, "a")).isFalse();
    assertThat(isVisible(window, "b")).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> window.showCard("p", "third"))
        .withMessage("no card is named \"third\"; there are: first, second");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> window.showCard("other", "first"))
        .withMessage("component \"other\" has no cards; write manager=\"card\"");
  }

  @Test
  void cardsCanBeShownWhateverTheyStandIn() throws Exception {
    String cards = "<Label name='%1$s.a' cell='first'/><Label name='%1$s.b' cell='second'/>";
    LayoutWindow window =
        open(
            "<Window name='window' manager='card'><Panel cell='first'><TabbedPane>"
                + "<Tab name='tab' manager='card'>"
                + cards.formatted("tab")
                + "</Tab></TabbedPane><LayeredPane><Layer name='layer' manager='card'>"
                + cards.formatted("layer")
                + "</Layer></LayeredPane><DesktopPane><InternalFrame name='frame' manager='card'>"
                + cards.formatted("frame")
                + "</InternalFrame></DesktopPane></Panel>"
                + "<Label name='window.b' cell='second'/></Window>");
    for (String area : List.of("tab", "layer", "frame", "window")) {
      assertThat(isVisible(window, area + ".b")).as(area).isFalse();

      window.showCard(area, "second");

      assertThat(isVisible(window, area + ".b")).as(area).isTrue();
    }
  }

  private static boolean isVisible(LayoutWindow window, String name) throws InterruptedException {
    return Edt.call(() -> window.find(name, Component.class).isVisible());
  }

  @Test
  void toggleButtonsOfAGroupExcludeEachOther() throws Exception {
    LayoutWindow window =
        open(
            "<Window><ToggleButton name='a' group='g' selected='true'/>"
                + "<ToggleButton name='b' group='g'/></Window>");
    Edt.run(() -> window.find("b", JToggleButton.class).doClick());
    assertThat(Edt.call(() -> window.find("a", JToggleButton.class).isSelected())).isFalse();
  }

  @Test
  void aFieldInAToolBarIsAsWideAsItSays() throws Exception {
    LayoutWindow window =
        open(
            "<Window layout='fill' columns='[600!]'><ToolBar cell='grow'>"
                + "<TextField name='f' columns='8'/></ToolBar></Window>");
    int[] widths =
        Edt.call(
            () -> {
              JTextField field = window.find("f", JTextField.class);
              return new int[] {field.getWidth(), field.getPreferredSize().width};
            });
    assertThat(widths[0]).isEqualTo(widths[1]);
  }

  @Test
  void aComponentIsCalledAsProgramsKnowIt() throws Exception {
    LayoutWindow window = open("<Window><Table name='t'/></Window>");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> window.find("t", JLabel.class))
        .withMessage("component \"t\" is a JTable, not a JLabel");
  }
}
