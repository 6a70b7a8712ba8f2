package dev.runspaces.swing.component;

import dev.runspaces.swing.component.ComponentEvent.Clicked;
import dev.runspaces.swing.component.ComponentEvent.Toggled;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JRadioButton;
import javax.swing.JToggleButton;

/** The tags of buttons, but for those in menus. */
final class ButtonTags {
  private ButtonTags() {}

  /** Makes one of them: a window has some, and seldom all. */
  static Tag<?> make(String name) {
    return switch (name) {
      case "Button" -> button();
      case "CheckBox" -> toggle(name, JCheckBox.class, JCheckBox::new, JCheckBox::new);
      case "RadioButton" ->
          grouped(toggle(name, JRadioButton.class, JRadioButton::new, JRadioButton::new));
      case "ToggleButton" ->
          grouped(toggle(name, JToggleButton.class, JToggleButton::new, JToggleButton::new));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static <B extends AbstractButton> Tag<B> labelled(
      Tag<B> tag, Function<String, B> withText) {
    return tag.property("icon", IconName.TYPE, (button, icon) -> button.setIcon(icon.picture()))
        .text(withText, (button, text) -> text.applyTo(button))
        .property("mnemonic", ValueType.CHARACTER, AbstractButton::setMnemonic)
        // FlatLaf's borders have it grow with the font.
        .property("margin", SwingValues.INSETS, AbstractButton::setMargin);
  }

  private static Tag<JButton> button() {
    return labelled(Tag.of("Button", JButton.class, JButton::new), JButton::new)
        .property(
            "multiClickThreshhold", // so it is called in Swing
            SwingValues.DURATION,
            (button, pause) -> button.setMultiClickThreshhold(pause.toMillis()))
        .event(
            "onClick",
            Clicked.class,
            (button, raise) ->
                button.addActionListener(
                    action ->
                        raise.accept(new Clicked(StandardTags.nameOf(button), button.getText()))));
  }

  private static <B extends JToggleButton> Tag<B> toggle(
      String name, Class<B> type, Supplier<B> factory, Function<String, B> withText) {
    return labelled(Tag.of(name, type, factory), withText)
        .property("selected", ValueType.FLAG, JToggleButton::setSelected)
        .event(
            "onChange",
            Toggled.class,
            (button, raise) ->
                button.addItemListener(
                    change ->
                        raise.accept(
                            new Toggled(StandardTags.nameOf(button), button.isSelected()))));
  }

  /** Swing's {@code ButtonGroup}, which is no component, is the name that its buttons share. */
  private static <B extends JToggleButton> Tag<B> grouped(Tag<B> tag) {
    return tag.contextProperty(
            GroupName.GROUP,
            GroupName.TYPE,
            (button, group, context) -> context.group(group).add(button))
        .property(GroupName.OPTION, GroupName.OPTION_TYPE, (button, option) -> {});
  }
}
