package dev.runspaces;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a script was given with {@link Shell#argument} and {@link Shell#parameter}: values by
 * position, and values by name, whose case is ignored. PowerShell's {@code $args} and {@code
 * $PSBoundParameters}. Immutable.
 */
public final class Arguments {
  static final Arguments NONE = new Arguments(List.of(), Map.of());

  private final List<@Nullable Object> positional;
  private final Map<String, Object> named;

  private Arguments(List<@Nullable Object> positional, Map<String, Object> named) {
    this.positional = positional;
    this.named = named;
  }

  /** {@return the values without a name, in order; immutable} */
  public List<@Nullable Object> positional() {
    return positional;
  }

  /** {@return the values with a name, in the order of the names; immutable} */
  public Map<String, Object> named() {
    return named;
  }

  /**
   * Returns the value at a position.
   *
   * @param position from 0, among those without a name
   * @param type what it must be
   * @param <T> that type
   * @return the value
   * @throws IllegalArgumentException if there are not so many, or it is null or of another type
   */
  public <T> T get(int position, Class<T> type) {
    if (position < 0 || position >= positional.size()) {
      throw new IllegalArgumentException(
          "no argument " + position + "; there are " + positional.size() + ": " + positional);
    }
    return Typed.cast("argument", position, positional.get(position), type)
        .orElseThrow(() -> new IllegalArgumentException("argument " + position + " is null"));
  }

  /**
   * Returns the value of a parameter.
   *
   * @param name its name
   * @param type what it must be
   * @param <T> that type
   * @return the value
   * @throws IllegalArgumentException if there is no such parameter, or it is of another type; the
   *     message lists the names that exist
   */
  public <T> T get(String name, Class<T> type) {
    return find(name, type)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no parameter \"" + name + "\"; there are: " + named.keySet()));
  }

  /**
   * Returns the value of a parameter, if it was given.
   *
   * @param name its name
   * @param type what it must be
   * @param <T> that type
   * @return the value, or empty if there is no such parameter
   * @throws IllegalArgumentException if it is of another type
   */
  public <T> Optional<T> find(String name, Class<T> type) {
    return Typed.cast("parameter", name, named.get(name), type);
  }

  Arguments plus(@Nullable Object value) {
    var more = new ArrayList<>(positional);
    more.add(value);
    return new Arguments(Collections.unmodifiableList(more), named);
  }

  Arguments plus(String name, Object value) {
    var more = new TreeMap<String, Object>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(named);
    more.put(name, value);
    return new Arguments(positional, Collections.unmodifiableMap(more));
  }

  @Override
  public String toString() {
    return positional + " " + named;
  }
}
