package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutElement;
import java.awt.Color;
import java.awt.Component;
import java.awt.event.ItemEvent;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.AbstractButton;
import javax.swing.ButtonGroup;
import javax.swing.DefaultButtonModel;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JColorChooser;
import javax.swing.JComboBox;
import javax.swing.JFormattedTextField;
import javax.swing.JList;
import javax.swing.JPasswordField;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.JScrollBar;
import javax.swing.JSlider;
import javax.swing.JTabbedPane;
import javax.swing.JToggleButton;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;

/**
 * The value that a kind of component shows and lets its user edit: how it is read, set and watched.
 * The functions are for the EDT.
 *
 * @param type the type of the value
 * @param get reads it
 * @param set shows another one
 * @param onEdit has something run after each edit, whoever made it
 */
record Bindable(
    Class<?> type,
    Function<Object, Object> get,
    BiConsumer<Object, Object> set,
    BiConsumer<Object, Runnable> onEdit) {

  private static final String VALUE = AttributeNames.VALUE;
  static final String INDEX = "selectedIndex";

  /** What it has that nobody asks: other than everything. */
  private static final Object NOTHING = new Object();

  private static final List<Class<?>> POSSIBLE =
      List.of(
          JTextComponent.class,
          JToggleButton.class,
          JCheckBoxMenuItem.class,
          JRadioButtonMenuItem.class,
          JComboBox.class,
          JList.class,
          JSlider.class,
          JScrollBar.class,
          JColorChooser.class,
          Spinners.OfNumbers.class,
          Spinners.OfDecimals.class,
          Spinners.OfDays.class,
          Spinners.OfTexts.class);

  /** Returns what is only shown, by a function. */
  static Bindable shown(Class<?> type, Consumer<Object> show) {
    return new Bindable(type, it -> NOTHING, (it, value) -> show.accept(value), (it, edited) -> {});
  }

  /** Returns how one of a group is bound: the value is this where it is chosen. */
  static Bindable ofOption(String option) {
    return new Bindable(
        String.class,
        it -> ((AbstractButton) it).isSelected() ? option : NOTHING,
        (it, value) -> choose((AbstractButton) it, value.equals(option)),
        (it, edited) ->
            ((AbstractButton) it)
                .addItemListener(
                    change -> {
                      if (change.getStateChange() == ItemEvent.SELECTED) {
                        edited.run(); // who is chosen no longer has nothing to say
                      }
                    }));
  }

  private static void choose(AbstractButton button, boolean chosen) {
    ButtonGroup group =
        button.getModel() instanceof DefaultButtonModel model ? model.getGroup() : null;
    if (!chosen && group != null && button.isSelected()) {
      group.clearSelection(); // which keeps one chosen otherwise
    } else {
      button.setSelected(chosen);
    }
  }

  /** A box that has no such item would go on showing another. */
  private static void choose(JComboBox<?> box, String item) {
    box.setSelectedItem(item);
    if (!item.equals(box.getSelectedItem())) {
      box.setSelectedIndex(-1);
      if (!item.isEmpty()) {
        throw new IllegalArgumentException("\"" + item + "\" is none of its items");
      }
    }
  }

  /** Returns the attributes that bind what the user of components of a class edits; maybe none. */
  static List<String> attributesOf(Class<?> product) {
    if (JTabbedPane.class.isAssignableFrom(product)) {
      return List.of(INDEX);
    }
    if (JList.class.isAssignableFrom(product)) {
      return List.of(VALUE, INDEX);
    }
    // A password is fetched when it is needed, and kept nowhere.
    return isPossible(product) && !JPasswordField.class.isAssignableFrom(product)
        ? List.of(VALUE)
        : List.of();
  }

  private static boolean isPossible(Class<?> product) {
    for (Class<?> type : POSSIBLE) {
      if (type.isAssignableFrom(product)) {
        return true;
      }
    }
    return false;
  }

  /** Returns how an element binds its component by one of these attributes; null if it cannot. */
  static @Nullable Bindable of(LayoutElement element, Tag<?> tag, String attribute) {
    LayoutAttribute option = element.attribute(GroupName.OPTION).orElse(null);
    if (option != null && tag.hasProperty(GroupName.OPTION)) {
      return ofOption(option.value());
    }
    boolean isNumber =
        JFormattedTextField.class.isAssignableFrom(tag.product())
            && element.attribute(TextTags.NUMBER_FORMAT).isPresent();
    boolean isRangeFixed = !isBound(element, "minimum") && !isBound(element, "maximum");
    return isNumber ? FormattedNumber.BINDABLE : of(tag.product(), attribute, isRangeFixed);
  }

  private static boolean isBound(LayoutElement element, String name) {
    return element.attribute(name).filter(given -> given.value().startsWith("{")).isPresent();
  }

  /** Returns how a component is bound that is there; null if it cannot be. */
  static @Nullable Bindable of(Component component) {
    if (FormattedNumber.isShownBy(component)) {
      return FormattedNumber.BINDABLE;
    }
    List<String> attributes = attributesOf(component.getClass());
    return attributes.isEmpty() ? null : of(component.getClass(), attributes.get(0), false);
  }

  private static @Nullable Bindable of(Class<?> product, String attribute, boolean isRangeFixed) {
    if (!attributesOf(product).contains(attribute)) {
      return null;
    }
    if (JTabbedPane.class.isAssignableFrom(product)) {
      return Selections.ofTabs();
    }
    if (JList.class.isAssignableFrom(product)) {
      return attribute.equals(INDEX) ? Selections.ofIndexInList() : Selections.ofTextInList();
    }
    if (JTextComponent.class.isAssignableFrom(product)) {
      return new Bindable(
          String.class, it -> text(it).getText(), Bindable::setText, Bindable::onEditOfText);
    }
    boolean isSwitch =
        JToggleButton.class.isAssignableFrom(product)
            || JCheckBoxMenuItem.class.isAssignableFrom(product)
            || JRadioButtonMenuItem.class.isAssignableFrom(product);
    if (isSwitch) {
      return new Bindable(
          Boolean.class,
          it -> ((AbstractButton) it).isSelected(),
          (it, value) -> choose((AbstractButton) it, (Boolean) value),
          (it, edited) -> ((AbstractButton) it).addItemListener(change -> edited.run()));
    }
    if (JComboBox.class.isAssignableFrom(product)) {
      return new Bindable(
          String.class,
          it -> Objects.toString(((JComboBox<?>) it).getSelectedItem(), ""),
          (it, value) -> choose((JComboBox<?>) it, (String) value),
          (it, edited) -> ((JComboBox<?>) it).addActionListener(choice -> edited.run()));
    }
    if (JSlider.class.isAssignableFrom(product)) {
      return Ranges.ofSlider(isRangeFixed);
    }
    if (JScrollBar.class.isAssignableFrom(product)) {
      return Ranges.ofScrollBar(isRangeFixed);
    }
    if (JColorChooser.class.isAssignableFrom(product)) {
      return new Bindable(
          Color.class,
          it -> ((JColorChooser) it).getColor(),
          (it, value) -> ((JColorChooser) it).setColor((Color) value),
          (it, edited) ->
              ((JColorChooser) it).getSelectionModel().addChangeListener(choice -> edited.run()));
    }
    return Spinners.bindable(product);
  }

  private static JTextComponent text(Object it) {
    return (JTextComponent) it;
  }

  /** Leaves the caret where it is, as far as there is text. */
  private static void setText(Object it, Object value) {
    int caret = text(it).getCaretPosition();
    if (MaskedText.isIn(text(it))) {
      MaskedText.show(text(it), (String) value);
    } else {
      text(it).setText((String) value);
    }
    text(it).setCaretPosition(Math.min(caret, text(it).getDocument().getLength()));
  }

  private static void onEditOfText(Object it, Runnable edited) {
    text(it)
        .getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent edit) {
                edited.run();
              }

              @Override
              public void removeUpdate(DocumentEvent edit) {
                edited.run();
              }

              @Override
              public void changedUpdate(DocumentEvent edit) {
                // Only attributes have changed, such as a font: the text is the same.
              }
            });
  }
}
