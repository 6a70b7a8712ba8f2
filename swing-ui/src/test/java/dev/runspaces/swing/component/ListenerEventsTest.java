package dev.runspaces.swing.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutReader;
import java.awt.Component;
import java.awt.event.ComponentEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.DefaultListModel;
import javax.swing.DefaultListSelectionModel;
import javax.swing.JComboBox;
import javax.swing.JEditorPane;
import javax.swing.JInternalFrame;
import javax.swing.JList;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JPasswordField;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JSlider;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.JTree;
import javax.swing.RowSorter.SortKey;
import javax.swing.SortOrder;
import javax.swing.event.HyperlinkEvent;
import javax.swing.event.InternalFrameEvent;
import javax.swing.event.InternalFrameListener;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;
import javax.swing.event.TableModelEvent;
import javax.swing.table.DefaultTableModel;
import javax.swing.table.TableModel;
import javax.swing.table.TableRowSorter;
import javax.swing.tree.TreeModel;
import javax.swing.tree.TreePath;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is raised for each kind of listener, and what never is. */
@Timeout(30)
class ListenerEventsTest {
  private final RecordingSink sink = new RecordingSink();

  /** Tags without attributes of their own: what they have, they have because of what they make. */
  private static final ComponentRegistry REGISTRY =
      ComponentRegistry.standard()
          .with(Tag.of("BareList", JList.class, ListenerEventsTest::list))
          .with(Tag.of("BareTable", JTable.class, ListenerEventsTest::table))
          .with(Tag.of("BareSlider", JSlider.class, JSlider::new))
          .with(Tag.of("BareTree", JTree.class, JTree::new))
          .with(Tag.of("BarePage", JEditorPane.class, JEditorPane::new));

  private static JList<String> list() {
    var model = new DefaultListModel<String>();
    model.addElement("red");
    model.addElement("green");
    model.addElement("blue");
    return new JList<>(model);
  }

  private static JTable table() {
    var model = new DefaultTableModel(new Object[] {"name", "age"}, 0);
    model.addRow(new Object[] {"Ada", 36});
    model.addRow(new Object[] {"Grace", null});
    JTable table = new JTable(model);
    table.setAutoCreateRowSorter(true);
    return table;
  }

  private <C> void on(String element, Class<C> type, Consumer<C> use) throws InterruptedException {
    Plan plan =
        Plan.of(LayoutReader.read("test.xml", "<Window>" + element + "</Window>"), REGISTRY);
    Edt.call(
        () -> {
          use.accept(plan.build(sink).find("it", type));
          return true;
        });
  }

  private static KeyEvent key(Component source, int id, int modifiers, int code, char character) {
    return new KeyEvent(source, id, 0, modifiers, code, character);
  }

  /**
   * Tells the listeners: Swing itself would hand it to whatever has the focus, which nothing has.
   */
  private static void tell(KeyEvent event) {
    for (KeyListener listener : event.getComponent().getKeyListeners()) {
      switch (event.getID()) {
        case KeyEvent.KEY_PRESSED -> listener.keyPressed(event);
        case KeyEvent.KEY_RELEASED -> listener.keyReleased(event);
        default -> listener.keyTyped(event);
      }
    }
  }

  private static void tell(FocusEvent event) {
    for (FocusListener listener : event.getComponent().getFocusListeners()) {
      if (event.getID() == FocusEvent.FOCUS_GAINED) {
        listener.focusGained(event);
      } else {
        listener.focusLost(event);
      }
    }
  }

  private static MouseEvent mouse(Component source, int id, int clicks) {
    return new MouseEvent(
        source, id, 0, InputEvent.CTRL_DOWN_MASK, 3, 4, clicks, false, MouseEvent.BUTTON1);
  }

