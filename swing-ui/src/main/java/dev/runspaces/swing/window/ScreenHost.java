package dev.runspaces.swing.window;

import dev.runspaces.swing.component.ComponentEvent.WindowChange;
import dev.runspaces.swing.component.ViewRoot;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JRootPane;
import javax.swing.UIManager;
import javax.swing.WindowConstants;
import org.jspecify.annotations.Nullable;

/** A view in a real window. */
final class ScreenHost implements WindowHost {
  private final Window window;
  private final JRootPane pane;

  private ScreenHost(Window window, JRootPane pane) {
    this.window = window;
    this.pane = pane;
  }

  static ScreenHost of(ViewRoot view, @Nullable Window owner) {
    if (GraphicsEnvironment.isHeadless()) {
      throw new HeadlessException( // which adds why there is none
          "there is no display for window \""
              + view.title()
              + "\"; Layout.openOffscreen needs none, for tests and pictures");
    }
    Window window =
        view.kind() == ViewRoot.Kind.DIALOG ? new ViewDialog(view, owner) : new ViewFrame(view);
    window.setName(view.pane().getName());
    window.setIconImages(view.iconImages()); // none: the owner's, or none at all
    window.addWindowListener(new Changes(view));
    return new ScreenHost(window, view.pane());
  }

  @Override
  public void show() {
    window.pack();
    fitToScreen();
    window.setLocationRelativeTo(window.getOwner());
    if (window instanceof Dialog dialog && dialog.isModal()) {
      // This call would come back when the dialog is closed: whoever opens it has other things to
      // do.
      EventQueue.invokeLater(this::showUnlessDisposed);
    } else {
      window.setVisible(true);
    }
  }

  /** What was closed before it could be shown would come back, and nobody could close it. */
  private void showUnlessDisposed() {
    if (window.isDisplayable()) {
      window.setVisible(true);
    }
  }

  @Override
  public Window window() {
    return window;
  }

  @Override
  public void dispose() {
    window.dispose();
  }

  @Override
  public void onClosed(Runnable action) {
    window.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosed(WindowEvent closed) {
            action.run();
          }
        });
  }

  @Override
  public Component picture() {
    return pane;
  }

  /** What does not fit on the screen is cut to it: the user could not reach its border. */
  private void fitToScreen() {
    Rectangle screen = window.getGraphicsConfiguration().getBounds();
    Dimension wanted = window.getSize();
    window.setSize(Math.min(wanted.width, screen.width), Math.min(wanted.height, screen.height));
  }

  /** Whether FlatLaf draws the title bar itself, as it does on Linux. */
  private static boolean drawsTitleBar() {
    return UIManager.getLookAndFeel().getSupportsWindowDecorations();
  }

  private static int closeOperation(ViewRoot view) {
    return view.isClosedByUser()
        ? WindowConstants.DISPOSE_ON_CLOSE
        : WindowConstants.DO_NOTHING_ON_CLOSE;
  }

  /** Hands on what happens to the window, but for its end. */
  private static final class Changes extends WindowAdapter {
    private final ViewRoot view;

    Changes(ViewRoot view) {
      this.view = view;
    }

    @Override
    public void windowOpened(WindowEvent event) {
      view.raiseChanged(WindowChange.OPENED);
    }

    @Override
    public void windowClosing(WindowEvent event) {
      view.raiseChanged(WindowChange.CLOSING);
    }

    @Override
    public void windowActivated(WindowEvent event) {
      view.raiseChanged(WindowChange.ACTIVATED);
    }

    @Override
    public void windowDeactivated(WindowEvent event) {
      view.raiseChanged(WindowChange.DEACTIVATED);
    }

    @Override
    public void windowIconified(WindowEvent event) {
      view.raiseChanged(WindowChange.ICONIFIED);
    }

    @Override
    public void windowDeiconified(WindowEvent event) {
      view.raiseChanged(WindowChange.DEICONIFIED);
    }
  }

  private static final class ViewFrame extends JFrame implements ViewRoot.WindowFrame {
    private static final long serialVersionUID = 1L;

    ViewFrame(ViewRoot view) {
      view.showIn(this);
      setDefaultCloseOperation(closeOperation(view));
      setRootPane(view.pane());
      decorate(this);
      applyComponentOrientation(view.pane().getComponentOrientation());
    }

    private static void decorate(JFrame frame) {
      if (drawsTitleBar()) {
        ((Frame) frame).setUndecorated(true);
        frame.getRootPane().setWindowDecorationStyle(JRootPane.FRAME);
      }
    }
  }

  private static final class ViewDialog extends JDialog implements ViewRoot.WindowFrame {
    private static final long serialVersionUID = 1L;

    ViewDialog(ViewRoot view, @Nullable Window owner) {
      super(owner, view.modality());
      view.showIn(this);
      setDefaultCloseOperation(closeOperation(view));
      setRootPane(view.pane());
      decorate(this);
      applyComponentOrientation(view.pane().getComponentOrientation());
    }

    private static void decorate(JDialog dialog) {
      if (drawsTitleBar()) {
        ((Dialog) dialog).setUndecorated(true);
        dialog.getRootPane().setWindowDecorationStyle(JRootPane.PLAIN_DIALOG);
      }
    }
  }
}
