package dev.runspaces.swing.component;

import javax.swing.JLayeredPane;
import javax.swing.JPanel;

/** A {@code <Layer>}: a transparent panel over the whole of its pane. For the EDT. */
final class LayerPanel {
  private final JPanel panel = new JPanel();
  private int position;

  LayerPanel() {
    panel.setOpaque(false);
  }

  JPanel panel() {
    return panel;
  }

  void setPosition(int position) {
    this.position = position;
    if (panel.getParent() instanceof JLayeredPane pane) {
      pane.setLayer(panel, position);
    }
  }

  void addTo(JLayeredPane pane) {
    pane.setLayer(panel, position);
    pane.add(panel);
  }
}
