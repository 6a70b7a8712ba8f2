package dev.runspaces;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives out a stored value as the type that the caller expects, or says why it cannot. */
final class Typed {
  private Typed() {}

  /** Returns the value, or empty if it is null; {@code name} is a text or a number. */
  static <T> Optional<T> cast(String kind, Object name, @Nullable Object value, Class<T> expected) {
    if (value == null) {
      return Optional.empty();
    }
    if (!expected.isInstance(value)) {
      throw new IllegalArgumentException(
          kind
              + " "
              + (name instanceof String ? "\"" + name + "\"" : name)
              + " is a "
              + value.getClass().getName()
              + ", not a "
              + expected.getName());
    }
    return Optional.of(expected.cast(value));
  }
}