  @Nested
  class TheMouse {
    @ParameterizedTest
    @ValueSource(strings = {"onMousePress", "onMouseRelease", "onMouseEnter", "onMouseExit"})
    void isToldOnlyWhatWasAskedFor(String attribute) throws InterruptedException {
      on(
          "<Label name='it' " + attribute + "='E'/>",
          Component.class,
          it -> {
            it.dispatchEvent(mouse(it, MouseEvent.MOUSE_ENTERED, 0));
            it.dispatchEvent(mouse(it, MouseEvent.MOUSE_PRESSED, 1));
            it.dispatchEvent(mouse(it, MouseEvent.MOUSE_RELEASED, 1));
            it.dispatchEvent(mouse(it, MouseEvent.MOUSE_CLICKED, 1));
            it.dispatchEvent(mouse(it, MouseEvent.MOUSE_EXITED, 0));
          });
      String use = attribute.substring("onMouse".length()).toUpperCase(Locale.ROOT);
      assertThat(sink.raised())
          .singleElement()
          .asString()
          .startsWith("E: MouseUsed[component=it, use=" + use);
    }

    @Test
    void isToldWithItsPlaceButtonClicksAndModifiers() throws InterruptedException {
      on(
          "<Label name='it' onMouseClick='E'/>",
          Component.class,
          it -> it.dispatchEvent(mouse(it, MouseEvent.MOUSE_CLICKED, 1)));
      assertThat(sink.raised())
          .containsExactly(
              "E: MouseUsed[component=it, use=CLICKED, x=3, y=4, button=1, clicks=1,"
                  + " modifiers=ctrl]");
    }

    @Test
    void doubleClicksAreToldAtTheSecondClick() throws InterruptedException {
      on(
          "<Label name='it' onDoubleClick='E'/>",
          Component.class,
          it -> {
            it.dispatchEvent(mouse(it, MouseEvent.MOUSE_CLICKED, 1));
            it.dispatchEvent(mouse(it, MouseEvent.MOUSE_CLICKED, 2));
            it.dispatchEvent(mouse(it, MouseEvent.MOUSE_CLICKED, 3));
          });
      assertThat(sink.raised()).singleElement().asString().contains("clicks=2");
    }

    @Test
    void aWheelIsToldAndStillScrollsWhatIsAround() throws InterruptedException {
      on(
          "<ScrollPane><TextArea name='it' onMouseWheel='E'/></ScrollPane>",
          Component.class,
          it -> {
            JScrollPane around = (JScrollPane) it.getParent().getParent();
            var seen = new int[1];
            around.addMouseWheelListener(event -> seen[0]++);
            it.dispatchEvent(
                new MouseWheelEvent(
                    it,
                    MouseEvent.MOUSE_WHEEL,
                    0,
                    0,
                    1,
                    2,
                    0,
                    false,
                    MouseWheelEvent.WHEEL_UNIT_SCROLL,
                    3,
                    -1));
            assertThat(seen[0]).isEqualTo(1);
          });
      assertThat(sink.raised())
          .containsExactly("E: WheelTurned[component=it, x=1, y=2, rotation=-1.0, modifiers=]");
    }
  }

  @Nested
  class Keys {
    @Test
    void arePressedReleasedAndTyped() throws InterruptedException {
      on(
          "<Label name='it' onKeyPress='P' onKeyRelease='R' onKeyType='T'/>",
          Component.class,
          it -> {
            int shift = InputEvent.SHIFT_DOWN_MASK;
            tell(key(it, KeyEvent.KEY_PRESSED, shift, KeyEvent.VK_S, 'S'));
            tell(key(it, KeyEvent.KEY_TYPED, shift, KeyEvent.VK_UNDEFINED, 'S'));
            tell(key(it, KeyEvent.KEY_RELEASED, shift, KeyEvent.VK_S, 'S'));
          });
      assertThat(sink.raised())
          .containsExactly(
              "P: KeyUsed[component=it, use=PRESSED, key=S, modifiers=shift]",
              "T: KeyUsed[component=it, use=TYPED, key=S, modifiers=shift]",
              "R: KeyUsed[component=it, use=RELEASED, key=S, modifiers=shift]");
    }

