package dev.runspaces.swing.window;

import dev.runspaces.Runspace;
import dev.runspaces.event.Registration;
import dev.runspaces.swing.component.BindingUse;
import dev.runspaces.swing.component.BoundValue;
import dev.runspaces.swing.component.ComponentTree;
import dev.runspaces.swing.component.Plan;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.ReferenceProblems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The models of a layout, and what they had when a window was asked for. Immutable. */
final class Bindings {
  private final Map<String, Model> models;
  private final Map<BindingUse, Optional<Object>> initial;

  private Bindings(Map<String, Model> models, Map<BindingUse, Optional<Object>> initial) {
    this.models = models;
    this.initial = initial;
  }

  /**
   * Checks a model against a layout.
   *
   * @throws LayoutException if the layout names what the model does not have
   */
  static void check(Plan plan, String name, Model model) {
    List<LayoutProblem> problems =
        plan.bindings().stream()
            .filter(use -> use.model().equals(name))
            .flatMap(use -> model.check(use).stream())
            .toList();
    if (!problems.isEmpty()) {
      throw new LayoutException(problems);
    }
  }

  /**
   * Reads all values. On the thread that opens the window, which is the runspace's: the EDT must
   * not run the code of models.
   *
   * @throws LayoutException if the layout needs models that are not there
   */
  static Bindings read(Plan plan, Map<String, Model> models) {
    var problems = new ArrayList<LayoutProblem>();
    var initial = new HashMap<BindingUse, Optional<Object>>();
    for (BindingUse use : plan.bindings()) {
      Model model = models.get(use.model());
      if (model == null) {
        problems.add(ReferenceProblems.modelMissing(use.attribute(), use.model(), models.keySet()));
      } else {
        initial.put(use, read(model, use));
      }
    }
    if (!problems.isEmpty()) {
      throw new LayoutException(problems);
    }
    return new Bindings(models, initial);
  }

  private static Optional<Object> read(Model model, BindingUse use) {
    try {
      return Optional.ofNullable(model.get(use));
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException("cannot read " + use.attribute().value(), failure);
    }
  }

  /**
   * Ties the values of a window to their models. On the EDT.
   *
   * @return closing it unties them
   */
  Registration connect(ComponentTree tree, EventOutlet outlet, Runspace runspace) {
    var ties = new ArrayList<ValueBinding>();
    Set<Model> used = new HashSet<>();
    for (BoundValue value : tree.bindings()) {
      Model model = Objects.requireNonNull(models.get(value.use().model()));
      var binding = new ValueBinding(value, model, runspace);
      binding.start(Objects.requireNonNull(initial.get(value.use())).orElse(null), outlet);
      ties.add(binding);
      used.add(model);
    }
    List<Registration> listening =
        used.stream()
            .map(model -> model.onChange(runspace, property -> refresh(ties, model, property)))
            .toList();
    return () -> listening.forEach(Registration::close);
  }

  private static void refresh(List<ValueBinding> ties, Model model, String property) {
    for (ValueBinding tie : ties) {
      if (tie.isOf(model, property)) {
        tie.refresh();
      }
    }
  }
}
