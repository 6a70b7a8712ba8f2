package dev.runspaces.swing.window;

import dev.runspaces.swing.component.ComponentEvent.WindowChange;
import dev.runspaces.swing.component.ViewRoot;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JDesktopPane;
import javax.swing.JInternalFrame;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import javax.swing.event.InternalFrameAdapter;
import javax.swing.event.InternalFrameEvent;
import org.jspecify.annotations.Nullable;

/**
 * A view in a frame that nobody sees. It needs no display, and yet has a title bar, is laid out and
 * can be painted, because Swing draws an internal frame itself.
 */
final class OffscreenHost implements WindowHost {
  /** As large as any screen; what wants more is cut, as it is on a screen. */
  private static final Dimension LARGEST = new Dimension(7_680, 4_320);

  /** Those that are open: Swing knows of windows on the screen only. */
  private static final List<OffscreenHost> OPEN = new ArrayList<>();

  private final ViewRoot view;
  private final JDesktopPane desktop = new HiddenDesktop();
  private final JInternalFrame frame;

  OffscreenHost(ViewRoot view) {
    this.view = view;
    frame = new ViewInternalFrame(view);
    frame.addInternalFrameListener(new Changes(view));
    desktop.add(frame);
  }

  /** Gives all that are open the look and feel that there is now. */
  static void updateLooks() {
    List.copyOf(OPEN).forEach(OffscreenHost::updateLook);
  }

  private void updateLook() {
    SwingUtilities.updateComponentTreeUI(desktop);
    frame.setFrameIcon(view.titleIcon()); // a look and feel gives Java's cup to who has none
  }

  @Override
  public void show() {
    OPEN.add(this);
    // Without a peer nothing below would be laid out.
    desktop.addNotify();
    frame.pack();
    Dimension wanted = frame.getSize();
    frame.setSize(Math.min(wanted.width, LARGEST.width), Math.min(wanted.height, LARGEST.height));
    desktop.setSize(frame.getSize());
    frame.setVisible(true);
    desktop.validate();
  }

  @Override
  public void dispose() {
    frame.dispose();
  }

  @Override
  public void onClosed(Runnable action) {
    frame.addInternalFrameListener(
        new InternalFrameAdapter() {
          @Override
          public void internalFrameClosed(InternalFrameEvent closed) {
            OPEN.remove(OffscreenHost.this);
            desktop.removeNotify();
            forgetKeys();
            action.run();
          }
        });
  }

  /**
   * A default button, such as a file chooser has, has its keys registered anew while it is taken
   * out of the frame, and Swing would keep the frame with them for ever.
   */
  private void forgetKeys() {
    frame.getRootPane().removeNotify();
  }

  @Override
  public @Nullable Window window() {
    return null;
  }

  @Override
  public Component picture() {
    return desktop; // with it, the shadow that FlatLaf draws around the frame has a ground
  }

  /** Hands on what happens to the window, but for its end. */
  private static final class Changes extends InternalFrameAdapter {
    private final ViewRoot view;

    Changes(ViewRoot view) {
      this.view = view;
    }

    @Override
    public void internalFrameOpened(InternalFrameEvent event) {
      view.raiseChanged(WindowChange.OPENED);
    }

    @Override
    public void internalFrameClosing(InternalFrameEvent event) {
      view.raiseChanged(WindowChange.CLOSING);
    }

    @Override
    public void internalFrameActivated(InternalFrameEvent event) {
      view.raiseChanged(WindowChange.ACTIVATED);
    }

    @Override
    public void internalFrameDeactivated(InternalFrameEvent event) {
      view.raiseChanged(WindowChange.DEACTIVATED);
    }

    @Override
    public void internalFrameIconified(InternalFrameEvent event) {
      view.raiseChanged(WindowChange.ICONIFIED);
    }

    @Override
    public void internalFrameDeiconified(InternalFrameEvent event) {
      view.raiseChanged(WindowChange.DEICONIFIED);
    }
  }

  /** Swing asks what is showing where on the screen it is, and this is nowhere. */
  private static final class HiddenDesktop extends JDesktopPane {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean isShowing() {
      return false;
    }
  }

  private static final class ViewInternalFrame extends JInternalFrame
      implements ViewRoot.WindowFrame {
    private static final long serialVersionUID = 1L;

    ViewInternalFrame(ViewRoot view) {
      super("", true, true, view.kind() == ViewRoot.Kind.FRAME);
      setDefaultCloseOperation(
          view.isClosedByUser()
              ? WindowConstants.DISPOSE_ON_CLOSE
              : WindowConstants.DO_NOTHING_ON_CLOSE);
      view.showIn(this);
      setFrameIcon(view.titleIcon()); // Java's cup would say nothing about this window
      setRootPane(view.pane());
      applyComponentOrientation(view.pane().getComponentOrientation());
    }

    /**
     * Where nobody types there is no focus; and Swing looks for it in a window, which is not there.
     */
    @Override
    public @Nullable Component getMostRecentFocusOwner() {
      return null;
    }
  }
}
