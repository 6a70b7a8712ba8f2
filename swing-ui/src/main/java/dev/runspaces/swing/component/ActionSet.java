package dev.runspaces.swing.component;

import java.util.ArrayList;
import java.util.List;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;

/** The {@code <Actions>} of a window. For the EDT. */
final class ActionSet {
  private final List<LayoutAction> actions = new ArrayList<>();

  void add(LayoutAction action) {
    actions.add(action);
  }

  /** Lets their keys work wherever the focus is in the window. */
  void bindTo(JRootPane pane) {
    for (LayoutAction action : actions) {
      if (action.getValue(Action.ACCELERATOR_KEY) instanceof KeyStroke stroke) {
        pane.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(stroke, action);
        pane.getActionMap().put(action, action);
      }
    }
  }
}
