package dev.runspaces.swing.component;

import java.util.List;

/**
 * What a component has to say, as a snapshot taken on the EDT: the first argument of the event that
 * an {@code on...} attribute raises. It holds no component, so that a handler on another thread can
 * do no harm with it.
 */
public interface ComponentEvent {

  /** {@return the {@code name} of the component in its layout, or "" if it has none} */
  String component();

  /**
   * A button was pressed.
   *
   * @param component its name
   * @param text its text
   */
  record Clicked(String component, String text) implements ComponentEvent {}

  /**
   * A text was confirmed with Enter. A password is not told.
   *
   * @param component the name of the field
   * @param text its text; "" for a password field
   */
  record Entered(String component, String text) implements ComponentEvent {}

  /**
   * A text was edited.
   *
   * @param component the name of the field or area
   * @param text its text now
   */
  record Edited(String component, String text) implements ComponentEvent {}

  /**
   * A check box or radio button was switched.
   *
   * @param component its name
   * @param selected whether it is selected now
   */
  record Toggled(String component, boolean selected) implements ComponentEvent {}

  /**
   * An item was chosen from a list, or a tab from its pane.
   *
   * @param component the name of the list or pane
   * @param index which item, from 0; -1 for none
   * @param item its text; "" for none
   */
  record Chosen(String component, int index, String item) implements ComponentEvent {}

  /**
   * A slider, a spinner, a scroll bar or a progress bar was moved.
   *
   * @param component its name
   * @param value where it is now
   * @param adjusting whether the user still holds it
   */
  record Moved(String component, int value, boolean adjusting) implements ComponentEvent {}

  /**
   * A mouse was used over a component.
   *
   * @param component its name
   * @param use what was done
   * @param x where, in pixels from the component's left border
   * @param y where, in pixels from its upper border
   * @param button which button, from 1; 0 for none
   * @param clicks how many clicks in a row
   * @param modifiers the keys held with it, such as {@code ctrl shift}; "" for none
   */
  record MouseUsed(
      String component, MouseUse use, int x, int y, int button, int clicks, String modifiers)
      implements ComponentEvent {}

  /** What was done with a mouse. */
  enum MouseUse {
    /** A button was pressed and released. */
    CLICKED,
    /** A button was pressed. */
    PRESSED,
    /** A button was released. */
    RELEASED,
    /** The pointer came. */
    ENTERED,
    /** The pointer left. */
    EXITED,
    /** The pointer was moved with no button pressed. */
    MOVED,
    /** The pointer was moved with a button pressed. */
    DRAGGED
  }

  /**
   * A mouse wheel was turned over a component.
   *
   * @param component its name
   * @param x where, in pixels from the component's left border
   * @param y where, in pixels from its upper border
   * @param rotation how many notches, or parts of one; less than 0 away from the user
   * @param modifiers the keys held with it, such as {@code ctrl shift}; "" for none
   */
  record WheelTurned(String component, int x, int y, double rotation, String modifiers)
      implements ComponentEvent {}

  /**
   * A key was used while a component had the focus. What is typed into a password field is not
   * told: there only keys without a character are, such as F1 and Enter.
   *
   * @param component its name
   * @param use what was done
   * @param key the key as in a key stroke, such as {@code S} or {@code F10}; of TYPED the
   *     character; "" where it is not told
   * @param modifiers the keys held with it, such as {@code ctrl shift}; "" for none
   */
  record KeyUsed(String component, KeyUse use, String key, String modifiers)
      implements ComponentEvent {}

  /** What was done with a key. */
  enum KeyUse {
    /** It was pressed, or repeats. */
    PRESSED,
    /** It was released. */
    RELEASED,
    /** It has made a character. */
    TYPED
  }

  /**
   * A component has got or lost the keyboard focus.
   *
   * @param component its name
   * @param gained whether it has the focus now
   * @param temporary whether that is for a moment only, as while a menu is open
   */
  record FocusMoved(String component, boolean gained, boolean temporary)
      implements ComponentEvent {}

  /**
   * The caret of a text was moved.
   *
   * @param component the name of the field or area
   * @param dot where it is now, in characters from the start
   * @param mark where the selection begins; equal to {@code dot} for none
   */
  record CaretMoved(String component, int dot, int mark) implements ComponentEvent {}

