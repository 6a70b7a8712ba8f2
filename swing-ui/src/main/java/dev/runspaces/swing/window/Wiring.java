package dev.runspaces.swing.window;

import dev.runspaces.swing.component.Plan;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What code gives a layout: the object whose methods it calls, and those whose values it shows.
 * Immutable.
 *
 * @param target the object with the {@link Handler} methods; null if there is none
 * @param models the models, by their names
 */
record Wiring(@Nullable Object target, Map<String, Model> models) {
  static final Wiring NONE = new Wiring(null, Map.of());

  Wiring {
    models = Map.copyOf(models);
  }

  Wiring withModel(String name, Model model) {
    var all = new HashMap<>(models);
    all.put(name, model);
    return new Wiring(target, all);
  }

  Wiring withTarget(Object controller) {
    return new Wiring(controller, models);
  }

  /**
   * Returns the controller for a plan.
   *
   * @throws dev.runspaces.swing.layout.LayoutException if it lacks what the plan needs
   */
  @Nullable Controller controllerFor(Plan plan) {
    if (target != null) {
      return Controller.of(target, plan);
    }
    Controller.requireNone(plan);
    return null;
  }
}
