package dev.runspaces.swing.component;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a {@link Tag} that sets a property.
 *
 * @param maker null where it can only be set
 * @param initial what a new one has; null where that matters to no other attribute
 */
record Property<T, V>(
    ValueType<V> type,
    Setter<? super T, ? super V> setter,
    @Nullable Maker<T, V> maker,
    @Nullable V initial) {

  /** Sets a property that is part of the window as a whole, such as a button group. */
  interface Setter<T, V> {
    void set(T target, V value, BuildContext context);
  }

  /** Finds how to make something that has the value from the beginning, if it can. */
  interface Maker<T, V> {
    Optional<Supplier<T>> with(V value);
  }

  Property(ValueType<V> type, Setter<? super T, ? super V> setter) {
    this(type, setter, null, null);
  }
}
