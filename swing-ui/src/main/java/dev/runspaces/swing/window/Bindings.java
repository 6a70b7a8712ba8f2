package dev.runspaces.swing.window;

import dev.runspaces.Runspace;
import dev.runspaces.event.Registration;
import dev.runspaces.swing.component.BindingUse;
import dev.runspaces.swing.component.BoundValue;
import dev.runspaces.swing.component.ComponentTree;
import dev.runspaces.swing.component.Plan;
import dev.runspaces.swing.component.Repeater;
import dev.runspaces.swing.component.Template;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.ReferenceProblems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The models of a layout, or of what it shows for an item of a list, and what they had when that
 * was asked for. Immutable.
 */
final class Bindings {
  private final Map<String, Model> models;
  private final Map<BindingUse, Optional<Object>> initial;

  /** What is repeated, and what its items have. */
  private final Map<Template, List<Bindings>> items;

  private Bindings(
      Map<String, Model> models,
      Map<BindingUse, Optional<Object>> initial,
      Map<Template, List<Bindings>> items) {
    this.models = models;
    this.initial = initial;
    this.items = items;
  }

  /**
   * Checks a model against a layout.
   *
   * @throws LayoutException if the layout names what the model does not have
   */
  static void check(Plan plan, String name, Model model) {
    check(plan.bindings(), name, model);
  }

  private static void check(List<BindingUse> uses, String name, Model model) {
    List<LayoutProblem> problems =
        uses.stream()
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
    return read(plan.bindings(), plan.templates(), models, new Budget(plan.limits().elements()));
  }

  private static Bindings read(
      Collection<BindingUse> uses,
      List<Template> templates,
      Map<String, Model> models,
      Budget budget) {
    var problems = new LinkedHashSet<LayoutProblem>();
    var initial = new HashMap<BindingUse, Optional<Object>>();
    for (BindingUse use : uses) {
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
    var items = new HashMap<Template, List<Bindings>>();
    for (Template template : templates) {
      Object list = Objects.requireNonNull(initial.get(template.items())).orElse(List.of());
      items.put(template, readItems(template, list, models, budget));
    }
    return new Bindings(models, initial, items);
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

  /** Reads what a list has now, and all that is shown of its items. */
  List<Bindings> readItems(Template template, int most) {
    Model model = Objects.requireNonNull(models.get(template.items().model()));
    Object list = read(model, template.items()).orElse(List.of());
    return readItems(template, list, models, new Budget(most));
  }

  private static List<Bindings> readItems(
      Template template, Object list, Map<String, Model> models, Budget budget) {
    var read = new ArrayList<Bindings>();
    for (Object item : Items.of(template.items(), list)) {
      budget.take(template);
      Model model = Model.of(item);
      check(template.uses(), template.as(), model);
      var all = new HashMap<>(models);
      all.put(template.as(), model);
      read.add(read(template.uses(), template.templates(), all, budget));
    }
    return read;
  }

  /** How many elements there may still be. */
  private static final class Budget {
    private final int most;
    private int taken;

    Budget(int most) {
      this.most = most;
    }

    void take(Template template) {
      taken += Math.max(1, template.size());
      if (taken > most) {
        throw new LayoutException(
            List.of(ReferenceProblems.tooManyItems(template.items().attribute(), most)));
      }
    }
  }

  /**
   * Ties the values of a window, or of a part of it, to their models. On the EDT.
   *
   * @return closing it unties them
   */
  Registration connect(ComponentTree tree, Showing showing) {
    var ties = new ArrayList<Tie>();
    Set<Model> used = new HashSet<>();
    for (BoundValue value : tree.bindings()) {
      Model model = Objects.requireNonNull(models.get(value.use().model()));
      var binding = new ValueBinding(value, model, showing.runspace());
      Object now = Objects.requireNonNull(initial.get(value.use())).orElse(null);
      binding.start(now, showing.outlet());
      ties.add(binding);
      used.add(model);
    }
    for (Repeater repeater : tree.repeaters()) {
      Template template = repeater.template();
      var binding = new ItemsBinding(repeater, this, showing);
      binding.start(Objects.requireNonNull(items.get(template)));
      ties.add(binding);
      used.add(Objects.requireNonNull(models.get(template.items().model())));
    }
    List<Registration> listening =
        used.stream()
            .map(
                model ->
                    model.onChange(showing.runspace(), property -> refresh(ties, model, property)))
            .toList();
    return () -> {
      listening.forEach(Registration::close);
      ties.forEach(Tie::end);
    };
  }

  /** Returns the model that a value is of. */
  Model model(BindingUse use) {
    return Objects.requireNonNull(models.get(use.model()));
  }

  private static void refresh(List<Tie> ties, Model model, String property) {
    for (Tie tie : ties) {
      if (tie.isOf(model, property)) {
        tie.refresh();
      }
    }
  }

  /** Something on the screen that follows a model. */
  interface Tie {
    /** Tells whether it shows a property of a model. */
    boolean isOf(Model model, String property);

    /** Shows what the model has now. On the thread that has changed it. */
    void refresh();

    /** Is followed by nothing more. On any thread. */
    void end();
  }

  /**
   * Where values are shown.
   *
   * @param runspace the window's
   * @param outlet takes its events
   * @param most how many elements may be repeated
   * @param whenRenamed run on the EDT when components have come or gone
   */
  record Showing(Runspace runspace, EventOutlet outlet, int most, Runnable whenRenamed) {}
}
