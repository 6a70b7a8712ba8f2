package dev.runspaces.swing.component;

import java.awt.EventQueue;
import javax.swing.JInternalFrame;
import javax.swing.event.InternalFrameEvent;

/**
 * A frame in a desktop. It is visible from its beginning, because a window's frames are there when
 * it opens, and is opened when it is in a window that is there. For the EDT.
 */
final class DesktopFrame extends JInternalFrame {
  private static final long serialVersionUID = 1L;

  private boolean hasOpened;

  DesktopFrame() {
    setFrameIcon(null); // Java's cup says nothing about it
    setVisible(true);
  }

  @Override
  public void addNotify() {
    super.addNotify();
    tellIfOpened();
  }

  @Override
  public void setVisible(boolean visible) {
    super.setVisible(visible);
    tellIfOpened();
  }

  /** Later, when what it has come with is complete. Swing has told nobody: it was too early. */
  private void tellIfOpened() {
    if (!hasOpened && isVisible() && isDisplayable()) {
      hasOpened = true;
      EventQueue.invokeLater(
          () -> {
            if (!isClosed()) { // meanwhile
              fireInternalFrameEvent(InternalFrameEvent.INTERNAL_FRAME_OPENED);
            }
          });
    }
  }
}