    @Test
    void ofAPasswordAreToldWithoutWhatIsTyped() throws InterruptedException {
      on(
          "<PasswordField name='it' onKeyPress='P' onKeyType='T'/>",
          Component.class,
          it -> {
            tell(key(it, KeyEvent.KEY_PRESSED, 0, KeyEvent.VK_S, 's'));
            tell(key(it, KeyEvent.KEY_TYPED, 0, KeyEvent.VK_UNDEFINED, 's'));
            tell(key(it, KeyEvent.KEY_PRESSED, 0, KeyEvent.VK_F1, KeyEvent.CHAR_UNDEFINED));
          });
      assertThat(sink.raised())
          .containsExactly(
              "P: KeyUsed[component=it, use=PRESSED, key=, modifiers=]",
              "T: KeyUsed[component=it, use=TYPED, key=, modifiers=]",
              "P: KeyUsed[component=it, use=PRESSED, key=F1, modifiers=]");
    }
  }

  @Nested
  class TheFocusAndThePlace {
    @Test
    void theFocusIsGainedAndLost() throws InterruptedException {
      on(
          "<Label name='it' onFocusGained='G' onFocusLost='L'/>",
          Component.class,
          it -> {
            tell(new FocusEvent(it, FocusEvent.FOCUS_GAINED));
            tell(new FocusEvent(it, FocusEvent.FOCUS_LOST, true));
          });
      assertThat(sink.raised())
          .containsExactly(
              "G: FocusMoved[component=it, gained=true, temporary=false]",
              "L: FocusMoved[component=it, gained=false, temporary=true]");
    }

    @Test
    void aComponentIsShownHiddenMovedAndResized() throws InterruptedException {
      on(
          "<Label name='it' onShown='S' onHidden='H' onMoved='M' onResized='R'/>",
          Component.class,
          it -> {
            it.setBounds(1, 2, 3, 4);
            it.dispatchEvent(new ComponentEvent(it, ComponentEvent.COMPONENT_MOVED));
            it.dispatchEvent(new ComponentEvent(it, ComponentEvent.COMPONENT_RESIZED));
            it.dispatchEvent(new ComponentEvent(it, ComponentEvent.COMPONENT_SHOWN));
            it.dispatchEvent(new ComponentEvent(it, ComponentEvent.COMPONENT_HIDDEN));
          });
      String place = ": Placed[component=it, visible=true, x=1, y=2, width=3, height=4]";
      Edt.call(() -> true); // Swing tells of the new bounds too, later
      assertThat(sink.raised())
          .containsSubsequence("M" + place, "R" + place, "S" + place, "H" + place);
    }
  }

  @Nested
  class Texts {
    @Test
    void theCaretIsToldWithTheSelection() throws InterruptedException {
      on(
          "<TextField name='it' text='hello' onCaret='C'/>",
          JTextField.class,
          it -> it.select(1, 3));
      assertThat(sink.raised())
          .last()
          .asString()
          .isEqualTo("C: CaretMoved[component=it, dot=3, mark=1]");
    }

    @Test
    void aFieldTellsItsTextAtEnter() throws InterruptedException {
      on(
          "<TextField name='it' text='hello' onAction='A'/>",
          JTextField.class,
          JTextField::postActionEvent);
      assertThat(sink.raised()).containsExactly("A: Entered[component=it, text=hello]");
    }

    @Test
    void aPasswordIsToldByNothing() throws InterruptedException {
      on(
          "<PasswordField name='it' onChange='E' onAction='A' onEnter='B'/>",
          JPasswordField.class,
          it -> {
            it.setText("secret");
            it.postActionEvent();
          });
      assertThat(sink.raised())
          .containsExactlyInAnyOrder(
              "E: Edited[component=it, text=]",
              "A: Entered[component=it, text=]",
              "B: Entered[component=it, text=]");
    }

    @Test
    void aLinkIsToldWhenItIsFollowedAndNothingIsOpened() throws InterruptedException {
      on(
          "<BarePage name='it' onHyperlink='L'/>",
          JEditorPane.class,
          it -> {
            it.fireHyperlinkUpdate(
                new HyperlinkEvent(it, HyperlinkEvent.EventType.ENTERED, null, "help.html"));
            it.fireHyperlinkUpdate(
                new HyperlinkEvent(it, HyperlinkEvent.EventType.ACTIVATED, null, "help.html"));
          });
      assertThat(sink.raised()).containsExactly("L: LinkFollowed[component=it, link=help.html]");
    }
  }

