package dev.runspaces.swing.window;

import java.util.Optional;

/**
 * Says what is wrong with what a user has entered. See {@link LayoutWindow#validate}.
 *
 * @param <V> what the component shows: {@code String}, {@code Boolean} or {@code Integer}
 */
@FunctionalInterface
public interface Validator<V> {

  /**
   * Checks a value.
   *
   * @param value what the component shows; a number that is not there is not checked
   * @return what is wrong with it, in a sentence for the user; empty if it is right
   */
  Optional<String> problemOf(V value);
}
