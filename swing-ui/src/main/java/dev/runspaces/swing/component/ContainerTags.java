package dev.runspaces.swing.component;

import java.awt.Component;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.Box;
import javax.swing.JComboBox;
import javax.swing.JSpinner;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;
import javax.swing.JToolBar;
import javax.swing.SwingConstants;

/** The tags of what holds other components and places them itself. */
final class ContainerTags {
  private static final ValueType<Integer> PLACEMENT =
      ValueType.oneOf(
          Map.of(
              "top", SwingConstants.TOP,
              "left", SwingConstants.LEFT,
              "bottom", SwingConstants.BOTTOM,
              "right", SwingConstants.RIGHT));
  private static final ValueType<Integer> TAB_LAYOUT =
      ValueType.oneOf(
          Map.of(
              "scroll", JTabbedPane.SCROLL_TAB_LAYOUT,
              "wrap", JTabbedPane.WRAP_TAB_LAYOUT));
  private static final ValueType<Integer> SPLIT =
      ValueType.oneOf(
          Map.of("horizontal", JSplitPane.HORIZONTAL_SPLIT, "vertical", JSplitPane.VERTICAL_SPLIT));
  private static final ValueType<Integer> PIXELS = ValueType.integer(0, 10_000);
  private static final ValueType<Double> SHARE =
      ValueType.of("a number from 0 to 1 like 0.5", ContainerTags::share);

  private ContainerTags() {}

  static List<Tag<?>> all() {
    return List.of(tabbedPane(), tab(), splitPane(), toolBar());
  }

  private static Optional<Double> share(String text) {
    try {
      double share = Double.parseDouble(text);
      boolean isPlain = text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
      return isPlain && share <= 1 ? Optional.of(share) : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Tag<JTabbedPane> tabbedPane() {
    return Tag.of("TabbedPane", JTabbedPane.class, JTabbedPane::new)
        .children(TabPage.class, (tabs, page) -> page.addTo(tabs))
        .property("tabPlacement", PLACEMENT, JTabbedPane::setTabPlacement)
        .property("tabLayoutPolicy", TAB_LAYOUT, JTabbedPane::setTabLayoutPolicy);
  }

  private static Tag<TabPage> tab() {
    return Tag.of("Tab", TabPage.class, TabPage::new)
        .describedAs("name", StandardDocs.NAME_OF_A_PANEL)
        .property("icon", IconName.TYPE, TabPage::setIcon)
        .property("title", MnemonicText.TYPE, TabPage::setTitle)
        .property("toolTipText", ValueType.TEXT, TabPage::setToolTipText)
        .property("enabled", ValueType.FLAG, TabPage::setEnabled)
        .property("selected", ValueType.FLAG, TabPage::setSelected)
        .laidOut(TabPage::panel);
  }

  private static Tag<JSplitPane> splitPane() {
    return Tag.of("SplitPane", JSplitPane.class, TurningSplitPane::new)
        .children(Component.class, 2, ContainerTags::addSide)
        .property("orientation", SPLIT, JSplitPane::setOrientation)
        .property("dividerLocation", PIXELS, Scaled.length(JSplitPane::setDividerLocation))
        .property("dividerSize", PIXELS, Scaled.length(JSplitPane::setDividerSize))
        .property("resizeWeight", SHARE, JSplitPane::setResizeWeight)
        .property("oneTouchExpandable", ValueType.FLAG, JSplitPane::setOneTouchExpandable)
        .property("continuousLayout", ValueType.FLAG, JSplitPane::setContinuousLayout);
  }

  private static void addSide(JSplitPane pane, Component side) {
    if (pane.getLeftComponent() == null) {
      pane.setLeftComponent(side);
    } else {
      pane.setRightComponent(side);
    }
  }

  /** A field is as wide as it says: a tool bar would give it all the room that there is. */
  private static void addTool(JToolBar bar, Component tool) {
    if (tool instanceof JTextField || tool instanceof JComboBox || tool instanceof JSpinner) {
      tool.setMaximumSize(tool.getPreferredSize());
    }
    bar.add(tool);
  }

  private static Tag<JToolBar> toolBar() {
    return Tag.of("ToolBar", JToolBar.class, JToolBar::new)
        .children(Box.Filler.class, JToolBar::add)
        .children(Component.class, ContainerTags::addTool)
        .property("floatable", ValueType.FLAG, JToolBar::setFloatable)
        .property("rollover", ValueType.FLAG, JToolBar::setRollover)
        .property("orientation", StandardTags.ORIENTATION, JToolBar::setOrientation);
  }
}
