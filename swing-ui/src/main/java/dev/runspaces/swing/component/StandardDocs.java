package dev.runspaces.swing.component;

import java.util.HashMap;
import java.util.Map;

/**
 * What the standard tags and their attributes are, each said once: an attribute means the same
 * wherever it stands. A table of its own, read when somebody asks, since windows do without it.
 */
final class StandardDocs {
  private static final String TAGS =
      """
      Action | what a button, a menu item and a key have in common
      Actions | the actions of a window
      Button | a button to press
      CheckBox | a box to tick
      CheckBoxMenuItem | a menu item to tick
      ColorChooser | chooses a colour
      Column | a column of a table
      ComboBox | a list that opens, of which one item is chosen
      DateSpinner | a field for a date, with buttons for the next and the one before
      DecimalSpinner | a field for a number with decimals, with buttons for the next and the one before
      DesktopPane | an area in which internal frames are moved about
      Dialog | a window without a button to iconify it
      EditorPane | several lines of plain text
      FileChooser | chooses files or folders
      Fill | what goes into a slot of the included fragment
      FormattedTextField | a line of text that must be of a certain form
      Fragment | the root of a file that others include
      Glue | takes the room that is left, in a box or tool bar
      HorizontalBox | components in a row
      HorizontalStrut | room of a certain width, in a box or tool bar
      Include | puts a fragment here; its other attributes are the parameters of the fragment
      InternalFrame | a window inside a desktop pane
      Item | an item of a list
      Label | a text that says what something is
      Layer | a component of a layered pane, and how far in front it is
      LayeredPane | components in front of each other
      List | items of which some are selected
      ListSpinner | a field for one of several items, with buttons for the next and the one before
      Menu | a menu, in the menu bar or in another menu
      MenuBar | the menus of a window
      MenuItem | an item of a menu, to press
      Node | a node of a tree, with those below it
      Panel | an area in which MigLayout places components
      Parameter | what a fragment is told by who includes it
      PasswordField | a line of text that is not shown
      PopupMenu | a menu that opens over a component
      ProgressBar | how far something has come
      RadioButton | one choice of a group
      RadioButtonMenuItem | one choice of a group, in a menu
      Repeat | a panel that shows its children once for each item of a list, and again when the list changes
      RigidArea | room of a certain size, in a box or tool bar
      ScrollBar | a bar that chooses a part of something
      ScrollPane | shows a part of a component that is greater
      Separator | a line between components or menu items
      Slider | chooses a number by sliding a knob
      Slot | a place into which a fragment is loaded, or who includes this file puts something
      Spinner | a field for a whole number, with buttons for the next and the one before
      SplitPane | two components and a divider between them
      Styles | the attributes that the elements of this file have unless they say otherwise
      Tab | a tab of a tabbed pane, in which MigLayout places components
      TabbedPane | several pages, one of which is seen
      Table | rows and columns; the program gives the rows
      TextArea | several lines of text
      TextField | a line of text
      TextPane | several lines of plain text, whose parts the program may style
      ToggleButton | a button that stays pressed
      ToolBar | a row of buttons
      Tree | nodes below nodes
      VerticalBox | components below each other
      VerticalStrut | room of a certain height, in a box or tool bar
      Window | a window of its own
      """;

