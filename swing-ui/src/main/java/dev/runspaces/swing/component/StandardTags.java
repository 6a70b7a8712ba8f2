package dev.runspaces.swing.component;

import dev.runspaces.swing.component.ComponentEvent.Edited;
import dev.runspaces.swing.component.ComponentEvent.Entered;
import dev.runspaces.swing.component.ComponentEvent.WindowClosed;
import java.awt.Component;
import java.awt.Dialog.ModalityType;
import java.awt.event.ActionListener;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JPopupMenu;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.JSeparator;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.JToolBar;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingConstants;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

/** The tags that come with the library, made by the calls that programs use for their own. */
final class StandardTags {
  private static final ValueType<Integer> COUNT = ValueType.integer(0, 1_000);
  static final ValueType<Integer> NUMBER = ValueType.integer(-1_000_000_000, 1_000_000_000);
  private static final ValueType<Boolean> CLOSE_OPERATION =
      ValueType.oneOf(Map.of("dispose", true, "nothing", false));
  private static final ValueType<Integer> ALIGNMENT =
      ValueType.oneOf(
          Map.of(
              "left", SwingConstants.LEFT,
              "center", SwingConstants.CENTER,
              "right", SwingConstants.RIGHT,
              "leading", SwingConstants.LEADING,
              "trailing", SwingConstants.TRAILING));
  static final ValueType<Integer> ORIENTATION =
      ValueType.oneOf(
          Map.of("horizontal", SwingConstants.HORIZONTAL, "vertical", SwingConstants.VERTICAL));

  private static final ValueType<Integer> SCROLLS_DOWN =
      ValueType.oneOf(
          Map.of(
              "asNeeded", ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
              "never", ScrollPaneConstants.VERTICAL_SCROLLBAR_NEVER,
              "always", ScrollPaneConstants.VERTICAL_SCROLLBAR_ALWAYS));
  private static final ValueType<Integer> SCROLLS_ACROSS =
      ValueType.oneOf(
          Map.of(
              "asNeeded", ScrollPaneConstants.HORIZONTAL_SCROLLBAR_AS_NEEDED,
              "never", ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER,
              "always", ScrollPaneConstants.HORIZONTAL_SCROLLBAR_ALWAYS));

  private static final String DEFAULT_BUTTON = "defaultButton";

  private StandardTags() {}

  /** Their names, in alphabetical order. */
  static final List<String> NAMES =
      List.of(
          ("Action Actions Button CheckBox CheckBoxMenuItem ColorChooser Column ComboBox"
                  + " DateSpinner DecimalSpinner DesktopPane Dialog EditorPane FileChooser Fill"
                  + " FormattedTextField Fragment Glue HorizontalBox HorizontalStrut Include"
                  + " InternalFrame Item Label Layer LayeredPane List ListSpinner Menu MenuBar"
                  + " MenuItem Node Panel Parameter PasswordField PopupMenu ProgressBar RadioButton"
                  + " RadioButtonMenuItem Repeat RigidArea ScrollBar ScrollPane Separator Slider Slot"
                  + " Spinner SplitPane Styles Tab TabbedPane Table TextArea TextField TextPane"
                  + " ToggleButton ToolBar Tree VerticalBox VerticalStrut Window")
              .split(" ", -1));

  /**
   * Makes a tag, and perhaps those that are mostly used with it: not all, for most windows use a
   * few, and the first window of a JVM is to be there soon.
   */
  static List<Tag<?>> make(String name) {
    return switch (name) {
      case "Window" -> List.of(window("Window", ViewRoot.Kind.FRAME));
      case "Dialog" -> List.of(dialog());
      case "Panel" -> List.of(panel());
      case "ScrollPane" -> List.of(scrollPane());
      case "Button", "CheckBox", "RadioButton", "ToggleButton" -> List.of(ButtonTags.make(name));
      case "Label" -> List.of(label());
      case "TextField" -> List.of(textField());
      case "PasswordField" -> List.of(passwordField());
      case "TextArea" -> List.of(textArea());
      case "Item", "ComboBox" -> List.of(item(), comboBox());
      case "ProgressBar" -> List.of(progressBar());
      case "Separator" -> List.of(separator());
      case "Action", "Actions" -> ActionTags.all();
      case "CheckBoxMenuItem", "Menu", "MenuBar", "MenuItem", "RadioButtonMenuItem" ->
          MenuTags.all();
      case "SplitPane", "Tab", "TabbedPane", "ToolBar" -> ContainerTags.all();
      case "ScrollBar", "Slider", "Spinner" -> RangeTags.all();
      case "Fill", "Fragment", "Include", "Parameter", "Repeat", "Slot", "Styles" ->
          StructureTags.all();
      case "List", "Node", "Tree" -> ChoiceTags.all();
      case "Column", "Table" -> TableTags.all();
      case "EditorPane", "FormattedTextField", "TextPane" -> TextTags.all();
      case "DateSpinner", "DecimalSpinner", "ListSpinner" -> SpinnerTags.all();
      case "DesktopPane", "InternalFrame", "Layer", "LayeredPane" -> DesktopTags.all();
      case "ColorChooser", "FileChooser" -> ChooserTags.all();
      case "PopupMenu" -> PopupTags.all();
      case "Glue",
          "HorizontalBox",
          "HorizontalStrut",
          "RigidArea",
          "VerticalBox",
          "VerticalStrut" ->
          SpacingTags.all();
      default -> List.of();
    };
  }

