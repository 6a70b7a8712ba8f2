package dev.runspaces.swing.window;

import dev.runspaces.swing.edt.Edt;
import java.awt.event.ActionEvent;
import javax.swing.Action;

/**
 * An {@code <Action>} of a window, to be switched by code: {@code
 * window.action("save").setEnabled(true)} switches all its buttons and menu items, and its key. May
 * be used on any thread.
 */
public final class WindowAction {
  private final Action action;

  WindowAction(Action action) {
    this.action = action;
  }

  /**
   * Lets it be performed, or not. On another thread than the EDT this does not wait: the buttons
   * follow as soon as the EDT comes to it, in the order of the calls.
   *
   * @param enabled whether it can be performed
   */
  public void setEnabled(boolean enabled) {
    Edt.run(() -> action.setEnabled(enabled));
  }

  /** {@return whether it can be performed now} */
  public boolean isEnabled() {
    return action.isEnabled();
  }

  /**
   * Performs it, if that can be done now, as its key would: a check box or toggle button that has
   * it is clicked, else its event tells of no component. Another thread than the EDT does not wait
   * for that. For tests, and for code that offers the same in another way. Swing's {@code doClick}
   * of a button.
   */
  public void perform() {
    Edt.run(
        () -> {
          if (action.isEnabled()) {
            action.actionPerformed(new ActionEvent(this, ActionEvent.ACTION_PERFORMED, null));
          }
        });
  }

  /** {@return the action itself, to be used on the EDT} */
  public Action action() {
    return action;
  }
}
