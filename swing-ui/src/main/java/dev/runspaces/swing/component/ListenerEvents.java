package dev.runspaces.swing.component;

import dev.runspaces.swing.component.ComponentEvent.CaretMoved;
import dev.runspaces.swing.component.ComponentEvent.CellChanged;
import dev.runspaces.swing.component.ComponentEvent.Chosen;
import dev.runspaces.swing.component.ComponentEvent.Clicked;
import dev.runspaces.swing.component.ComponentEvent.ColumnMoved;
import dev.runspaces.swing.component.ComponentEvent.Edited;
import dev.runspaces.swing.component.ComponentEvent.Entered;
import dev.runspaces.swing.component.ComponentEvent.FocusMoved;
import dev.runspaces.swing.component.ComponentEvent.KeyUse;
import dev.runspaces.swing.component.ComponentEvent.KeyUsed;
import dev.runspaces.swing.component.ComponentEvent.LinkFollowed;
import dev.runspaces.swing.component.ComponentEvent.MouseUse;
import dev.runspaces.swing.component.ComponentEvent.MouseUsed;
import dev.runspaces.swing.component.ComponentEvent.Moved;
import dev.runspaces.swing.component.ComponentEvent.NodeChanged;
import dev.runspaces.swing.component.ComponentEvent.NodeExpanded;
import dev.runspaces.swing.component.ComponentEvent.NodeSelected;
import dev.runspaces.swing.component.ComponentEvent.Placed;
import dev.runspaces.swing.component.ComponentEvent.PopupShown;
import dev.runspaces.swing.component.ComponentEvent.RowSelected;
import dev.runspaces.swing.component.ComponentEvent.Selected;
import dev.runspaces.swing.component.ComponentEvent.Sorted;
import dev.runspaces.swing.component.ComponentEvent.Toggled;
import dev.runspaces.swing.component.ComponentEvent.WheelTurned;
import dev.runspaces.swing.component.ComponentEvent.WindowChange;
import dev.runspaces.swing.component.ComponentEvent.WindowChanged;
import dev.runspaces.swing.component.ComponentEvent.WindowClosed;
import java.awt.Component;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JEditorPane;
import javax.swing.JInternalFrame;
import javax.swing.JList;
import javax.swing.JMenu;
import javax.swing.JPopupMenu;
import javax.swing.JProgressBar;
import javax.swing.JScrollBar;
import javax.swing.JSlider;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.JTree;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;

/**
 * The {@code on...} attributes that a component has because of what it is: one for each kind of
 * listener that Swing lets it have. A tag's own attribute of the same name goes first.
 *
 * <p>They are looked up by name when a layout uses them, and not put into each of the tags: there
 * would be a thousand of them, made at the start for nothing.
 */
final class ListenerEvents {
  private ListenerEvents() {}

  /** The names for one class, more of which a component has because of its other classes. */
  private enum Group {
    COMPONENT(
        Component.class,
        "onMouseClick onDoubleClick onMousePress onMouseRelease onMouseEnter onMouseExit"
            + " onMouseMove onMouseDrag onMouseWheel onKeyPress onKeyRelease onKeyType"
            + " onFocusGained onFocusLost onShown onHidden onMoved onResized"),
    TEXT(JTextComponent.class, "onChange onCaret"),
    FIELD(JTextField.class, "onAction"),
    PAGE(JEditorPane.class, "onHyperlink"),
    BUTTON(AbstractButton.class, "onAction onItem"),
    LIST(JList.class, "onSelect"),
    TABLE(JTable.class, "onSelect onChange onSort onColumnMove"),
    TREE(JTree.class, "onSelect onExpand onCollapse onChange"),
    PROGRESS(JProgressBar.class, "onChange"),
    SLIDER(JSlider.class, "onChange"),
    SCROLL_BAR(JScrollBar.class, "onChange"),
    TABS(JTabbedPane.class, "onChange"),
    COMBO_BOX(JComboBox.class, "onChange onPopupShown onPopupHidden"),
    MENU(JMenu.class, "onPopupShown onPopupHidden"),
    POPUP(JPopupMenu.class, "onPopupShown onPopupHidden"),
    FRAME(
        JInternalFrame.class,
        "onOpened onClosing onClosed onActivated onDeactivated onIconified onDeiconified"),
    WINDOW(
        ViewRoot.class,
        "onOpened onClosing onActivated onDeactivated onIconified onDeiconified onResized");

    private final Class<?> type;
    private final String names;

    Group(Class<?> type, String names) {
      this.type = type;
      this.names = names;
    }

    private List<String> names() {
      return List.of(names.split(" "));
    }
  }

  /** {@return the names that a tag of this class has} */
  static Set<String> namesFor(Class<?> product) {
    Set<String> names = new LinkedHashSet<>();
    for (Group group : Group.values()) {
      if (group.type.isAssignableFrom(product)) {
        names.addAll(group.names());
      }
    }
    return names;
  }

  /** {@return what is behind a name; null if a tag of this class has no such} */
  static @Nullable Offer<Object> find(Class<?> product, String name) {
    for (Group group : Group.values()) {
      if (group.type.isAssignableFrom(product) && group.names().contains(name)) {
        return offer(group, name);
      }
    }
    return null;
  }

