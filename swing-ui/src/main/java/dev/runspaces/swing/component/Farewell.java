package dev.runspaces.swing.component;

import java.awt.Component;
import java.awt.Container;
import javax.swing.JComponent;
import javax.swing.JLabel;

/**
 * Takes from components that stay what they know of those that go, which would else be in memory
 * for as long as the window is. For the EDT.
 */
final class Farewell {
  /** Under which Swing has the label of a component. */
  private static final String LABELED_BY = "labeledBy";

  private Farewell() {}

  static void to(Component component) {
    if (component instanceof JLabel label
        && label.getLabelFor() instanceof JComponent field
        && label.equals(field.getClientProperty(LABELED_BY))) {
      label.setLabelFor(null);
    }
    if (component instanceof Container container) {
      for (Component child : container.getComponents()) {
        to(child);
      }
    }
  }
}
