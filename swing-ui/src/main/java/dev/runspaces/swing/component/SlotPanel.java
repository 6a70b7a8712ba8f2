package dev.runspaces.swing.component;

import java.awt.BorderLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/** A place into which a running program loads fragments. For the EDT. */
final class SlotPanel extends JPanel {
  private static final long serialVersionUID = 1L;

  /** Of what the layout has in it. */
  private transient @Nullable Gate gate;

  SlotPanel() {
    setOpaque(false);
  }

  /** Builds what the layout has in it. */
  void build(BuildContext context, Runnable building) {
    gate = new Gate(context.sink());
    context.behind(gate, building);
  }

  /** Shows something else. */
  void fill(JComponent content) {
    if (gate != null) {
      gate.close();
    }
    Farewell.to(this);
    removeAll();
    setLayout(new BorderLayout());
    add(content);
    revalidate();
    repaint();
  }
}
