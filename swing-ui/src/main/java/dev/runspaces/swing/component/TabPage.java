package dev.runspaces.swing.component;

import javax.swing.Icon;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import org.jspecify.annotations.Nullable;

/** A {@code <Tab>} of a tabbed pane: its panel, and what its tab says. For the EDT. */
final class TabPage {
  /** What a tabbed pane has for none. */
  private static final int NO_KEY = -1;

  private final JPanel panel = new JPanel();
  private MnemonicText title = new MnemonicText("", -1);
  private @Nullable String toolTipText;
  private boolean enabled = true;
  private @Nullable Icon icon;
  private boolean selected;

  /** Where it is; null as long as it is nowhere. */
  private @Nullable JTabbedPane tabs;

  JPanel panel() {
    return panel;
  }

  void setTitle(MnemonicText title) {
    boolean hadMnemonic = this.title.index() >= 0;
    this.title = title;
    whereItIs(
        (tabs, index) -> {
          if (hadMnemonic) {
            tabs.setMnemonicAt(index, NO_KEY); // that of another language
          }
          showTitle(tabs, index);
        });
  }

  void setIcon(IconName name) {
    icon = name.picture();
  }

  void setToolTipText(String toolTipText) {
    this.toolTipText = toolTipText;
    whereItIs((tabs, index) -> tabs.setToolTipTextAt(index, toolTipText));
  }

  void setEnabled(boolean enabled) {
    this.enabled = enabled;
    whereItIs((tabs, index) -> tabs.setEnabledAt(index, enabled));
  }

  /** It is left by selecting another one: a tabbed pane does not show none. */
  void setSelected(boolean selected) {
    this.selected = selected;
    if (selected) {
      whereItIs(JTabbedPane::setSelectedIndex);
    }
  }

  void addTo(JTabbedPane tabs) {
    int index = tabs.getTabCount();
    tabs.insertTab("", icon, panel, toolTipText, index);
    tabs.setEnabledAt(index, enabled);
    showTitle(tabs, index);
    if (selected) {
      tabs.setSelectedIndex(index);
    }
    this.tabs = tabs;
  }

  private void showTitle(JTabbedPane tabs, int index) {
    tabs.setTitleAt(index, title.text());
    if (title.index() >= 0) {
      tabs.setMnemonicAt(index, title.key());
      tabs.setDisplayedMnemonicIndexAt(index, title.index());
    }
  }

  /** Something that is done with a tab. */
  private interface TabChange {
    void apply(JTabbedPane tabs, int index);
  }

  /** Does something with its tab, if it is there, and the program has not taken it away. */
  private void whereItIs(TabChange change) {
    int index = tabs == null ? -1 : tabs.indexOfComponent(panel);
    if (tabs != null && index >= 0) {
      change.apply(tabs, index);
    }
  }
}