  private static Tag<ViewRoot> dialog() {
    ValueType<ModalityType> modality =
        ValueType.oneOf(
            Map.of(
                "modeless", ModalityType.MODELESS,
                "document", ModalityType.DOCUMENT_MODAL,
                "application", ModalityType.APPLICATION_MODAL));
    return window("Dialog", ViewRoot.Kind.DIALOG)
        .property("modality", modality, ViewRoot::setModality);
  }

  private static Tag<ViewRoot> window(String name, ViewRoot.Kind kind) {
    Tag<ViewRoot> tag =
        Tag.of(name, ViewRoot.class, () -> new ViewRoot(kind))
            .property("title", MnemonicText.WITHOUT, ViewRoot::setTitle)
            .property("icon", IconName.TYPE, ViewRoot::setIcon)
            .property("resizable", ValueType.FLAG, ViewRoot::setResizable)
            .property("defaultCloseOperation", CLOSE_OPERATION, ViewRoot::setClosedByUser);
    return withKeyOf(withKeyOf(tag, DEFAULT_BUTTON), "cancelButton")
        .event("onClosed", WindowClosed.class, ViewRoot::onClosed)
        .child(ActionSet.class, (root, actions) -> actions.bindTo(root.pane()))
        .child(JMenuBar.class, (root, bar) -> root.pane().setJMenuBar(bar))
        .children(JPopupMenu.class, (root, menu) -> {})
        .laidOut(root -> root.pane().getContentPane());
  }

  /** Adds an attribute that names the button which a key of the window presses. */
  private static Tag<ViewRoot> withKeyOf(Tag<ViewRoot> tag, String attribute) {
    return tag.contextProperty(
        attribute,
        ComponentReference.to(JButton.class, "button"),
        (root, to, context) ->
            context.whenBuilt(
                () -> {
                  var button = (JButton) context.component(to);
                  if (attribute.equals(DEFAULT_BUTTON)) {
                    root.pane().setDefaultButton(button);
                  } else {
                    CancelKey.press(button);
                  }
                }));
  }

  private static Tag<JPanel> panel() {
    return Tag.of("Panel", JPanel.class, Titled.Panel::new)
        .laidOut(panel -> panel)
        .property("title", MnemonicText.WITHOUT, Titled::setTitle);
  }

  private static Tag<JScrollPane> scrollPane() {
    return Tag.of("ScrollPane", JScrollPane.class, JScrollPane::new)
        .child(Component.class, JScrollPane::setViewportView)
        .property(
            "horizontalScrollBarPolicy", SCROLLS_ACROSS, JScrollPane::setHorizontalScrollBarPolicy)
        .property("verticalScrollBarPolicy", SCROLLS_DOWN, JScrollPane::setVerticalScrollBarPolicy);
  }

  private static Tag<JLabel> label() {
    return Tag.of("Label", JLabel.class, JLabel::new)
        .property("icon", IconName.TYPE, (label, icon) -> label.setIcon(icon.picture()))
        .text(JLabel::new, (label, text) -> text.applyTo(label))
        .property("horizontalAlignment", ALIGNMENT, JLabel::setHorizontalAlignment);
  }

  private static Tag<JTextField> textField() {
    return Tag.of("TextField", JTextField.class, JTextField::new)
        .property("columns", COUNT, JTextField::setColumns)
        .property("editable", ValueType.FLAG, JTextField::setEditable)
        .property("horizontalAlignment", ALIGNMENT, JTextField::setHorizontalAlignment)
        .property("margin", SwingValues.INSETS, JTextField::setMargin)
        .property("placeholderText", ValueType.TEXT, StandardTags::setPlaceholder)
        .property("text", ValueType.TEXT, JTextField::setText)
        .event(
            "onEnter",
            Entered.class,
            (field, raise) ->
                field.addActionListener(
                    action -> raise.accept(new Entered(nameOf(field), field.getText()))))
        .event("onChange", Edited.class, StandardTags::raiseEdits);
  }