  private static @Nullable Offer<Object> offer(Group group, String name) {
    return switch (group) {
      case COMPONENT -> ofComponents(name);
      case TEXT ->
          name.equals("onCaret")
              ? new Offer<>(CaretMoved.class, TextEvents::caret)
              : new Offer<>(Edited.class, TextEvents::edits);
      case FIELD -> new Offer<>(Entered.class, TextEvents::entries);
      case PAGE -> new Offer<>(LinkFollowed.class, TextEvents::links);
      case BUTTON ->
          name.equals("onItem")
              ? new Offer<>(Toggled.class, ChoiceEvents::toggles)
              : new Offer<>(Clicked.class, ChoiceEvents::clicks);
      case LIST -> new Offer<>(Selected.class, ChoiceEvents::items);
      case TABLE ->
          switch (name) {
            case "onChange" -> new Offer<>(CellChanged.class, TableEvents::cells);
            case "onSort" -> new Offer<>(Sorted.class, TableEvents::orders);
            case "onColumnMove" -> new Offer<>(ColumnMoved.class, TableEvents::columns);
            default -> new Offer<>(RowSelected.class, TableEvents::rows);
          };
      case TREE ->
          switch (name) {
            case "onExpand" -> new Offer<>(NodeExpanded.class, TreeEvents::expansions);
            case "onCollapse" -> new Offer<>(NodeExpanded.class, TreeEvents::collapses);
            case "onChange" -> new Offer<>(NodeChanged.class, TreeEvents::changes);
            default -> new Offer<>(NodeSelected.class, TreeEvents::nodes);
          };
      case PROGRESS -> new Offer<>(Moved.class, ValueEvents::progressBar);
      case SLIDER -> new Offer<>(Moved.class, ValueEvents::slider);
      case SCROLL_BAR -> new Offer<>(Moved.class, ValueEvents::scrollBar);
      case TABS -> new Offer<>(Chosen.class, ValueEvents::tabs);
      case COMBO_BOX ->
          name.equals("onChange")
              ? new Offer<>(Chosen.class, ValueEvents::comboBox)
              : popup(name, PopupEvents::ofComboBox);
      case MENU -> popup(name, PopupEvents::ofMenu);
      case POPUP -> popup(name, PopupEvents::ofPopup);
      case FRAME ->
          name.equals("onClosed")
              ? new Offer<>(WindowClosed.class, FrameEvents::closing)
              : frame(changeOf(name));
      case WINDOW -> ofWindows(name);
    };
  }

  private static @Nullable Offer<Object> ofComponents(String name) {
    return switch (name) {
      case "onMouseClick" -> mouse(MouseUse.CLICKED, 0);
      case "onDoubleClick" -> mouse(MouseUse.CLICKED, 2);
      case "onMousePress" -> mouse(MouseUse.PRESSED, 0);
      case "onMouseRelease" -> mouse(MouseUse.RELEASED, 0);
      case "onMouseEnter" -> mouse(MouseUse.ENTERED, 0);
      case "onMouseExit" -> mouse(MouseUse.EXITED, 0);
      case "onMouseMove" -> motion(MouseUse.MOVED);
      case "onMouseDrag" -> motion(MouseUse.DRAGGED);
      case "onMouseWheel" -> new Offer<>(WheelTurned.class, InputEvents::wheel);
      case "onKeyPress" -> key(KeyUse.PRESSED);
      case "onKeyRelease" -> key(KeyUse.RELEASED);
      case "onKeyType" -> key(KeyUse.TYPED);
      case "onFocusGained" ->
          new Offer<>(FocusMoved.class, (it, raise) -> InputEvents.focus(it, true, raise));
      case "onFocusLost" ->
          new Offer<>(FocusMoved.class, (it, raise) -> InputEvents.focus(it, false, raise));
      case "onShown", "onHidden", "onMoved", "onResized" ->
          new Offer<>(Placed.class, (it, raise) -> InputEvents.places((Component) it, name, raise));
      default -> null;
    };
  }

  private static Offer<Object> ofWindows(String name) {
    return name.equals("onResized")
        ? new Offer<>(
            Placed.class, (it, raise) -> InputEvents.places(((ViewRoot) it).pane(), name, raise))
        : window(changeOf(name));
  }

  /** {@code onClosing} is of CLOSING. */
  private static WindowChange changeOf(String name) {
    return WindowChange.valueOf(name.substring(2).toUpperCase(Locale.ROOT));
  }

  private static Offer<Object> mouse(MouseUse use, int clicks) {
    return new Offer<>(
        MouseUsed.class, (it, raise) -> InputEvents.mouse((Component) it, use, clicks, raise));
  }

  private static Offer<Object> motion(MouseUse use) {
    return new Offer<>(
        MouseUsed.class, (it, raise) -> InputEvents.motion((Component) it, use, raise));
  }

  private static Offer<Object> key(KeyUse use) {
    return new Offer<>(KeyUsed.class, (it, raise) -> InputEvents.key((Component) it, use, raise));
  }

  private static Offer<Object> window(WindowChange change) {
    return new Offer<>(
        WindowChanged.class, (it, raise) -> ((ViewRoot) it).onChanged(change, raise));
  }

  private static Offer<Object> frame(WindowChange change) {
    return new Offer<>(WindowChanged.class, (it, raise) -> FrameEvents.changes(it, change, raise));
  }

  /** Adds a listener of popups, for one of its two kinds of news. */
  private interface PopupSource {
    void attach(Object it, boolean shown, Consumer<ComponentEvent> raise);
  }

  private static Offer<Object> popup(String name, PopupSource source) {
    boolean shown = name.equals("onPopupShown");
    return new Offer<>(PopupShown.class, (it, raise) -> source.attach(it, shown, raise));
  }
}
