package dev.runspaces;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives out a stored value as the type that the caller expects, or says why it cannot. */
final class Typed {
  private Typed() {}

  static <T> Optional<T> cast(String kind, String name, @Nullable Object value, Class<T> expected) {
    if (value == null) {
      return Optional.empty();
    }
    if (!expected.isInstance(value)) {
      throw new IllegalArgumentException(
          kind
              + " \""
              + name
              + "\" is a "
              + value.getClass().getName()
              + ", not a "
              + expected.getName());
    }
    return Optional.of(expected.cast(value));
  }
}