  private static Tag<JPasswordField> passwordField() {
    return Tag.of("PasswordField", JPasswordField.class, JPasswordField::new)
        .property("columns", COUNT, JPasswordField::setColumns)
        .property("placeholderText", ValueType.TEXT, StandardTags::setPlaceholder)
        .property("editable", ValueType.FLAG, JPasswordField::setEditable)
        .event(
            "onEnter",
            Entered.class,
            (field, raise) ->
                field.addActionListener(action -> raise.accept(new Entered(nameOf(field), ""))));
  }

  private static void setPlaceholder(JTextField field, String text) {
    field.putClientProperty("JTextField.placeholderText", text);
  }

  private static Tag<JTextArea> textArea() {
    return Tag.of("TextArea", JTextArea.class, JTextArea::new)
        .property("columns", COUNT, JTextArea::setColumns)
        .property("rows", COUNT, JTextArea::setRows)
        .property("editable", ValueType.FLAG, JTextArea::setEditable)
        .property("lineWrap", ValueType.FLAG, JTextArea::setLineWrap)
        .property("wrapStyleWord", ValueType.FLAG, JTextArea::setWrapStyleWord)
        .property("margin", SwingValues.INSETS, JTextArea::setMargin)
        .property("text", ValueType.TEXT, JTextArea::setText)
        .event("onChange", Edited.class, StandardTags::raiseEdits);
  }

  private static Tag<ListItem> item() {
    return Tag.of("Item", ListItem.class, ListItem::new)
        .describedAs("name", StandardDocs.NAME_OF_AN_ITEM)
        .property("text", MnemonicText.WITHOUT, ListItem::setText)
        .property("selected", ValueType.FLAG.atFirst(), ListItem::setSelected);
  }

  @SuppressWarnings("unchecked") // JComboBox.class cannot say what its items are
  private static Tag<JComboBox<String>> comboBox() {
    return Tag.of(
            "ComboBox",
            (Class<JComboBox<String>>) (Class<?>) JComboBox.class,
            PlainTextViews.PlainComboBox::new)
        .children(ListItem.class, StandardTags::addItem)
        .property("editable", ValueType.FLAG, JComboBox::setEditable);
  }

  private static Tag<JProgressBar> progressBar() {
    return Tag.of("ProgressBar", JProgressBar.class, JProgressBar::new)
        .property("minimum", NUMBER, RangeTags.LEAST, JProgressBar::setMinimum)
        .property("maximum", NUMBER, RangeTags.MOST, JProgressBar::setMaximum)
        .property("value", NUMBER, JProgressBar::setValue)
        .property("indeterminate", ValueType.FLAG, JProgressBar::setIndeterminate)
        .property("stringPainted", ValueType.FLAG, JProgressBar::setStringPainted);
  }

  private static Tag<JSeparator> separator() {
    return Tag.of("Separator", JSeparator.class, JSeparator::new)
        .madeIn(JToolBar.class, JToolBar.Separator::new) // as by its addSeparator
        .madeIn(JMenu.class, JPopupMenu.Separator::new)
        .madeIn(JPopupMenu.class, JPopupMenu.Separator::new)
        .property("orientation", ORIENTATION, JSeparator::setOrientation);
  }

  private static void addItem(JComboBox<String> combo, ListItem item) {
    combo.addItem(item.text());
    item.whenChanged(before -> replaceItem(combo, before, item.text()));
    if (item.isSelected()) {
      combo.setSelectedIndex(combo.getItemCount() - 1);
    }
  }

  /** The same item stays selected, and nobody is told that another one was chosen. */
  private static void replaceItem(JComboBox<String> combo, String before, String now) {
    var items = (DefaultComboBoxModel<String>) combo.getModel();
    int index = items.getIndexOf(before);
    if (index >= 0) {
      ActionListener[] listeners = combo.getActionListeners();
      for (ActionListener listener : listeners) {
        combo.removeActionListener(listener);
      }
      boolean isSelected = before.equals(items.getSelectedItem());
      items.insertElementAt(now, index);
      if (isSelected) {
        items.setSelectedItem(now);
      }
      items.removeElementAt(index + 1);
      for (ActionListener listener : listeners) {
        combo.addActionListener(listener);
      }
    }
  }

  private static void raiseEdits(JTextComponent field, Consumer<ComponentEvent> raise) {
    field
        .getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent edit) {
                raise.accept(new Edited(nameOf(field), field.getText()));
              }

              @Override
              public void removeUpdate(DocumentEvent edit) {
                raise.accept(new Edited(nameOf(field), field.getText()));
              }

              @Override
              public void changedUpdate(DocumentEvent edit) {
                // Only attributes have changed, such as a font: the text is the same.
              }
            });
  }

  static String nameOf(Component component) {
    return Objects.requireNonNullElse(component.getName(), "");
  }
}
