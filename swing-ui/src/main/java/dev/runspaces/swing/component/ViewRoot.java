package dev.runspaces.swing.component;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JRootPane;

/**
 * A window's content and what the window is to be like, before there is a window: so that the same
 * view can be shown in a frame, in a dialog, or painted without any display. For the EDT.
 */
public final class ViewRoot {
  private final Kind kind;
  private final JRootPane pane = new JRootPane();
  private final List<Consumer<ComponentEvent>> onClosed = new ArrayList<>();
  private String title = "";
  private boolean resizable = true;

  ViewRoot(Kind kind) {
    this.kind = kind;
    pane.setOpaque(true);
  }

  /** What the view is shown in. */
  public enum Kind {
    /** A {@code JFrame}. */
    FRAME,
    /** A {@code JDialog}. */
    DIALOG
  }

  /** {@return what it is shown in} */
  public Kind kind() {
    return kind;
  }

  /** {@return the root of its components} */
  public JRootPane pane() {
    return pane;
  }

  /** {@return the title of its window, or ""} */
  public String title() {
    return title;
  }

  /** {@return whether the user may change the size of its window} */
  public boolean isResizable() {
    return resizable;
  }

  /** Raises the events of its closing, if the layout names one. */
  public void raiseClosed() {
    String name = pane.getName() == null ? "" : pane.getName();
    onClosed.forEach(raise -> raise.accept(new ComponentEvent.WindowClosed(name, title)));
  }

  void setTitle(String title) {
    this.title = title;
  }

  void setResizable(boolean resizable) {
    this.resizable = resizable;
  }

  void onClosed(Consumer<ComponentEvent> raise) {
    onClosed.add(raise);
  }
}
