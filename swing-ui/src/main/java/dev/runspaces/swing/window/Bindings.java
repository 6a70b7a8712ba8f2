package dev.runspaces.swing.window;

import dev.runspaces.Runspace;
import dev.runspaces.event.Registration;
import dev.runspaces.swing.component.BindingUse;
import dev.runspaces.swing.component.BindingUse.Purpose;
import dev.runspaces.swing.component.BoundValue;
import dev.runspaces.swing.component.ComponentTree;
import dev.runspaces.swing.component.Plan;
import dev.runspaces.swing.component.Repeater;
import dev.runspaces.swing.component.Template;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.ModelProblems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The models of a layout, or of what it shows for an item of a list, and what they had when that
 * was asked for. Read on one thread, then connected with components on the EDT, or closed.
 */
final class Bindings implements Registration {
  private final Map<String, Model> models;

  /** What is shown; null if this is of a whole layout. */
  private final @Nullable Object item;

  private final Changes changes;
  private final Map<BindingUse, Optional<Object>> initial = new HashMap<>();

  /** What is repeated, and what its items have. */
  private final Map<Template, List<Bindings>> items = new HashMap<>();

  private Bindings(Map<String, Model> models, @Nullable Object item, Changes changes) {
    this.models = models;
    this.item = item;
    this.changes = changes;
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
   * Reads all values. On the thread that opens the window or loads the fragment: best that of the
   * runspace, for the EDT should not run the code of models.
   *
   * @param repeated how many elements the window repeats elsewhere
   * @throws LayoutException if the layout needs models that are not there
   */
  static Bindings read(Plan plan, Map<String, Model> models, int repeated, Runspace runspace) {
    return read(
        plan.bindings(),
        plan.templates(),
        models,
        null,
        new Budget(plan.limits().elements(), repeated),
        () -> new Changes(runspace));
  }

  private static Bindings read(
      Collection<BindingUse> uses,
      List<Template> templates,
      Map<String, Model> models,
      @Nullable Object item,
      Budget budget,
      Supplier<Changes> changes) {
    var problems = new LinkedHashSet<LayoutProblem>();
    for (BindingUse use : uses) {
      if (!models.containsKey(use.model())) {
        problems.add(ModelProblems.modelMissing(use.attribute(), use.model(), models.keySet()));
      }
    }
    if (!problems.isEmpty()) {
      throw new LayoutException(problems);
    }
    var read = new Bindings(models, item, changes.get());
    try {
      for (BindingUse use : uses) {
        Model model = Objects.requireNonNull(models.get(use.model()));
        read.changes.listenTo(model);
        read.initial.put(use, readNow(model, use));
      }
      for (Template template : templates) {
        Object list = Objects.requireNonNull(read.initial.get(template.items())).orElse(List.of());
        read.items.put(template, readItems(template, list, models, budget, changes));
      }
      return read;
    } catch (RuntimeException | Error failure) {
      read.close();
      throw failure;
    }
  }

  /** Reads a value; what is shown is made of it here, and not on the EDT. */
  static @Nullable Object read(Model model, BindingUse use) throws Exception {
    Object value = model.get(use);
    boolean isShownAsText = use.purpose() == Purpose.SHOW && use.type() == String.class;
    if (value == null) {
      return null;
    }
    return isShownAsText ? String.valueOf(value) : Numbers.shown(use.type(), value);
  }

  private static Optional<Object> readNow(Model model, BindingUse use) {
    try {
      return Optional.ofNullable(read(model, use));
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IllegalStateException("cannot read " + use.attribute().value(), failure);
    }
  }

  /**
   * Reads what a list has now, and all that is shown of its items.
   *
   * @param repeated how many elements the window repeats elsewhere
   */
  List<Bindings> readItems(Template template, int repeated, Showing showing) {
    Model model = Objects.requireNonNull(models.get(template.items().model()));
    Object list = readNow(model, template.items()).orElse(List.of());
    var budget = new Budget(showing.most(), repeated);
    return readItems(template, list, models, budget, () -> new Changes(showing.runspace()));
  }

  private static List<Bindings> readItems(
      Template template,
      Object list,
      Map<String, Model> models,
      Budget budget,
      Supplier<Changes> changes) {
    var read = new ArrayList<Bindings>();
    try {
      for (Object item : Items.of(template.items(), list)) {
        budget.take(template);
        Model model = Model.of(item);
        check(template.uses(), template.as(), model);
        var all = new HashMap<>(models);
        all.put(template.as(), model);
        read.add(read(template.uses(), template.templates(), all, item, budget, changes));
      }
      return read;
    } catch (RuntimeException | Error failure) {
      read.forEach(Bindings::close);
      throw failure;
    }
  }

  /** Tells whether this was read of the same item as another; equal is not the same. */
  boolean isOfSame(Bindings other) {
    return item == other.item;
  }

  /** Tells whether something has changed since this was read, here or in the items of an item. */
  boolean hasChanged() {
    return changes.areDue()
        || items.values().stream().flatMap(List::stream).anyMatch(Bindings::hasChanged);
  }

  /** Returns what a value was when this was read; null if there was none. */
  @Nullable Object read(BindingUse use) {
    return Objects.requireNonNull(initial.get(use)).orElse(null);
  }

  /** Returns what was read of the items of a list. */
  List<Bindings> read(Template template) {
    return Objects.requireNonNull(items.get(template));
  }

  /**
   * Ties the values of a window, or of a part of it, to their models. On the EDT.
   *
   * @return what was tied
   */
  Connected connect(ComponentTree tree, Showing showing) {
    var ties = new ArrayList<Tie>();
    for (Purpose purpose : List.of(Purpose.SHOW, Purpose.EDIT)) { // a range before its value
      for (BoundValue value : tree.bindings()) {
        if (value.use().purpose() == purpose) {
          Model model = Objects.requireNonNull(models.get(value.use().model()));
          var binding = new ValueBinding(value, model, showing);
          binding.start(read(value.use()), showing.outlet());
          ties.add(binding);
        }
      }
    }
    for (Repeater repeater : tree.repeaters()) {
      var binding = new ItemsBinding(repeater, this, showing);
      binding.start(read(repeater.template()));
      ties.add(binding);
    }
    changes.tell(ties, showing.outlet());
    return new Connected(changes, ties);
  }

  /** What is on the screen, and its models. */
  record Connected(Changes changes, List<Tie> ties) implements Registration {

    /** Shows what the models have now. In the runspace. */
    void refresh() {
      ties.forEach(Tie::refresh);
    }

    /** Shows what was read of the same models again. On the EDT. */
    void show(Bindings again) {
      again.changes.close(); // they are listened to already
      ties.forEach(tie -> tie.show(again));
    }

    /** Returns how many elements are repeated in it, but for those of one list. On any thread. */
    int repeatedBut(@Nullable Tie list) {
      return ties.stream().mapToInt(tie -> tie.repeatedBut(list)).sum();
    }

    @Override
    public void close() {
      try {
        changes.close();
      } finally {
        ties.forEach(Tie::end);
      }
    }
  }

  /** Listens to the models no more, where this is not connected. */
  @Override
  public void close() {
    changes.close();
    items.values().forEach(each -> each.forEach(Bindings::close));
  }

  /** Returns the model that a value is of. */
  Model model(BindingUse use) {
    return Objects.requireNonNull(models.get(use.model()));
  }

  /** Something on the screen that follows a model. */
  interface Tie {
    /** Tells whether it shows a property of a model. */
    boolean isOf(Model model, String property);

    /**
     * Tells whether its value is to be shown anew after another one: after the ends of its range.
     */
    default boolean isAfter(Tie other) {
      return false;
    }

    /** Shows what the model has now. In the runspace. */
    void refresh();

    /** Shows what was read of the same models again, if that is something else. On the EDT. */
    void show(Bindings again);

    /** Returns how many elements it repeats, but for those of one list. On any thread. */
    default int repeatedBut(@Nullable Tie list) {
      return 0;
    }

    /** Is followed by nothing more. On any thread. */
    void end();
  }

  /**
   * Where values are shown.
   *
   * @param runspace the window's
   * @param outlet takes its events
   * @param refusals what models have not taken
   * @param most how many elements may be repeated
   * @param repeatedBut counts those that the window has, but for those of one list
   * @param whenRenamed run on the EDT when components have come or gone
   */
  record Showing(
      Runspace runspace,
      EventOutlet outlet,
      Refusals refusals,
      int most,
      ToIntFunction<Tie> repeatedBut,
      Runnable whenRenamed) {}
}