  @Nested
  class Choices {
    @Test
    void aButtonIsClickedAndSwitched() throws InterruptedException {
      on(
          "<ToggleButton name='it' text='Bold' onAction='A' onItem='I'/>",
          JToggleButton.class,
          JToggleButton::doClick);
      assertThat(sink.raised())
          .containsExactlyInAnyOrder(
              "A: Clicked[component=it, text=Bold]", "I: Toggled[component=it, selected=true]");
    }

    @Test
    void aListTellsWhatIsSelected() throws InterruptedException {
      on("<BareList name='it' onSelect='S'/>", JList.class, it -> it.setSelectionInterval(1, 2));
      assertThat(sink.raised())
          .containsExactly(
              "S: Selected[component=it, index=1, value=green, indices=[1, 2], adjusting=false]");
    }

    @Test
    void aTableTellsTheRowsOfItsModelHoweverItIsSorted() throws InterruptedException {
      on(
          "<BareTable name='it' onSelect='S'/>",
          JTable.class,
          it -> {
            it.getRowSorter().toggleSortOrder(0);
            it.getRowSorter().toggleSortOrder(0); // Grace first
            it.setRowSelectionInterval(0, 0);
            it.clearSelection();
          });
      assertThat(sink.raised())
          .containsExactly(
              "S: RowSelected[component=it, row=1, cells=[Grace, ], rows=[1], adjusting=false]",
              "S: RowSelected[component=it, row=-1, cells=[], rows=[], adjusting=false]");
    }

    @Test
    void aTreeTellsTheNodeAndWhatIsExpanded() throws InterruptedException {
      on(
          "<BareTree name='it' onSelect='S' onExpand='E' onCollapse='C'/>",
          JTree.class,
          it -> {
            it.setSelectionRow(1);
            it.expandRow(1);
            it.collapseRow(1);
          });
      assertThat(sink.raised())
          .containsExactly(
              "S: NodeSelected[component=it, row=1, path=[JTree, colors]]",
              "E: NodeExpanded[component=it, path=[JTree, colors], expanded=true]",
              "C: NodeExpanded[component=it, path=[JTree, colors], expanded=false]");
    }
  }

  @Nested
  class ThePointer {
    @ParameterizedTest
    @ValueSource(strings = {"onMouseMove", "onMouseDrag"})
    void isFollowedWithOrWithoutAButton(String attribute) throws InterruptedException {
      on(
          "<Label name='it' " + attribute + "='E'/>",
          Component.class,
          it -> {
            it.dispatchEvent(mouse(it, MouseEvent.MOUSE_MOVED, 0));
            it.dispatchEvent(mouse(it, MouseEvent.MOUSE_DRAGGED, 0));
          });
      assertThat(sink.raised())
          .singleElement()
          .asString()
          .startsWith(
              "E: MouseUsed[component=it, use="
                  + (attribute.equals("onMouseMove") ? "MOVED" : "DRAGGED")
                  + ", x=3, y=4,");
    }
  }

  @Nested
  class ValuesOfAProgramsOwnTag {
    @Test
    void areToldLikeThoseOfTheStandardOne() throws InterruptedException {
      on("<BareSlider name='it' onChange='E'/>", JSlider.class, it -> it.setValue(7));
      assertThat(sink.raised()).containsExactly("E: Moved[component=it, value=7, adjusting=false]");
    }
  }

  @Nested
  class Cells {
    @Test
    void ofSeveralRowsThatAModelTellsOfAtOnceAreToldEach() throws InterruptedException {
      on(
          "<BareTable name='it' onChange='C'/>",
          JTable.class,
          it -> {
            var model =
                new DefaultTableModel(new Object[][] {{"a"}, {"b"}, {"c"}}, new Object[] {1});
            it.setModel(model);
            model.fireTableChanged(new TableModelEvent(model, 1, 2, 0));
          });
      assertThat(sink.raised())
          .containsExactly(
              "C: CellChanged[component=it, row=1, column=0, text=b]",
              "C: CellChanged[component=it, row=2, column=0, text=c]");
    }