  /** What all tags have, also those of a program. */
  private static final String COMMON =
      """
      accessibleDescription | what a screen reader says of it in more words
      accessibleName | what a screen reader calls it
      action | the action that it performs, and whose text and state it has
      background | the colour behind its content, seen if it is opaque
      cell | where its parent places it
      clientProperties | what FlatLaf calls so, as key: value; key: value
      componentPopupMenu | the menu that opens over it
      cursor | the shape of the mouse pointer over it
      enabled | whether the user may use it
      focusable | whether it can have the keyboard's focus
      font | the font of its text, or how it differs from the theme's
      foreground | the colour of its text
      name | by which it is found, and told in events; once in a layout
      opaque | whether its background is painted
      style | how it looks, in FlatLaf's words: colours, numbers, flags and keys of the theme
      styleClass | FlatLaf style classes
      toolTipText | what is shown when the mouse rests on it
      selectedIndex | the property that has the number of what is selected, from 0, and changes with it
      value | the property that it shows and changes
      visible | whether it is seen
      onAction | it was used: pressed, or confirmed with Enter
      onCaret | the caret was moved
      onChange | its value, text or choice has changed
      onCollapse | a node was closed
      onColumnMove | a column has another place
      onDoubleClick | it was clicked twice in short time
      onExpand | a node was opened
      onFocusGained | it has got the keyboard's focus
      onFocusLost | it has lost the keyboard's focus
      onHidden | it is no longer visible
      onHyperlink | a link was followed
      onItem | it was switched on or off
      onKeyPress | a key was pressed in it
      onKeyRelease | a key was released in it
      onKeyType | a character was typed in it
      onMouseClick | it was clicked with the mouse
      onMouseDrag | the mouse was moved over it with a button pressed
      onMouseEnter | the mouse came over it
      onMouseExit | the mouse left it
      onMouseMove | the mouse was moved over it
      onMousePress | a mouse button was pressed over it
      onMouseRelease | a mouse button was released
      onMouseWheel | the mouse wheel was turned over it
      onMoved | it has another place
      onPopupHidden | its menu or list closes
      onPopupShown | its menu or list opens
      onResized | it has another size
      onSelect | something else is selected in it
      onShown | it has become visible
      onSort | its rows are to be in another order
      """;

  private static final String ATTRIBUTES =
      """
      accelerator | the key that presses it
      as | what its children call an item
      autoCreateRowSorter | whether a click on a column's title sorts the rows
      autoResizeMode | which columns give way when another one or the table is resized
      closable | whether it has a button to close it
      color | the colour that is chosen at first
      columns | how wide it is, in characters
      columnSelectionAllowed | whether whole columns can be selected
      continuousLayout | whether both sides follow the divider while it is moved
      controlButtonsAreShown | whether it has buttons of its own to confirm and to cancel
      dateFormat | the form of a date, as SimpleDateFormat reads it
      default | what it is if nothing is said
      cancelButton | the button that Escape clicks, unless what has the focus uses that key itself
      defaultButton | the button that Enter presses
      defaultCloseOperation | what its close button does: closes it, or only raises onClosing
      dialogType | whether files are chosen for reading or for writing
      dividerLocation | how wide its first side is, or how high
      dividerSize | how wide the divider is
      editable | whether the user may edit it
      expanded | whether its nodes are seen at first
      file | the file, beside this one or in a folder there
      fileHidingEnabled | whether hidden files are left out
      fileSelectionMode | whether files, folders or both are chosen
      fillsViewportHeight | whether it is at least as high as its scroll pane
      floatable | whether the user may drag it out of its window
      focusLostBehavior | what becomes of an edited text when the focus leaves it
      group | buttons of the same group exclude each other
      height | how high it is
      horizontalAlignment | where its content is if there is room beside it
      horizontalScrollBarPolicy | whether the bar below it is there as needed, never or always
      icon | the picture on or in it, or in its title bar
      iconifiable | whether it has a button to iconify it
      indeterminate | whether it only shows that something is done, not how far
      inverted | whether its least value is at the other end
      items | the list whose items it shows
      labelFor | the component that it names, and which its mnemonic focuses
      layoutOrientation | whether its items go down, or down and across
      lineWrap | whether long lines are wrapped
      location | where it is at first, from the left and top
      margin | the room between its border and its content
      majorTickSpacing | how far apart its great ticks and labels are
      mask | the form of the text, as MaskFormatter reads it
      maximizable | whether it has a button to maximize it
      maximum | the greatest value
      minimum | the least value
      minorTickSpacing | how far apart its small ticks are
      minWidth | the least width that the user can give it
      modality | which other windows cannot be used while it is open: none, its owner's, or all
      mnemonic | the key that uses it together with Alt
      multiClickThreshhold | how long after a click another one is not heeded, as when somebody clicks twice
      multiSelectionEnabled | whether several can be chosen
      numberFormat | the form of a number, as DecimalFormat reads it
      option | what the value is when this one of its group is chosen
      slot | the slot; none for the one without a name
      oneTouchExpandable | whether the divider has buttons that move it to an end
      orientation | whether it lies or stands
      paintLabels | whether its values are written at its great ticks
      paintTicks | whether it has ticks
      placeholderText | what is shown as long as nothing was entered
      position | how far in front it is; more is nearer
      preferredSize | how great it would like to be
      resizable | whether the user may change its size
      resizeWeight | which share of more room goes to the first side
      rollover | whether its buttons have a border only under the mouse
      rootVisible | whether the topmost node is seen
      rowHeight | how high a row is
      rows | how high it is, in lines
      rowSelectionAllowed | whether whole rows can be selected
      selected | whether it is selected at first
      selectionMode | whether one, several neighbours or any can be selected
      showHorizontalLines | whether there are lines between rows
      showsRootHandles | whether topmost nodes can be opened and closed with the mouse
      showVerticalLines | whether there are lines between columns
      size | how great it is
      snapToTicks | whether only values at ticks can be chosen
      sortable | whether the rows can be sorted by it
      stepSize | how far apart the values are that its buttons choose
      stringPainted | whether it says how far it is in words
      tabLayoutPolicy | whether tabs for which there is no room are scrolled to, or are in another row
      tabPlacement | at which side the tabs are
      text | the text on or in it
      title | its title: in a title bar, in a border around it, on a tab or over a column
      toggleClickCount | how many clicks open or close a node
      type | what its cells hold, and how they are shown
      value | its value at first, or the property that it shows and changes
      verticalScrollBarPolicy | whether the bar beside it is there as needed, never or always
      visibleRowCount | how many rows it would like to show
      width | how wide it is
      wrapStyleWord | whether lines are wrapped between words
      onActivated | it has become the window that is used
      onChange | its value, text or choice has changed
      onClick | it was pressed
      onClosed | it was closed
      onClosing | its close button was pressed
      onDeactivated | another window is used
      onDeiconified | it is no longer an icon
      onEnter | Enter was pressed in it
      onIconified | it was made an icon
      onOpened | it is shown for the first time
      """;

