package dev.runspaces.swing.window;

import dev.runspaces.swing.component.BindingUse;
import dev.runspaces.swing.layout.LayoutException;
import dev.runspaces.swing.layout.ModelProblems;
import java.lang.reflect.Array;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** What is repeated, one by one. */
final class Items {
  private Items() {}

  /**
   * Returns the items of what a model has.
   *
   * @throws LayoutException if it has none
   */
  static Iterable<Object> of(BindingUse use, Object list) {
    if (list instanceof Iterable<?> some) {
      return () -> withoutNull(use, some.iterator());
    }
    if (list.getClass().isArray()) {
      List<?> some =
          IntStream.range(0, Array.getLength(list))
              .mapToObj(index -> Array.get(list, index))
              .toList();
      return () -> withoutNull(use, some.iterator());
    }
    throw new LayoutException(
        List.of(ModelProblems.notAList(use.attribute(), list.getClass().getSimpleName())));
  }

  private static Iterator<Object> withoutNull(BindingUse use, Iterator<?> items) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public Object next() {
        return Objects.requireNonNull(
            items.next(), () -> "an item of " + use.attribute().value() + " is null");
      }
    };
  }
}
