package dev.runspaces.swing.component;

import dev.runspaces.swing.component.ComponentEvent.Clicked;
import dev.runspaces.swing.component.ComponentEvent.Toggled;
import java.awt.Component;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javax.swing.AbstractButton;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.JSeparator;

/** The tags of menus. */
final class MenuTags {
  private MenuTags() {}

  static List<Tag<?>> all() {
    return List.of(
        Tag.of("MenuBar", JMenuBar.class, JMenuBar::new).children(JMenu.class, JMenuBar::add),
        withItems(labelled(Tag.of("Menu", JMenu.class, JMenu::new)), JMenu::add),
        item("MenuItem", JMenuItem.class, JMenuItem::new),
        toggle(item("CheckBoxMenuItem", JCheckBoxMenuItem.class, JCheckBoxMenuItem::new)),
        toggle(item("RadioButtonMenuItem", JRadioButtonMenuItem.class, JRadioButtonMenuItem::new))
            .contextProperty(
                GroupName.GROUP,
                GroupName.TYPE,
                (item, group, context) -> context.group(group).add(item))
            .property(GroupName.OPTION, GroupName.OPTION_TYPE, (item, option) -> {}));
  }

  /** What a menu bar's menus and context menus have in common. */
  static <M> Tag<M> withItems(Tag<M> menu, BiConsumer<M, Component> adder) {
    return menu.children(JMenuItem.class, adder).children(JSeparator.class, adder);
  }

  private static <B extends AbstractButton> Tag<B> labelled(Tag<B> tag) {
    return tag.property("icon", IconName.TYPE, (button, icon) -> button.setIcon(icon.picture()))
        .property("text", MnemonicText.TYPE, (button, text) -> text.applyTo(button));
  }

  private static <M extends JMenuItem> Tag<M> item(
      String name, Class<M> type, Supplier<M> factory) {
    return labelled(Tag.of(name, type, factory))
        .property("accelerator", SwingValues.KEY_STROKE, JMenuItem::setAccelerator)
        .event(
            "onClick",
            Clicked.class,
            (item, raise) ->
                item.addActionListener(
                    action ->
                        raise.accept(new Clicked(StandardTags.nameOf(item), item.getText()))));
  }

  private static <M extends JMenuItem> Tag<M> toggle(Tag<M> tag) {
    return tag.property("selected", ValueType.FLAG, JMenuItem::setSelected)
        .event(
            "onChange",
            Toggled.class,
            (item, raise) ->
                item.addItemListener(
                    change ->
                        raise.accept(new Toggled(StandardTags.nameOf(item), item.isSelected()))));
  }
}
