package dev.runspaces.swing.component;

import dev.runspaces.swing.component.PlanNode.Child;
import java.awt.Component;
import java.awt.ComponentOrientation;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a {@code <Repeat>} shows for one item: {@link Repeater#build}. For the EDT. */
public final class RepeatedItem {
  private final ComponentTree tree;
  private final List<Placed> components;
  private final Gate gate;

  private RepeatedItem(ComponentTree tree, List<Placed> components, Gate gate) {
    this.tree = tree;
    this.components = components;
    this.gate = gate;
  }

  /** A component, and what the panel's manager is told of its place. */
  private record Placed(Component component, @Nullable Object place) {}

  static RepeatedItem build(
      List<Child> children, RepeatPanel panel, BuildContext context, Gate gate) {
    var components = new ArrayList<Placed>(children.size());
    for (Child child : children) {
      components.add(new Placed((Component) child.node().build(context), child.place()));
    }
    context.finish();
    return new RepeatedItem(new ComponentTree(null, panel, context), components, gate);
  }

  /** {@return its components, and their names} */
  public ComponentTree tree() {
    return tree;
  }

  void speak(Locale locale, ComponentOrientation orientation) {
    for (Placed it : components) {
      Translation.setLocaleOfAll(it.component, locale);
      it.component.applyComponentOrientation(orientation);
    }
  }

  /** Adds it to a panel, and returns where the next one begins. */
  int addTo(Container panel, int position) {
    int next = position;
    for (Placed it : components) {
      panel.add(it.component, it.place, next);
      next++;
    }
    return next;
  }

  /** Takes it away for ever. */
  void removeFrom(Container panel) {
    gate.close();
    for (Placed it : components) {
      panel.remove(it.component);
      Farewell.to(it.component);
    }
  }

  /** Returns how many components the panel has because of it. */
  int size() {
    return components.size();
  }
}
