package dev.runspaces.swing.component;

import dev.runspaces.swing.component.ComponentEvent.Chosen;
import dev.runspaces.swing.component.ComponentEvent.Moved;
import java.util.Objects;
import java.util.function.Consumer;
import javax.swing.JComboBox;
import javax.swing.JProgressBar;
import javax.swing.JScrollBar;
import javax.swing.JSlider;
import javax.swing.JTabbedPane;

/** What is told of components that have one of several values. For the EDT. */
final class ValueEvents {
  private ValueEvents() {}

  static void slider(Object it, Consumer<ComponentEvent> raise) {
    JSlider slider = (JSlider) it;
    slider.addChangeListener(
        change ->
            raise.accept(
                new Moved(
                    StandardTags.nameOf(slider), slider.getValue(), slider.getValueIsAdjusting())));
  }

  static void scrollBar(Object it, Consumer<ComponentEvent> raise) {
    JScrollBar bar = (JScrollBar) it;
    bar.addAdjustmentListener(
        change ->
            raise.accept(
                new Moved(
                    StandardTags.nameOf(bar), change.getValue(), change.getValueIsAdjusting())));
  }

  static void progressBar(Object it, Consumer<ComponentEvent> raise) {
    JProgressBar bar = (JProgressBar) it;
    bar.addChangeListener(
        change -> raise.accept(new Moved(StandardTags.nameOf(bar), bar.getValue(), false)));
  }

  static void comboBox(Object it, Consumer<ComponentEvent> raise) {
    JComboBox<?> box = (JComboBox<?>) it;
    box.addActionListener(
        action -> {
          // An editable one tells of what was typed a second time, as "edited".
          if ("comboBoxChanged".equals(action.getActionCommand())) {
            String item = Objects.toString(box.getSelectedItem(), "");
            raise.accept(new Chosen(StandardTags.nameOf(box), box.getSelectedIndex(), item));
          }
        });
  }

  static void tabs(Object it, Consumer<ComponentEvent> raise) {
    JTabbedPane tabs = (JTabbedPane) it;
    tabs.addChangeListener(
        change -> {
          int index = tabs.getSelectedIndex();
          String title = index < 0 ? "" : tabs.getTitleAt(index);
          raise.accept(new Chosen(StandardTags.nameOf(tabs), index, title));
        });
  }
}
