package dev.runspaces.swing.component;

import dev.runspaces.swing.component.ComponentEvent.WindowChange;
import dev.runspaces.swing.component.ComponentEvent.WindowChanged;
import java.awt.Dialog.ModalityType;
import java.awt.Image;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.Icon;
import javax.swing.JRootPane;
import org.jspecify.annotations.Nullable;

/**
 * A window's content and what the window is to be like, before there is a window: so that the same
 * view can be shown in a frame, in a dialog, or painted without any display. For the EDT.
 */
public final class ViewRoot {
  private final Kind kind;
  private final JRootPane pane = new JRootPane();
  private final List<Consumer<ComponentEvent>> onClosed = new ArrayList<>();
  private final Map<WindowChange, List<Consumer<ComponentEvent>>> onChanged =
      new EnumMap<>(WindowChange.class);
  private volatile String title = "";
  private @Nullable TitleIcon icon;
  private @Nullable WindowFrame frame;
  private ModalityType modality = ModalityType.MODELESS;
  private boolean closedByUser = true;
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

  /** What it is shown in, as far as the view changes that. For the EDT. */
  public interface WindowFrame {
    /**
     * Shows a title.
     *
     * @param title the title, or ""
     */
    void setTitle(String title);

    /**
     * Lets the user change the size, or not.
     *
     * @param resizable whether he may
     */
    void setResizable(boolean resizable);
  }

  /** {@return what kind of window it is shown in} */
  public Kind kind() {
    return kind;
  }

  /** {@return the root of its components} */
  public JRootPane pane() {
    return pane;
  }

  /** {@return the title of its window, or ""; on any thread} */
  public String title() {
    return title;
  }

  /**
   * Says what it is shown in.
   *
   * @param shown made as the view wants it, now and when that changes
   */
  public void showIn(WindowFrame shown) {
    frame = shown;
    shown.setTitle(title);
    shown.setResizable(resizable);
  }

  /** {@return the picture in its title bar, as large as those are; null if it has none} */
  public @Nullable Icon titleIcon() {
    return icon;
  }

  /** {@return the same in several sizes, for the desktop; empty if it has none} */
  public List<Image> iconImages() {
    return icon == null ? List.of() : icon.images();
  }

  void setIcon(IconName name) {
    icon = new TitleIcon(name.picture());
  }

  /** {@return which other windows cannot be used while it is open; only a dialog says so} */
  public ModalityType modality() {
    return modality;
  }

  void setModality(ModalityType modality) {
    this.modality = modality;
  }

  /** {@return whether the window is closed when its user wants to close it} */
  public boolean isClosedByUser() {
    return closedByUser;
  }

  /**
   * Raises the events of a change of its window, if the layout names some.
   *
   * @param change what has happened
   */
  public void raiseChanged(WindowChange change) {
    onChanged
        .getOrDefault(change, List.of())
        .forEach(raise -> raise.accept(new WindowChanged(name(), title, change)));
  }

  /** Raises the events of its closing, if the layout names one. */
  public void raiseClosed() {
    onClosed.forEach(raise -> raise.accept(new ComponentEvent.WindowClosed(name(), title)));
  }

  private String name() {
    return StandardTags.nameOf(pane);
  }

  void setClosedByUser(boolean closedByUser) {
    this.closedByUser = closedByUser;
  }

  void onChanged(WindowChange change, Consumer<ComponentEvent> raise) {
    onChanged.computeIfAbsent(change, first -> new ArrayList<>()).add(raise);
  }

  void setTitle(String title) {
    this.title = title;
    if (frame != null) {
      frame.setTitle(title);
    }
  }

  void setResizable(boolean resizable) {
    this.resizable = resizable;
    if (frame != null) {
      frame.setResizable(resizable);
    }
  }

  void onClosed(Consumer<ComponentEvent> raise) {
    onClosed.add(raise);
  }
}