    @Test
    void areToldOneByOneAndNotWhenRowsComeOrGo() throws InterruptedException {
      on(
          "<Table name='it' onChange='E'><Column title='a' editable='true'/><Column title='b'"
              + " type='integer'/></Table>",
          JTable.class,
          it -> {
            TableRows.of(it).add("x", 1);
            it.setValueAt("y", 0, 0);
            it.setValueAt(null, 0, 1);
            TableRows.of(it).clear();
          });
      assertThat(sink.raised())
          .containsExactly(
              "E: CellChanged[component=it, row=0, column=0, text=y]",
              "E: CellChanged[component=it, row=0, column=1, text=]");
    }
  }

  @Nested
  class ModelsOfTablesAndTrees {
    private static JTable other() {
      JTable other = table();
      other.setValueAt("Alan", 0, 0);
      return other;
    }

    @Test
    void tellOfTheOrderThatRowsAreToBeIn() throws InterruptedException {
      on(
          "<BareTable name='it' onSort='S'/>",
          JTable.class,
          it -> {
            it.getRowSorter().toggleSortOrder(1);
            it.getRowSorter().toggleSortOrder(1);
            it.getRowSorter().setSortKeys(List.of());
            it.getRowSorter().setSortKeys(List.of(new SortKey(0, SortOrder.UNSORTED)));
          });
      assertThat(sink.raised())
          .containsExactly(
              "S: Sorted[component=it, column=1, ascending=true]",
              "S: Sorted[component=it, column=1, ascending=false]",
              "S: Sorted[component=it, column=-1, ascending=false]",
              "S: Sorted[component=it, column=-1, ascending=false]");
    }

    @Test
    void tellOfColumnsThatHaveGotAnotherPlace() throws InterruptedException {
      on(
          "<BareTable name='it' onColumnMove='M'/>",
          JTable.class,
          it -> {
            it.moveColumn(0, 1);
            it.moveColumn(1, 1); // as while it is dragged
            it.moveColumn(1, 0);
          });
      assertThat(sink.raised())
          .containsExactly(
              "M: ColumnMoved[component=it, column=0, place=1]",
              "M: ColumnMoved[component=it, column=0, place=0]");
    }

    @Test
    void ofATableAreFollowedWhereCodeGivesItOthers() throws InterruptedException {
      on(
          "<BareTable name='it' onSort='O' onColumnMove='M' onChange='C' onSelect='S'/>",
          JTable.class,
          it -> {
            JTable other = other();
            TableModel before = it.getModel();
            it.setModel(other.getModel());
            it.setRowSorter(new TableRowSorter<>(it.getModel()));
            it.setSelectionModel(new DefaultListSelectionModel());
            it.setColumnModel(other.getColumnModel());
            before.setValueAt("nobody looks", 0, 0);
            it.getModel().setValueAt("Edsger", 0, 0);
            it.getRowSorter().toggleSortOrder(0);
            it.moveColumn(0, 1);
            it.addRowSelectionInterval(0, 0);
          });
      assertThat(sink.raised())
          .containsExactly(
              "C: CellChanged[component=it, row=0, column=0, text=Edsger]",
              "O: Sorted[component=it, column=0, ascending=true]",
              "M: ColumnMoved[component=it, column=0, place=1]",
              "S: RowSelected[component=it, row=0, cells=[Edsger, 36], rows=[0], adjusting=false]");
    }

    @Test
    void tellOfNodesThatAreEdited() throws InterruptedException {
      on(
          "<BareTree name='it' onChange='C'/>",
          JTree.class,
          it -> {
            TreeModel before = it.getModel();
            before.valueForPathChanged(it.getPathForRow(1), "shades");
            before.valueForPathChanged(it.getPathForRow(0), "all");
            it.setModel(new JTree().getModel());
            before.valueForPathChanged(new TreePath(before.getRoot()), "nobody looks");
            it.getModel().valueForPathChanged(it.getPathForRow(2), "games");
          });
      assertThat(sink.raised())
          .containsExactly(
              "C: NodeChanged[component=it, path=[JTree, shades]]",
              "C: NodeChanged[component=it, path=[all]]",
              "C: NodeChanged[component=it, path=[JTree, games]]");
    }
  }

