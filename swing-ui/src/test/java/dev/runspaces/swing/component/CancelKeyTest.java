package dev.runspaces.swing.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutReader;
import java.awt.Component;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.KeyEvent;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JDesktopPane;
import javax.swing.JFormattedTextField;
import javax.swing.JInternalFrame;
import javax.swing.JMenuBar;
import javax.swing.JRootPane;
import javax.swing.JTable;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Escape, where a window has a {@code cancelButton}. */
class CancelKeyTest {
  private final RecordingSink events = new RecordingSink();

  /** Where Swing looks for keys, without a display. */
  private static final class ShownDesktop extends JDesktopPane {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean isShowing() {
      return true;
    }
  }

  private static final class ShownFrame extends JInternalFrame {
    private static final long serialVersionUID = 1L;

    ShownFrame(JRootPane pane) {
      setRootPane(pane);
    }

    /** It would look for one in its window, which is not there. */
    @Override
    public @Nullable Component getMostRecentFocusOwner() {
      return null;
    }
  }

  /** Opens nothing that would need a display. */
  public static final class OpenComboBox extends JComboBox<String> {
    private static final long serialVersionUID = 1L;

    private boolean isOpen = true;

    @Override
    public boolean isPopupVisible() {
      return isOpen;
    }

    @Override
    public void setPopupVisible(boolean visible) {
      isOpen = visible;
    }
  }

  /** What is done with the components on the EDT. */
  private interface Steps {
    void take(ComponentTree tree) throws Exception;
  }

  private void shown(String content, Steps steps) throws InterruptedException {
    ComponentRegistry registry =
        ComponentRegistry.standard()
            .with(Tag.of("OpenComboBox", OpenComboBox.class, OpenComboBox::new));
    Plan plan =
        Plan.of(
            LayoutReader.read(
                "test.xml",
                "<Dialog cancelButton='#no'>"
                    + content
                    + "<Panel><Button name='no' text='Cancel' onClick='Cancelled'/></Panel>"
                    + "</Dialog>"),
            registry);
    boolean unused =
        Edt.call(
            () -> {
              ComponentTree tree = plan.build(events);
              var desktop = new ShownDesktop();
              var frame = new ShownFrame(tree.root().pane());
              desktop.add(frame);
              desktop.addNotify();
              frame.pack();
              frame.setVisible(true);
              steps.take(tree);
              desktop.removeNotify();
              return true;
            });
  }

  /** Presses Escape as Swing does while something has the focus. */
  private static void pressEscape(Component focused) {
    boolean unused =
        SwingUtilities.processKeyBindings(
            new KeyEvent(
                focused, KeyEvent.KEY_PRESSED, 0, 0, KeyEvent.VK_ESCAPE, KeyEvent.CHAR_UNDEFINED));
  }

  /** Tells a text component what it hears from Swing when it has got the focus. */
  private static void focus(JTextComponent field) {
    var gained = new FocusEvent(field, FocusEvent.FOCUS_GAINED);
    for (FocusListener listener : field.getFocusListeners()) {
      listener.focusGained(gained);
    }
  }

  private List<String> raised() {
    return events.raised().stream().map(raised -> raised.replaceAll(":.*", "")).toList();
  }

  @Test
  void clicksTheButtonWhateverHasTheFocus() throws Exception {
    shown(
        "<TextField name='f'/>",
        tree -> {
          pressEscape(tree.find("f", JTextComponent.class));
          assertThat(raised()).containsExactly("Cancelled");
        });
  }

  @Test
  void doesNothingWhereTheButtonIsDisabled() throws Exception {
    shown(
        "<TextField name='f'/>",
        tree -> {
          tree.find("no", JButton.class).setEnabled(false);
          pressEscape(tree.find("f", JTextComponent.class));
          assertThat(raised()).isEmpty();
        });
  }

  @Test
  void closesAComboBoxThatIsOpenFirst() throws Exception {
    shown(
        "<OpenComboBox name='c'/>",
        tree -> {
          OpenComboBox box = tree.find("c", OpenComboBox.class);
          pressEscape(box);
          assertThat(box.isOpen).isFalse();
          assertThat(raised()).isEmpty();
          pressEscape(box);
          assertThat(raised()).containsExactly("Cancelled");
        });
  }

  @Test
  void endsTheEditingOfACellFirst() throws Exception {
    shown(
        "<Table name='t'><Column title='Name' editable='true'/></Table>",
        tree -> {
          JTable table = tree.find("t", JTable.class);
          TableRows.of(table).setAll(List.of(List.of("Ada")));
          assertThat(table.editCellAt(0, 0)).isTrue();
          pressEscape(table.getEditorComponent());
          assertThat(table.isEditing()).isFalse();
          assertThat(raised()).isEmpty();
          pressEscape(table);
          assertThat(raised()).containsExactly("Cancelled");
        });
  }

  @Test
  void takesBackWhatWasTypedIntoAFormattedFieldFirst() throws Exception {
    shown(
        "<FormattedTextField name='f' numberFormat='0' text='1'/>",
        tree -> {
          JFormattedTextField field = tree.find("f", JFormattedTextField.class);
          focus(field);
          field.setText("12");
          pressEscape(field);
          assertThat(field.getText()).isEqualTo("1");
          assertThat(raised()).isEmpty();
          pressEscape(field);
          assertThat(raised()).containsExactly("Cancelled");
        });
  }

  @Test
  void isLeftToAMenuThatIsOpen() throws Exception {
    shown(
        "<MenuBar name='bar'><Menu text='File'/></MenuBar><TextField name='f'/>",
        tree -> {
          MenuSelectionManager menus = MenuSelectionManager.defaultManager();
          menus.setSelectedPath(new MenuElement[] {tree.find("bar", JMenuBar.class)});
          try {
            pressEscape(tree.find("f", JTextComponent.class));
          } finally {
            menus.clearSelectedPath();
          }
          assertThat(raised()).isEmpty();
        });
  }
}
