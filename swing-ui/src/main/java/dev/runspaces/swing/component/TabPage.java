package dev.runspaces.swing.component;

import javax.swing.Icon;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import org.jspecify.annotations.Nullable;

/** A {@code <Tab>} of a tabbed pane: its panel, and what its tab says. For the EDT. */
final class TabPage {
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
    this.title = title;
    if (tabs != null) {
      show(tabs, tabs.indexOfComponent(panel));
    }
  }

  void setIcon(IconName name) {
    icon = name.picture();
  }

  void setToolTipText(String toolTipText) {
    this.toolTipText = toolTipText;
    if (tabs != null) {
      show(tabs, tabs.indexOfComponent(panel));
    }
  }

  void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  void setSelected(boolean selected) {
    this.selected = selected;
  }

  void addTo(JTabbedPane tabs) {
    int index = tabs.getTabCount();
    tabs.insertTab("", icon, panel, null, index);
    tabs.setEnabledAt(index, enabled);
    show(tabs, index);
    if (selected) {
      tabs.setSelectedIndex(index);
    }
    this.tabs = tabs;
  }

  private void show(JTabbedPane tabs, int index) {
    if (index < 0) {
      return; // the program has taken it away
    }
    tabs.setTitleAt(index, title.text());
    tabs.setToolTipTextAt(index, toolTipText);
    if (title.index() >= 0) {
      tabs.setMnemonicAt(index, title.key());
      tabs.setDisplayedMnemonicIndexAt(index, title.index());
    }
  }
}
