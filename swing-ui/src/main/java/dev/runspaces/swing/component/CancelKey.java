package dev.runspaces.swing.component;

import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.MenuSelectionManager;

/**
 * Has Escape click a button of its window, which Swing has no property for. What has the focus goes
 * first, where it uses the key itself: a combo box or a cell editor that is open, a formatted field
 * that was edited. For the EDT.
 */
final class CancelKey extends AbstractAction {
  private static final long serialVersionUID = 1L;
  private static final String NAME = "cancelButton";

  private final JButton button;

  private CancelKey(JButton button) {
    this.button = button;
  }

  /**
   * Has it click a button. The key is the button's: if it were the root pane's, an open menu, which
   * asks that for its own keys, would not hear of it any more.
   */
  static void press(JButton button) {
    button
        .getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW)
        .put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), NAME);
    button.getActionMap().put(NAME, new CancelKey(button));
  }

  @Override
  public boolean isEnabled() {
    return MenuSelectionManager.defaultManager().getSelectedPath().length == 0;
  }

  @Override
  public void actionPerformed(ActionEvent press) {
    button.doClick(0); // for longer than that the EDT would sleep
  }
}
