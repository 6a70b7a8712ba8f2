package dev.runspaces.swing.window;

import dev.runspaces.Runspace;
import dev.runspaces.event.Registration;
import dev.runspaces.swing.component.ComponentTree;
import dev.runspaces.swing.component.Plan;
import dev.runspaces.swing.component.Translation;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.ReferenceProblems;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a window shows: its layout, the fragments in its slots, and their language. */
final class WindowContent {
  private final Runspace runspace;
  private final Wiring wiring;
  private final Plan plan;
  private final ComponentTree tree;
  private final EventOutlet outlet;

  private final Refusals refusals = new Refusals();
  private final Validations validations;

  /** What is shown of the window's own layout; null before it is. */
  private volatile Bindings.@Nullable Connected connected;

  /** What is in the slots now, by their names. Changed on the EDT, as a whole. */
  private volatile Map<String, Part> parts = Map.of();

  /** Changed on the EDT. */
  private volatile Locale locale;

  WindowContent(
      Runspace runspace, Wiring wiring, Plan plan, ComponentTree tree, EventOutlet outlet) {
    this.runspace = runspace;
    this.wiring = wiring;
    this.plan = plan;
    this.tree = tree;
    this.outlet = outlet;
    this.validations = new Validations(tree, outlet, refusals);
    this.locale = plan.texts().locale();
  }

  /** What is in a slot. */
  private record Part(
      Plan plan, ComponentTree tree, Bindings.Connected connected, Registration end) {}

  /** The window, as far as what it shows must know it. */
  interface Owner {
    /** Refuses if the window is closed. On the EDT. */
    void requireOpen();

    /** Has something closed with the window; closing the result hands it back. */
    Registration own(AutoCloseable resource);
  }

  Locale locale() {
    return locale;
  }

  /** Puts a fragment into a slot. All that can be wrong is found before the EDT is asked. */
  void load(String slot, Fragment fragment, Map<String, String> parameters, Owner owner)
      throws InterruptedException {
    Plan there = plan.without(Edt.call(() -> tree.goneBy(slot)));
    Fragment.Ready ready = fragment.ready(slot, parameters, there, wiring, locale);
    refuseNamesOf(there, ready.plan());
    Bindings bindings =
        Bindings.read(ready.plan(), ready.models(), repeatedBut(null, slot), runspace);
    Edt.call(
        () -> {
          try {
            owner.requireOpen();
            show(slot, ready.plan(), ready.controller(), bindings, owner);
            return slot;
          } catch (RuntimeException | Error failure) {
            bindings.close();
            throw failure;
          }
        });
  }

  /** Returns how many elements are repeated for items, but for those of one list. */
  private int repeatedBut(Bindings.Tie list) {
    return repeatedBut(list, null);
  }

  /** The same, and but for those in one slot. */
  private int repeatedBut(Bindings.@Nullable Tie list, @Nullable String slot) {
    Bindings.Connected own = connected;
    return (own == null ? 0 : own.repeatedBut(list))
        + parts.entrySet().stream()
            .filter(part -> !part.getKey().equals(slot))
            .mapToInt(part -> part.getValue().connected.repeatedBut(list))
            .sum();
  }

  /** One of a component of the window's that begins as those in the slot do would be hidden. */
  private static void refuseNamesOf(Plan window, Plan fragment) {
    List<LayoutProblem> problems =
        fragment.names().keySet().stream()
            .filter(window.names()::containsKey)
            .sorted()
            .map(name -> nameTaken(name, window, fragment))
            .toList();
    if (!problems.isEmpty()) {
      throw new LayoutException(problems);
    }
  }

  private static LayoutProblem nameTaken(String name, Plan window, Plan fragment) {
    return ReferenceProblems.nameTaken(fragment.placeOf(name), name, window.placeOf(name));
  }

  /** All that may fail is done before anything goes. */
  private void show(
      String slot, Plan fragment, @Nullable Controller controller, Bindings bindings, Owner owner) {
    tree.requireSlot(slot);
    boolean isOfOtherLanguage = !fragment.texts().locale().equals(locale); // changed meanwhile
    Translation translation = isOfOtherLanguage ? fragment.translate(locale) : null;
    var its = new EventOutlet(runspace, controller);
    ComponentTree built = fragment.buildIn(its, tree);
    Bindings.Connected tied = bindings.connect(built, showing(fragment, its));
    if (controller != null) {
      controller.inject(built);
    }
    outlet.tellEdits(); // of what the layout has in the slot
    tree.load(slot, built);
    validations.forget(slot + '.');
    validations.follow();
    endWhatIsGone();
    its.begin();
    Registration ending =
        () -> {
          tied.close();
          its.close();
        };
    Registration kept = owner.own(ending);
    Registration end =
        () -> {
          kept.close();
          ending.close();
        };
    var all = new HashMap<>(parts);
    all.put(slot, new Part(fragment, built, tied, end));
    parts = Map.copyOf(all);
    if (translation != null) {
      built.show(translation);
    }
  }

  /** Shows the values of the window's own layout. On the EDT. */
  Registration connect(Bindings bindings) {
    Bindings.Connected own = bindings.connect(tree, showing(plan, outlet));
    connected = own;
    return own;
  }

  /** Tells where the values of a plan are shown. */
  private Bindings.Showing showing(Plan shown, EventOutlet through) {
    return new Bindings.Showing(
        runspace,
        through,
        refusals,
        shown.limits().elements(),
        this::repeatedBut,
        this::followItems);
  }

  /** When other items of a list are shown. On the EDT. */
  private void followItems() {
    tree.updateNames();
    endWhatIsGone();
    validations.follow();
  }

  /** A slot may have gone with what it was in. */
  private void endWhatIsGone() {
    var there = new HashMap<String, Part>();
    parts.forEach(
        (slot, part) -> {
          if (tree.isLoaded(slot, part.tree)) {
            there.put(slot, part);
          } else {
            part.end.close();
          }
        });
    parts = Map.copyOf(there);
  }

  Validations validations() {
    return validations;
  }

  /** Looks all texts up before the EDT is asked to show them. */
  void setLocale(Locale other) throws InterruptedException {
    var translations = new LinkedHashMap<ComponentTree, Translation>();
    translations.put(tree, plan.translate(other));
    for (Part part : parts.values()) {
      translations.put(part.tree, part.plan.translate(other));
    }
    Edt.call(
        () -> {
          locale = other;
          translations.forEach(ComponentTree::show);
          for (Part part : parts.values()) {
            if (!translations.containsKey(part.tree)) { // it was loaded meanwhile
              part.tree.show(part.plan.translate(other));
            }
          }
          return other;
        });
  }
}
