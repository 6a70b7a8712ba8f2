package dev.runspaces.swing.component;

import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import org.jspecify.annotations.Nullable;

/** A {@code <Tab>} of a tabbed pane: its panel, and what its tab says. For the EDT. */
final class TabPage {
  private final JPanel panel = new JPanel();
  private MnemonicText title = new MnemonicText("", -1);
  private @Nullable String toolTipText;
  private boolean enabled = true;
  private boolean selected;

  JPanel panel() {
    return panel;
  }

  void setTitle(MnemonicText title) {
    this.title = title;
  }

  void setToolTipText(String toolTipText) {
    this.toolTipText = toolTipText;
  }

  void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  void setSelected(boolean selected) {
    this.selected = selected;
  }

  void addTo(JTabbedPane tabs) {
    int index = tabs.getTabCount();
    tabs.insertTab(title.text(), null, panel, toolTipText, index);
    tabs.setEnabledAt(index, enabled);
    if (title.index() >= 0) {
      tabs.setMnemonicAt(index, title.key());
      tabs.setDisplayedMnemonicIndexAt(index, title.index());
    }
    if (selected) {
      tabs.setSelectedIndex(index);
    }
  }
}
