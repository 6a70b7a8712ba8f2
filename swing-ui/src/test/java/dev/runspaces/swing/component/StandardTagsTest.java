package dev.runspaces.swing.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.swing.component.ComponentEvent.Chosen;
import dev.runspaces.swing.component.ComponentEvent.Clicked;
import dev.runspaces.swing.component.ComponentEvent.Moved;
import dev.runspaces.swing.component.ComponentEvent.Toggled;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutReader;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.JToolBar;
import javax.swing.KeyStroke;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The tags of menus, of ranges, and of what places its components itself. */
@Timeout(30)
class StandardTagsTest {
  private final List<ComponentEvent> raised = new ArrayList<>();

  private void built(String content, Consumer<ComponentTree> check) throws InterruptedException {
    Plan plan =
        Plan.of(
            LayoutReader.read("test.xml", "<Window name='w'>" + content + "</Window>"),
            ComponentRegistry.standard());
    Edt.call(
        () -> {
          check.accept(plan.build((identifier, event) -> raised.add(event)));
          return true;
        });
  }

  @Test
  void aMenuBarHasMenusWithItemsAndSeparators() throws InterruptedException {
    built(
        "<MenuBar name='bar'><Menu text='&amp;File'>"
            + "<MenuItem name='save' text='&amp;Save' accelerator='ctrl S' onClick='Save'/>"
            + "<Separator/><Menu text='Recent'/></Menu></MenuBar>",
        tree -> {
          JMenuBar bar = tree.find("bar", JMenuBar.class);
          assertThat(bar.getRootPane().getJMenuBar()).isSameAs(bar);
          assertThat(bar.getMenu(0).getText()).isEqualTo("File");
          assertThat(bar.getMenu(0).getMenuComponents())
              .hasExactlyElementsOfTypes(JMenuItem.class, JPopupMenu.Separator.class, JMenu.class);
          JMenuItem save = tree.find("save", JMenuItem.class);
          assertThat(save.getAccelerator()).isEqualTo(KeyStroke.getKeyStroke("ctrl S"));
          save.doClick(0);
          assertThat(raised).containsExactly(new Clicked("save", "Save"));
        });
  }

  @Test
  void menuItemsCanBeSwitchedAloneOrInAGroup() throws InterruptedException {
    built(
        "<MenuBar><Menu text='View'>"
            + "<CheckBoxMenuItem name='grid' selected='true' onChange='Grid'/>"
            + "<RadioButtonMenuItem name='small' group='size' selected='true'/>"
            + "<RadioButtonMenuItem name='big' group='size'/></Menu></MenuBar>",
        tree -> {
          tree.find("grid", JCheckBoxMenuItem.class).setSelected(false);
          assertThat(raised).containsExactly(new Toggled("grid", false));
          tree.find("big", JRadioButtonMenuItem.class).setSelected(true);
          assertThat(tree.find("small", JRadioButtonMenuItem.class).isSelected()).isFalse();
        });
  }

  @Test
  void aTabbedPaneHasTabsInWhichComponentsAreLaidOut() throws InterruptedException {
    built(
        "<TabbedPane name='tabs' tabPlacement='left' onChange='Tab'>"
            + "<Tab title='&amp;One'><Label name='l' cell='wrap'/></Tab>"
            + "<Tab title='Two' toolTipText='The second' selected='true'/>"
            + "<Tab title='Three' enabled='false'/></TabbedPane>",
        tree -> {
          JTabbedPane tabs = tree.find("tabs", JTabbedPane.class);
          assertThat(tabs.getTabPlacement()).isEqualTo(JTabbedPane.LEFT);
          assertThat(tabs.getTitleAt(0)).isEqualTo("One");
          assertThat(tabs.getMnemonicAt(0)).isEqualTo('O');
          assertThat(tabs.getSelectedIndex()).isEqualTo(1);
          assertThat(tabs.getToolTipTextAt(1)).isEqualTo("The second");
          assertThat(tabs.isEnabledAt(2)).isFalse();
          assertThat(tree.find("l", JLabel.class).getParent()).isSameAs(tabs.getComponentAt(0));
          tabs.setSelectedIndex(0);
          assertThat(raised).containsExactly(new Chosen("tabs", 0, "One"));
        });
  }

  @Test
  void aWindowHasAButtonThatEnterPressesWhereverItStands() throws InterruptedException {
    Plan plan =
        Plan.of(
            LayoutReader.read(
                "test.xml",
                "<Dialog defaultButton='#ok'><Panel><Button name='ok'/></Panel></Dialog>"),
            ComponentRegistry.standard());
    Edt.call(
        () -> {
          ComponentTree tree = plan.build((identifier, event) -> {});
          assertThat(tree.root().pane().getDefaultButton())
              .isSameAs(tree.find("ok", JButton.class));
          return true;
        });
  }

