package dev.runspaces.swing.window;

import dev.runspaces.swing.component.ComponentTree;
import dev.runspaces.swing.component.ComponentValue;
import dev.runspaces.swing.edt.Edt;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What is validated in one window, by the names of the components. Any thread. */
final class Validations {
  private final EventOutlet outlet;
  private final Map<String, Validation> validations = new ConcurrentHashMap<>();

  Validations(EventOutlet outlet) {
    this.outlet = outlet;
  }

  /** Has a value checked from now on. */
  <V> void add(String name, ComponentValue value, Class<V> type, Validator<? super V> validator)
      throws InterruptedException {
    if (value.type() != type) {
      throw new IllegalArgumentException(
          "the value of \""
              + name
              + "\" is a "
              + value.type().getSimpleName()
              + ", not a "
              + type.getSimpleName());
    }
    Validation validation =
        Edt.call(
            () -> {
              var made = new Validation(value, it -> validator.problemOf(type.cast(it)));
              made.start(outlet, name);
              return made;
            });
    validations.put(name, validation);
  }

  /** Forgets those of components that are no longer there. */
  void removeAllBut(ComponentTree tree) {
    validations.entrySet().removeIf(each -> !tree.has(each.getKey(), each.getValue().component()));
  }

  /** Checks all of them as they are now, on the calling thread, and marks what is wrong. */
  Map<String, String> check() throws InterruptedException {
    Map<Validation, Validation.Shown> shown =
        Edt.call(
            () -> {
              var now = new HashMap<Validation, Validation.Shown>();
              validations.values().forEach(each -> now.put(each, each.shown()));
              return now;
            });
    var problems = new TreeMap<String, String>();
    validations.forEach(
        (name, validation) -> {
          Validation.Shown value = shown.get(validation);
          if (value != null) { // else it was added meanwhile
            validation.check(value).ifPresent(problem -> problems.put(name, problem));
          }
        });
    return Collections.unmodifiableMap(problems);
  }
}
