package dev.runspaces.swing.component;

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
   * A slider, a spinner or a scroll bar was moved.
   *
   * @param component its name
   * @param value where it is now
   * @param adjusting whether the user still holds it
   */
  record Moved(String component, int value, boolean adjusting) implements ComponentEvent {}

  /**
   * A window is closed: by its button, by code, with its runspace or at the JVM's end.
   *
   * @param component the name of the window
   * @param title its title
   */
  record WindowClosed(String component, String title) implements ComponentEvent {}
}