  /**
   * A component was shown, hidden, moved or resized.
   *
   * @param component its name
   * @param visible whether it is visible now
   * @param x its left border, in pixels from its parent's
   * @param y its upper border, in pixels from its parent's
   * @param width its width in pixels
   * @param height its height in pixels
   */
  record Placed(String component, boolean visible, int x, int y, int width, int height)
      implements ComponentEvent {}

  /**
   * Items of a list were selected.
   *
   * @param component the name of the list
   * @param index the first one selected, from 0; -1 for none
   * @param value its text; "" for none
   * @param indices all that are selected; immutable
   * @param adjusting whether the user still moves on
   */
  record Selected(
      String component, int index, String value, List<Integer> indices, boolean adjusting)
      implements ComponentEvent {}

  /**
   * Rows of a table were selected.
   *
   * @param component the name of the table
   * @param row the first one selected, counted in the model, from 0; -1 for none
   * @param cells the texts of its cells, in the order of the model's columns; immutable, empty for
   *     none
   * @param rows all that are selected, counted in the model; immutable
   * @param adjusting whether the user still moves on
   */
  record RowSelected(
      String component, int row, List<String> cells, List<Integer> rows, boolean adjusting)
      implements ComponentEvent {}

  /**
   * A cell of a table has another value: its user has edited it, or code has.
   *
   * @param component the name of the table
   * @param row its row, counted in the model, from 0
   * @param column its column, counted in the model, from 0
   * @param text its text now; "" for none
   */
  record CellChanged(String component, int row, int column, String text)
      implements ComponentEvent {}

  /**
   * The rows of a table are to be in another order: its user has clicked a column's title, or code
   * has asked for it.
   *
   * @param component the name of the table
   * @param column by which column first, counted in the model, from 0; -1 for none
   * @param ascending whether the least comes first; false for none
   */
  record Sorted(String component, int column, boolean ascending) implements ComponentEvent {}

  /**
   * A column of a table has another place.
   *
   * @param component the name of the table
   * @param column which column, counted in the model, from 0
   * @param place where it is now, counted on the screen, from 0
   */
  record ColumnMoved(String component, int column, int place) implements ComponentEvent {}

  /**
   * A node of a tree has another value: its user has edited it, or code has.
   *
   * @param component the name of the tree
   * @param path the texts from the root to it, as they are now; immutable
   */
  record NodeChanged(String component, List<String> path) implements ComponentEvent {}

  /**
   * A node of a tree was selected.
   *
   * @param component the name of the tree
   * @param row its row on the screen, from 0; -1 for none
   * @param path the texts from the root to it; immutable, empty for none
   */
  record NodeSelected(String component, int row, List<String> path) implements ComponentEvent {}

  /**
   * A node of a tree was expanded or collapsed.
   *
   * @param component the name of the tree
   * @param path the texts from the root to it; immutable
   * @param expanded whether its children are shown now
   */
  record NodeExpanded(String component, List<String> path, boolean expanded)
      implements ComponentEvent {}

  /**
   * A link in a page was followed. Nothing is opened by itself.
   *
   * @param component the name of the page
   * @param link what the page says of the link; it comes from the page, so do not trust it
   */
  record LinkFollowed(String component, String link) implements ComponentEvent {}

  /**
   * A menu, or the list of a combo box, opens or closes.
   *
   * @param component the name of the menu or box
   * @param shown whether it opens
   */
  record PopupShown(String component, boolean shown) implements ComponentEvent {}

  /**
   * An {@code <Action>} was performed, by a button, a menu item or its key.
   *
   * @param component the name of the button or item; "" for a key
   * @param action the name of the action
   */
  record Performed(String component, String action) implements ComponentEvent {}

  /**
   * A window, or a frame in a desktop, was opened, activated or iconified, or is asked to close.
   *
   * @param component its name
   * @param title its title
   * @param change what has happened
   */
  record WindowChanged(String component, String title, WindowChange change)
      implements ComponentEvent {}

  /** What has happened to a window. */
  enum WindowChange {
    /** It is shown for the first time. */
    OPENED,
    /** Its user wants to close it. */
    CLOSING,
    /** It has become the active window. */
    ACTIVATED,
    /** Another window is active. */
    DEACTIVATED,
    /** It was made an icon. */
    ICONIFIED,
    /** It is no icon any more. */
    DEICONIFIED
  }

  /**
   * A window is closed: by its button, by code, with its runspace or at the JVM's end. Of a frame
   * in a desktop that is told when it is closed by itself, not when its window is.
   *
   * @param component its name
   * @param title its title
   */
  record WindowClosed(String component, String title) implements ComponentEvent {}
}
