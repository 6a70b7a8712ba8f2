package dev.runspaces.swing.component;

import java.awt.Dimension;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JColorChooser;
import javax.swing.JComponent;
import javax.swing.JDesktopPane;
import javax.swing.JEditorPane;
import javax.swing.JFileChooser;
import javax.swing.JFormattedTextField;
import javax.swing.JInternalFrame;
import javax.swing.JLabel;
import javax.swing.JLayeredPane;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JPopupMenu;
import javax.swing.JProgressBar;
import javax.swing.JRadioButton;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.JSeparator;
import javax.swing.JSlider;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.JTextPane;
import javax.swing.JToggleButton;
import javax.swing.JToolBar;
import javax.swing.JToolTip;

/**
 * Swing's components, whose tool tips have HTML only where the components themselves may have it. A
 * tool tip is a component of its own, of which nobody but {@code createToolTip} knows in time.
 */
final class Plain {
  private Plain() {}

  /** Turns HTML off in a tool tip as in its component. */
  static JToolTip plain(JToolTip tip) {
    JComponent of = tip.getComponent();
    if (of != null) {
      tip.putClientProperty(PlainTextViews.HTML_OFF, of.getClientProperty(PlainTextViews.HTML_OFF));
    }
    return tip;
  }

  static final class Button extends JButton {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class CheckBox extends JCheckBox {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class RadioButton extends JRadioButton {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class ToggleButton extends JToggleButton {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class Label extends JLabel {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class TextField extends JTextField {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class PasswordField extends JPasswordField {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class FormattedTextField extends JFormattedTextField {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class TextArea extends JTextArea {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class TextPane extends JTextPane {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class ProgressBar extends JProgressBar {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class Slider extends JSlider {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class ScrollBar extends JScrollBar {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class Separator extends JSeparator {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static class Panel extends JPanel {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class ScrollPane extends JScrollPane {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class TabbedPane extends JTabbedPane {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class ToolBar extends JToolBar {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class DesktopPane extends JDesktopPane {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class MenuBar extends JMenuBar {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class Menu extends JMenu {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class MenuItem extends JMenuItem {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class CheckBoxMenuItem extends JCheckBoxMenuItem {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class RadioButtonMenuItem extends JRadioButtonMenuItem {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class PopupMenu extends JPopupMenu {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class LayeredPane extends JLayeredPane {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class InternalFrame extends JInternalFrame {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class FileChooser extends JFileChooser {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class ColorChooser extends JColorChooser {
    private static final long serialVersionUID = 1L;

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class EditorPane extends JEditorPane {
    private static final long serialVersionUID = 1L;

    EditorPane() {
      super("text/plain", "");
    }

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class SplitPane extends JSplitPane {
    private static final long serialVersionUID = 1L;

    SplitPane() {
      super(HORIZONTAL_SPLIT, null, null);
    }

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class Row extends Box {
    private static final long serialVersionUID = 1L;

    Row(int axis) {
      super(axis);
    }

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  static final class Gap extends Box.Filler {
    private static final long serialVersionUID = 1L;

    Gap(Dimension least, Dimension preferred, Dimension most) {
      super(least, preferred, most);
    }

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }
}
