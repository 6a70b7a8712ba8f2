package dev.runspaces.swing.window;

import dev.runspaces.SharedState;
import dev.runspaces.event.Registration;
import dev.runspaces.swing.component.BindingUse;
import dev.runspaces.swing.layout.LayoutProblem;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a layout's {@code value="{customer.name}"} attributes read and write: a bean, a record, a
 * map or a {@link SharedState}. It is used in the window's runspace; only its first values are read
 * by whoever opens the window.
 */
interface Model {

  /** Makes a model of what code gives. */
  static Model of(Object given) {
    if (given instanceof SharedState state) {
      return new StateModel(state);
    }
    if (given instanceof Map<?, ?> values) {
      return MapModel.of(values);
    }
    boolean isValue =
        given instanceof CharSequence
            || given instanceof Number
            || given instanceof Boolean
            || given instanceof Character
            || given instanceof Enum<?>;
    return isValue ? MapModel.ofValue(given) : new BeanModel(given);
  }

  /** Finds out what is wrong with an attribute that names a value of it. */
  Optional<LayoutProblem> check(BindingUse use);

  /** Reads a value; null if there is none. */
  @Nullable Object get(BindingUse use) throws Exception;

  /** Tells whether a value may be taken away. On any thread; it runs no code of the program's. */
  boolean takesNone(BindingUse use);

  /** Writes a value; null, where that is taken, if there is none. */
  void set(BindingUse use, @Nullable Object value) throws Exception;

  /**
   * Has somebody told, on any thread, that values may have changed.
   *
   * @param changed takes the property's name
   * @return ends it
   */
  Registration onChange(Consumer<String> changed);
}
