package dev.runspaces.swing.component;

import javax.swing.JPanel;

/** Where the components stand that are repeated for the items of a list. For the EDT. */
final class RepeatPanel extends JPanel {
  private static final long serialVersionUID = 1L;

  RepeatPanel() {
    setOpaque(false);
  }
}
