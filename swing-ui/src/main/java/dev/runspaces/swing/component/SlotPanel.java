package dev.runspaces.swing.component;

import java.awt.BorderLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** A place into which a running program loads fragments. For the EDT. */
final class SlotPanel extends JPanel {
  private static final long serialVersionUID = 1L;

  SlotPanel() {
    setOpaque(false);
  }

  /** Shows something else. */
  void fill(JComponent content) {
    removeAll();
    setLayout(new BorderLayout());
    add(content);
    revalidate();
    repaint();
  }
}
