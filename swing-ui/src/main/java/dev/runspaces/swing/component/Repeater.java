package dev.runspaces.swing.component;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** A {@code <Repeat>} that was built: it shows its components for each item. For the EDT. */
public final class Repeater {
  private final Template template;
  private final RepeatPanel panel;
  private final BuildContext around;
  private final EventSink sink;
  private List<RepeatedItem> items = List.of();

  /** In which language it is, if not in that of the plan. */
  private @Nullable Translation translation;

  Repeater(Template template, RepeatPanel panel, BuildContext around, EventSink sink) {
    this.sink = sink;
    this.template = template;
    this.panel = panel;
    this.around = around;
  }

  /** {@return what it shows for each item} */
  public Template template() {
    return template;
  }

  /**
   * Builds what is to be shown for an item.
   *
   * @param index the number of the item, with which its names begin
   * @return new components, not shown before {@link #show}
   */
  public RepeatedItem build(int index) {
    RepeatedItem item = template.build(index, panel, around, new Gate(sink));
    item.speak(panel.getLocale(), panel.getComponentOrientation());
    if (translation != null) {
      item.tree().translate(translation);
    }
    return item;
  }

  /**
   * Shows other items. Those that were there before keep their components as they are, with the
   * caret and the focus; the others are taken away, and raise no more events. A focus that was in
   * one of these goes to what has its name now.
   *
   * @param others all items, in their order
   */
  public void show(List<RepeatedItem> others) {
    String focused = nameOfFocused();
    var stay = new HashSet<>(others);
    for (RepeatedItem item : items) {
      if (!stay.contains(item)) {
        item.removeFrom(panel);
      }
    }
    var there = new HashSet<>(items);
    int position = 0;
    for (RepeatedItem item : others) {
      position = there.contains(item) ? position + item.size() : item.addTo(panel, position);
    }
    items = List.copyOf(others);
    panel.revalidate();
    panel.repaint();
    Component successor = focused == null ? null : named().get(focused);
    if (successor != null) {
      boolean unused = successor.requestFocusInWindow();
    }
  }

  private @Nullable String nameOfFocused() {
    Component focused = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    return focused != null && SwingUtilities.isDescendingFrom(focused, panel)
        ? focused.getName()
        : null;
  }

  void translate(Translation other) {
    translation = other;
    items.forEach(item -> item.tree().translate(other));
  }

  /** Returns what it shows now that has a name. */
  Map<String, Component> named() {
    var all = new LinkedHashMap<String, Component>();
    items.forEach(item -> all.putAll(item.tree().allNamed()));
    return all;
  }
}
