package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.NearestNames;
import java.awt.Component;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.swing.Action;

/** The components built from a layout, and their names. For the EDT. */
public final class ComponentTree {
  private final ViewRoot root;
  private final Map<String, Component> named;
  private final Map<String, LayoutAction> actions;

  private final List<BoundValue> bindings;

  ComponentTree(ViewRoot root, BuildContext context) {
    this.root = root;
    this.named = new LinkedHashMap<>(context.named());
    this.actions = Map.copyOf(context.actions());
    this.bindings = List.copyOf(context.bindings());
  }

  /** {@return the values that are bound to models, in the order of the layout; immutable} */
  public List<BoundValue> bindings() {
    return bindings;
  }

  /** {@return the root of the view} */
  public ViewRoot root() {
    return root;
  }

  /** {@return the names that exist, in the order of the layout; immutable} */
  public Set<String> names() {
    return Collections.unmodifiableSet(named.keySet());
  }

  /**
   * Finds a component by the {@code name} in its layout. WPF's {@code FindName}.
   *
   * @param name the name
   * @param type what it must be
   * @param <C> that type
   * @return the component
   * @throws IllegalArgumentException if there is none, or it is of another type; the message names
   *     the nearest, or all that exist
   */
  public <C> C find(String name, Class<C> type) {
    Component component = named.get(name);
    if (component == null) {
      List<String> near = NearestNames.of(name, named.keySet());
      throw new IllegalArgumentException(
          "no component is named \""
              + name
              + "\"; "
              + (near.isEmpty() ? existing() : "did you mean " + String.join(" or ", near) + "?"));
    }
    if (!type.isInstance(component)) {
      throw new IllegalArgumentException(
          "component \""
              + name
              + "\" is a "
              + component.getClass().getSimpleName()
              + ", not a "
              + type.getSimpleName());
    }
    return type.cast(component);
  }

  /**
   * Finds an {@code <Action>} by its {@code name}.
   *
   * @param name the name
   * @return the action
   * @throws IllegalArgumentException if there is none; the message names those that exist
   */
  public Action action(String name) {
    LayoutAction action = actions.get(name);
    if (action == null) {
      throw new IllegalArgumentException(
          "no action is named \""
              + name
              + "\"; "
              + (actions.isEmpty()
                  ? "this layout has no actions"
                  : "there are: " + String.join(", ", new TreeSet<>(actions.keySet()))));
    }
    return action;
  }

  /**
   * Finds the value of a component by the component's {@code name}.
   *
   * @param name the name
   * @return its value
   * @throws IllegalArgumentException if there is no such component, or it has no value to edit
   */
  public ComponentValue value(String name) {
    Component component = find(name, Component.class);
    Bindable bindable = Bindable.of(component.getClass());
    if (bindable == null) {
      throw new IllegalArgumentException(
          "component \""
              + name
              + "\" is a "
              + component.getClass().getSimpleName()
              + ", which has no value to edit");
    }
    return new ComponentValue(bindable, component);
  }

  private String existing() {
    return named.isEmpty()
        ? "no component of this layout has a name"
        : "there are: " + String.join(", ", named.keySet());
  }
}
