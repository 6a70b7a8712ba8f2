package dev.runspaces.swing.component;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.util.ArrayList;
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
  private List<ComponentTree> parts = List.of();

  /** In which language it is, if not in that of the plan. */
  private @Nullable Translation translation;

  Repeater(Template template, RepeatPanel panel, BuildContext around) {
    this.template = template;
    this.panel = panel;
    this.around = around;
  }

  /** {@return what it shows for each item} */
  public Template template() {
    return template;
  }

  /**
   * Shows so many items in the place of those before. The focus stays where the component that has
   * it has a successor of the same name.
   *
   * @param count how many
   * @return what was built for each
   */
  public List<ComponentTree> show(int count) {
    String focused = nameOfFocused();
    panel.removeAll();
    var built = new ArrayList<ComponentTree>(count);
    for (int index = 0; index < count; index++) {
      built.add(template.build(index, panel, around));
    }
    parts = built;
    Translation.setLocaleOfAll(panel, panel.getLocale());
    panel.applyComponentOrientation(panel.getComponentOrientation());
    if (translation != null) {
      translate(translation);
    }
    panel.revalidate();
    panel.repaint();
    Component successor = focused == null ? null : named().get(focused);
    if (successor != null) {
      boolean unused = successor.requestFocusInWindow();
    }
    return List.copyOf(built);
  }

  private @Nullable String nameOfFocused() {
    Component focused = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    return focused != null && SwingUtilities.isDescendingFrom(focused, panel)
        ? focused.getName()
        : null;
  }

  void translate(Translation other) {
    translation = other;
    parts.forEach(part -> part.translate(other));
  }

  /** Returns what it shows now that has a name. */
  Map<String, Component> named() {
    var all = new LinkedHashMap<String, Component>();
    parts.forEach(part -> all.putAll(part.allNamed()));
    return all;
  }
}
