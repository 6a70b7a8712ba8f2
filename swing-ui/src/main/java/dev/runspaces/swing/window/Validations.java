package dev.runspaces.swing.window;

import dev.runspaces.swing.component.ComponentTree;
import dev.runspaces.swing.component.ComponentValue;
import dev.runspaces.swing.edt.Edt;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What is validated in one window, by the names of the components. */
final class Validations {
  private final ComponentTree tree;
  private final EventOutlet outlet;
  private final Refusals refusals;

  /** For the EDT. Those of components that are not there wait until they come again. */
  private final Map<String, Validation> validations = new HashMap<>();

  Validations(ComponentTree tree, EventOutlet outlet, Refusals refusals) {
    this.tree = tree;
    this.outlet = outlet;
    this.refusals = refusals;
  }

  /** Has a value checked from now on, in the place of what has checked it before. Any thread. */
  <V> void add(String name, Class<V> type, Validator<? super V> validator)
      throws InterruptedException {
    ComponentValue value = tree.value(name);
    if (value.type() != type) {
      throw new IllegalArgumentException(
          "the value of \""
              + name
              + "\" is of the type "
              + value.type().getSimpleName()
              + ", not "
              + type.getSimpleName());
    }
    Edt.call(
        () -> {
          Validation before = validations.get(name);
          if (before != null) {
            before.end();
          }
          var made = new Validation(value, it -> validator.problemOf(type.cast(it)));
          validations.put(name, made.start(outlet, name));
          follow(); // it may have been shown anew meanwhile
          return name;
        });
  }

  /**
   * Has those checked that have come into the place of others, and none that is gone. On the EDT.
   */
  void follow() {
    validations.forEach(
        (name, validation) -> {
          if (!tree.has(name, validation.component())) {
            validation.end();
          }
        });
    validations.replaceAll(
        (name, validation) ->
            tree.valueNow(name)
                .filter(now -> !now.component().equals(validation.component()))
                .filter(now -> now.type() == validation.type())
                .map(now -> validation.on(now).start(outlet, name))
                .orElse(validation));
  }

  /** Forgets those whose names begin so. On the EDT. */
  void forget(String prefix) {
    validations
        .entrySet()
        .removeIf(
            entry -> {
              boolean goes = entry.getKey().startsWith(prefix);
              if (goes) {
                entry.getValue().end();
              }
              return goes;
            });
  }

  /**
   * Checks all that are there as they are now, on the calling thread, and marks what is wrong; what
   * a model has not taken is wrong, too. Any thread.
   */
  Map<String, String> check() throws InterruptedException {
    var problems = new TreeMap<String, String>();
    Map<String, Check> now =
        Edt.call(
            () -> {
              problems.putAll(refusals.byNames(tree));
              var checks = new HashMap<String, Check>();
              validations.forEach(
                  (name, validation) -> {
                    if (tree.has(name, validation.component())) {
                      checks.put(name, new Check(validation, validation.shown()));
                    }
                  });
              return checks;
            });
    now.forEach(
        (name, check) ->
            check.validation.check(check.shown).ifPresent(problem -> problems.put(name, problem)));
    return Collections.unmodifiableMap(problems);
  }

  private record Check(Validation validation, Validation.Shown shown) {}
}
