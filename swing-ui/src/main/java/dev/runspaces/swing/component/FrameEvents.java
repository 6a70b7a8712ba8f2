package dev.runspaces.swing.component;

import dev.runspaces.swing.component.ComponentEvent.WindowChange;
import dev.runspaces.swing.component.ComponentEvent.WindowChanged;
import dev.runspaces.swing.component.ComponentEvent.WindowClosed;
import java.util.Objects;
import java.util.function.Consumer;
import javax.swing.JInternalFrame;
import javax.swing.event.InternalFrameAdapter;
import javax.swing.event.InternalFrameEvent;

/** What is told of frames in a desktop, in the words for windows. For the EDT. */
final class FrameEvents {
  private FrameEvents() {}

  static void changes(Object it, WindowChange change, Consumer<ComponentEvent> raise) {
    JInternalFrame frame = (JInternalFrame) it;
    frame.addInternalFrameListener(
        new InternalFrameAdapter() {
          @Override
          public void internalFrameOpened(InternalFrameEvent event) {
            tell(WindowChange.OPENED);
          }

          @Override
          public void internalFrameClosing(InternalFrameEvent event) {
            tell(WindowChange.CLOSING);
          }

          @Override
          public void internalFrameActivated(InternalFrameEvent event) {
            tell(WindowChange.ACTIVATED);
          }

          @Override
          public void internalFrameDeactivated(InternalFrameEvent event) {
            tell(WindowChange.DEACTIVATED);
          }

          @Override
          public void internalFrameIconified(InternalFrameEvent event) {
            tell(WindowChange.ICONIFIED);
          }

          @Override
          public void internalFrameDeiconified(InternalFrameEvent event) {
            tell(WindowChange.DEICONIFIED);
          }

          private void tell(WindowChange now) {
            if (now == change) {
              raise.accept(new WindowChanged(StandardTags.nameOf(frame), titleOf(frame), now));
            }
          }
        });
  }

  static void closing(Object it, Consumer<ComponentEvent> raise) {
    JInternalFrame frame = (JInternalFrame) it;
    frame.addInternalFrameListener(
        new InternalFrameAdapter() {
          @Override
          public void internalFrameClosed(InternalFrameEvent event) {
            raise.accept(new WindowClosed(StandardTags.nameOf(frame), titleOf(frame)));
          }
        });
  }

  private static String titleOf(JInternalFrame frame) {
    return Objects.requireNonNullElse(frame.getTitle(), "");
  }
}
