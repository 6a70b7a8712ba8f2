package dev.runspaces.swing.component;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in an element. Immutable.
 *
 * @param layout finds the container in which a manager places components; null if none does
 * @param parts the kinds of children that have a place of their own
 */
record TagContent<T>(
    @Nullable Function<? super T, ? extends Container> layout, List<Part<T>> parts) {

  /** One kind of child, how it gets into its parent, and how many there may be. */
  record Part<T>(Class<?> type, BiConsumer<? super T, Object> adder, int most) {

    /** Tells whether a child is of this kind; "any component" means those that stand anywhere. */
    boolean takes(Tag<?> child) {
      return type == Component.class
          ? child.isFreeStanding()
          : type.isAssignableFrom(child.product());
    }
  }

  static <T> TagContent<T> none() {
    return new TagContent<>(null, List.of());
  }

  TagContent<T> laidOut(Function<? super T, ? extends Container> container) {
    return new TagContent<>(container, parts);
  }

  <C> TagContent<T> with(Class<C> type, BiConsumer<? super T, ? super C> adder, int most) {
    var all = new ArrayList<>(parts);
    all.add(new Part<>(type, (it, child) -> adder.accept(it, type.cast(child)), most));
    return new TagContent<>(layout, List.copyOf(all));
  }

  /** Tells whether a manager places this child: a component that has no place of its own. */
  boolean places(Tag<?> child) {
    return layout != null && child.isFreeStanding() && partFor(child).isEmpty();
  }

  /** Finds how a child gets into it; empty for one that is laid out, or not allowed. */
  Optional<Part<T>> partFor(Tag<?> child) {
    for (Part<T> part : parts) { // asked for every element of every layout
      if (part.takes(child)) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }
}