  @Nested
  class Popups {
    private static final String BOTH = " name='it' onPopupShown='Shown' onPopupHidden='Hidden'";
    private static final String[] TOLD = {
      "Shown: PopupShown[component=it, shown=true]", "Hidden: PopupShown[component=it, shown=false]"
    };

    @Test
    void ofAComboBoxAreTold() throws InterruptedException {
      on(
          "<ComboBox" + BOTH + "/>",
          JComboBox.class,
          it -> {
            it.firePopupMenuWillBecomeVisible();
            it.firePopupMenuCanceled();
            it.firePopupMenuWillBecomeInvisible();
          });
      assertThat(sink.raised()).containsExactly(TOLD);
    }

    @Test
    void ofAMenuAreTold() throws InterruptedException {
      on(
          "<MenuBar><Menu" + BOTH + "/></MenuBar>",
          JMenu.class,
          it -> {
            it.setSelected(true);
            it.setSelected(false);
          });
      assertThat(sink.raised()).containsExactly(TOLD);
    }

    @Test
    void thatAreContextMenusAreTold() throws InterruptedException {
      on(
          "<PopupMenu" + BOTH + "/>",
          JPopupMenu.class,
          it -> {
            List<PopupMenuListener> listeners = List.of(it.getPopupMenuListeners());
            listeners.forEach(each -> each.popupMenuWillBecomeVisible(new PopupMenuEvent(it)));
            listeners.forEach(each -> each.popupMenuWillBecomeInvisible(new PopupMenuEvent(it)));
          });
      assertThat(sink.raised()).containsExactly(TOLD);
    }
  }

  @Nested
  class Frames {
    @Test
    void areToldInTheWordsForWindows() throws InterruptedException {
      on(
          "<DesktopPane><InternalFrame name='it' title='T' onOpened='O' onActivated='A' onIconified='I'"
              + " onDeiconified='D' onClosing='C' onClosed='Z'/></DesktopPane>",
          JInternalFrame.class,
          it -> {
            for (int id :
                new int[] {
                  InternalFrameEvent.INTERNAL_FRAME_OPENED,
                  InternalFrameEvent.INTERNAL_FRAME_ACTIVATED,
                  InternalFrameEvent.INTERNAL_FRAME_ICONIFIED,
                  InternalFrameEvent.INTERNAL_FRAME_DEICONIFIED
                }) {
              tell(it, id);
            }
            it.doDefaultCloseAction();
          });
      assertThat(sink.raised())
          .containsExactly(
              "O: WindowChanged[component=it, title=T, change=OPENED]",
              "A: WindowChanged[component=it, title=T, change=ACTIVATED]",
              "I: WindowChanged[component=it, title=T, change=ICONIFIED]",
              "D: WindowChanged[component=it, title=T, change=DEICONIFIED]",
              "C: WindowChanged[component=it, title=T, change=CLOSING]",
              "Z: WindowClosed[component=it, title=T]");
    }

    private static void tell(JInternalFrame frame, int id) {
      for (InternalFrameListener listener : frame.getInternalFrameListeners()) {
        var event = new InternalFrameEvent(frame, id);
        switch (id) {
          case InternalFrameEvent.INTERNAL_FRAME_OPENED -> listener.internalFrameOpened(event);
          case InternalFrameEvent.INTERNAL_FRAME_ACTIVATED ->
              listener.internalFrameActivated(event);
          case InternalFrameEvent.INTERNAL_FRAME_ICONIFIED ->
              listener.internalFrameIconified(event);
          default -> listener.internalFrameDeiconified(event);
        }
      }
    }
  }