  @Test
  void buttonsAndTextsHaveAMarginWhichFlatLafScalesAndAButtonAPauseBetweenClicks()
      throws InterruptedException {
    built(
        "<Button name='b' margin='1 2 3 4' multiClickThreshhold='500ms'/>"
            + "<TextField name='f' margin='5' horizontalAlignment='trailing'/>",
        tree -> {
          JButton button = tree.find("b", JButton.class);
          assertThat(button.getMargin()).isEqualTo(new Insets(1, 2, 3, 4));
          assertThat(button.getMultiClickThreshhold()).isEqualTo(500);
          JTextField field = tree.find("f", JTextField.class);
          assertThat(field.getMargin()).isEqualTo(new Insets(5, 5, 5, 5));
          assertThat(field.getHorizontalAlignment()).isEqualTo(SwingConstants.TRAILING);
        });
  }

  @Test
  void aScrollPaneSaysWhenItsBarsAreThereAndATabbedPaneWhereItsTabsGo()
      throws InterruptedException {
    built(
        "<ScrollPane name='s' horizontalScrollBarPolicy='never' verticalScrollBarPolicy='always'/>"
            + "<TabbedPane name='t' tabLayoutPolicy='wrap'/>",
        tree -> {
          JScrollPane pane = tree.find("s", JScrollPane.class);
          assertThat(pane.getHorizontalScrollBarPolicy())
              .isEqualTo(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
          assertThat(pane.getVerticalScrollBarPolicy())
              .isEqualTo(ScrollPaneConstants.VERTICAL_SCROLLBAR_ALWAYS);
          assertThat(tree.find("t", JTabbedPane.class).getTabLayoutPolicy())
              .isEqualTo(JTabbedPane.WRAP_TAB_LAYOUT);
        });
  }

  @Test
  void aSplitPaneHasTwoSides() throws InterruptedException {
    built(
        "<SplitPane name='s' orientation='vertical' resizeWeight='0.5' dividerLocation='80'>"
            + "<Label name='a'/><Label name='b'/></SplitPane>",
        tree -> {
          JSplitPane pane = tree.find("s", JSplitPane.class);
          assertThat(pane.getTopComponent()).isSameAs(tree.find("a", JLabel.class));
          assertThat(pane.getBottomComponent()).isSameAs(tree.find("b", JLabel.class));
          assertThat(pane.getOrientation()).isEqualTo(JSplitPane.VERTICAL_SPLIT);
          assertThat(pane.getResizeWeight()).isEqualTo(0.5);
          assertThat(pane.getDividerLocation()).isEqualTo(80);
        });
  }

  @Test
  void aToolBarHasItsComponentsInTheirOrder() throws InterruptedException {
    built(
        "<ToolBar name='bar' floatable='false'><Button text='New'/><Separator/>"
            + "<ToggleButton name='bold' text='Bold' onChange='Bold'/></ToolBar>",
        tree -> {
          JToolBar bar = tree.find("bar", JToolBar.class);
          assertThat(bar.isFloatable()).isFalse();
          assertThat(bar.getComponent(2)).isSameAs(tree.find("bold", JToggleButton.class));
          tree.find("bold", JToggleButton.class).doClick(0);
          assertThat(raised).containsExactly(new Toggled("bold", true));
        });
  }

  @Test
  void numbersAreChosenFromARange() throws InterruptedException {
    built(
        "<Slider name='slider' minimum='-5' maximum='5' value='2' onChange='Moved'/>"
            + "<Spinner name='spinner' minimum='1' maximum='9' stepSize='2' value='3'"
            + " onChange='Moved'/>"
            + "<ScrollBar name='bar' orientation='horizontal' value='7' onChange='Moved'/>",
        tree -> {
          assertThat(raised).as("setting a property is no event").isEmpty();
          JSpinner spinner = tree.find("spinner", JSpinner.class);
          assertThat(spinner.getNextValue()).isEqualTo(5);
          tree.find("slider", JSlider.class).setValue(4);
          spinner.setValue(5);
          tree.find("bar", JScrollBar.class).setValue(8);
          assertThat(raised)
              .containsExactly(
                  new Moved("slider", 4, false),
                  new Moved("spinner", 5, false),
                  new Moved("bar", 8, false));
        });
  }
}