  private static final String GRID =
      """
      align | where its elements are if they flow
      columns | the columns of its grid
      gap | the room between its elements, if its manager is one of Swing's
      layout | what holds for its grid as a whole
      manager | who places what is in it: MigLayout, or one of Swing's managers
      rows | the rows of its grid
      """;

  static final String NAME_OF_A_PANEL = "by which its panel is found; once in a layout";

  static final String NAME_OF_AN_ITEM =
      "for who reads the layout: what is told in events is its text; once in a layout";

  private StandardDocs() {}

  /** {@return what a tag is; "" if it is not one of the standard ones} */
  static String ofTag(Tag<?> tag) {
    return isStandard(tag) ? find(TAGS, tag.name()) : "";
  }

  /** {@return what an attribute is; "" if it is one that only a program knows} */
  static String ofAttribute(Tag<?> tag, String name) {
    String special = isStandard(tag) ? find(ATTRIBUTES, name) : "";
    return special.isEmpty() ? find(COMMON, name) : special;
  }

  /** {@return what an attribute for MigLayout is} */
  static String ofGrid(String name) {
    return find(GRID, name);
  }

  private static boolean isStandard(Tag<?> tag) {
    return ComponentRegistry.standard().find(tag.name()).filter(it -> it == tag).isPresent();
  }

  private static String find(String table, String name) {
    return rows(table).getOrDefault(name, "");
  }

  private static Map<String, String> rows(String table) {
    Map<String, String> rows = new HashMap<>();
    table
        .lines()
        .forEach(
            line -> {
              int bar = line.indexOf(" | ");
              rows.put(line.substring(0, bar), line.substring(bar + 3));
            });
    return rows;
  }
}
