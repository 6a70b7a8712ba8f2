package dev.runspaces.swing.component;

import dev.runspaces.swing.component.ComponentEvent.Clicked;
import dev.runspaces.swing.component.ComponentEvent.Selected;
import dev.runspaces.swing.component.ComponentEvent.Toggled;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JList;

/** What is told of buttons and lists. For the EDT. */
final class ChoiceEvents {
  private ChoiceEvents() {}

  static void clicks(Object it, Consumer<ComponentEvent> raise) {
    AbstractButton button = (AbstractButton) it;
    button.addActionListener(
        click ->
            raise.accept(
                new Clicked(
                    StandardTags.nameOf(button),
                    Objects.requireNonNullElse(button.getText(), ""))));
  }

  static void toggles(Object it, Consumer<ComponentEvent> raise) {
    AbstractButton button = (AbstractButton) it;
    button.addItemListener(
        change -> raise.accept(new Toggled(StandardTags.nameOf(button), button.isSelected())));
  }

  static void items(Object it, Consumer<ComponentEvent> raise) {
    JList<?> list = (JList<?>) it;
    list.addListSelectionListener(
        change ->
            raise.accept(
                new Selected(
                    StandardTags.nameOf(list),
                    list.getSelectedIndex(),
                    Objects.toString(list.getSelectedValue(), ""),
                    IntStream.of(list.getSelectedIndices()).boxed().toList(),
                    change.getValueIsAdjusting())));
  }
}