  @Nested
  class EachKindOfListener {
    /** The attributes that tell what a listener hears; "" where a layout has no use for it. */
    private static final Map<String, String> ATTRIBUTES =
        Map.ofEntries(
            Map.entry("Action", "onAction onClick onChange"), // onChange of a combo box
            Map.entry("Adjustment", "onChange"),
            Map.entry("Caret", "onCaret"),
            Map.entry("Change", "onChange onItem"), // onItem of buttons
            Map.entry("Component", "onResized"),
            Map.entry("Focus", "onFocusGained"),
            Map.entry("Hyperlink", "onHyperlink"),
            Map.entry("InternalFrame", "onClosed"),
            Map.entry("Item", "onItem onChange"),
            Map.entry("Key", "onKeyPress"),
            Map.entry("ListSelection", "onSelect"),
            Map.entry("Menu", "onPopupShown"),
            Map.entry("Mouse", "onMouseClick"),
            Map.entry("MouseMotion", "onMouseMove"),
            Map.entry("MouseWheel", "onMouseWheel"),
            Map.entry("PopupMenu", "onPopupShown"),
            Map.entry("TreeExpansion", "onExpand"),
            Map.entry("TreeSelection", "onSelect"),
            Map.entry("Ancestor", ""),
            Map.entry("Container", ""),
            Map.entry("Hierarchy", ""),
            Map.entry("HierarchyBounds", ""),
            Map.entry("InputMethod", ""),
            Map.entry("MenuDragMouse", ""),
            Map.entry("MenuKey", ""),
            Map.entry("PropertyChange", ""),
            Map.entry("TreeWillExpand", ""), // may refuse, so it cannot be told later
            Map.entry("VetoableChange", "")); // the same

    /** The same for what a component has beside it: its model, say. */
    private static final Map<String, String> ATTRIBUTES_OF_MODELS =
        Map.ofEntries(
            Map.entry("Action", "onAction onClick"),
            Map.entry("Change", "onChange onAction"),
            Map.entry("ColumnModel", "onColumnMove"),
            Map.entry("Document", "onChange"),
            Map.entry("Item", "onItem onChange"),
            Map.entry("ListSelection", "onSelect"),
            Map.entry("RowSorter", "onSort"),
            Map.entry("TableModel", "onChange"),
            Map.entry("TreeModel", "onChange"),
            Map.entry("TreeSelection", "onSelect"),
            Map.entry("ListData", ""), // nobody but code changes what there is to choose from
            Map.entry("PropertyChange", ""),
            Map.entry("UndoableEdit", "")); // holds what could be done to the text

    @Test
    void ofWhatAStandardComponentConsistsOfHasAnAttribute() {
      for (String name : ComponentRegistry.standard().names()) {
        Tag<?> tag = ComponentRegistry.standard().find(name).orElseThrow();
        for (Method getter : tag.product().getMethods()) {
          boolean isOfAPart =
              getter.getParameterCount() == 0
                  && getter.getName().matches("get(\\w*Model|RowSorter|(Styled)?Document)")
                  // what is marked in a menu is its items' concern
                  && !JPopupMenu.class.isAssignableFrom(tag.product())
                  && !JMenuBar.class.isAssignableFrom(tag.product());
          if (Component.class.isAssignableFrom(tag.product()) && isOfAPart) {
            requireAttributes(tag, name, getter.getReturnType(), ATTRIBUTES_OF_MODELS);
          }
        }
      }
    }

    private static void requireAttributes(
        Tag<?> tag, String name, Class<?> source, Map<String, String> attributes) {
      for (Method method : source.getMethods()) {
        Matcher adder = Pattern.compile("add(\\w+)Listener").matcher(method.getName());
        if (adder.matches()) {
          assertThat(attributes).as("%s of %s", method, name).containsKey(adder.group(1));
          List<String> wanted = List.of(attributes.getOrDefault(adder.group(1), "").split(" ", -1));
          assertThat(wanted)
              .as("%s of <%s>", method.getName(), name)
              .anyMatch(it -> it.isEmpty() || tag.eventNames().contains(it));
        }
      }
    }

    @Test
    void ofAStandardComponentHasAnAttribute() {
      for (String name : ComponentRegistry.standard().names()) {
        Tag<?> tag = ComponentRegistry.standard().find(name).orElseThrow();
        if (Component.class.isAssignableFrom(tag.product())) {
          requireAttributes(tag, name, tag.product(), ATTRIBUTES);
        }
      }
    }
  }
}
