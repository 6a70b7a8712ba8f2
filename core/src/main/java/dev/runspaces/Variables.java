package dev.runspaces;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Named values of one runspace, seen by no other. PowerShell's {@code SessionStateProxy}: scripts
 * use them from inside, the program may set and read them from outside. Names are compared ignoring
 * case.
 *
 * <p>Safe for use on any thread; a value is only as thread-safe as it is itself. Null is no value.
 */
public final class Variables {
  /** Null until there is one. Written under {@code this}. */
  private volatile @Nullable ConcurrentSkipListMap<String, Object> values;

  Variables() {}

  /**
   * Sets a variable.
   *
   * @param name its name
   * @param value its value
   */
  public void set(String name, Object value) {
    Objects.requireNonNull(name, "set: a variable needs a name");
    Objects.requireNonNull(
        value, () -> "set(\"" + name + "\"): null is no value; remove the variable instead");
    toWrite().put(name, value);
  }

  /**
   * Returns a variable's value.
   *
   * @param name its name
   * @param type what it must be
   * @param <T> that type
   * @return the value
   * @throws IllegalArgumentException if there is no such variable, or it is of another type; the
   *     message lists the names that exist
   */
  public <T> T get(String name, Class<T> type) {
    Objects.requireNonNull(name, "get: a variable has a name");
    Objects.requireNonNull(type, "get: the type of the value is needed");
    return find(name, type)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no variable \"" + name + "\"; there are: " + all().keySet()));
  }

  /**
   * Returns a variable's value, if it is set.
   *
   * @param name its name
   * @param type what it must be
   * @param <T> that type
   * @return the value, or empty if there is no such variable
   * @throws IllegalArgumentException if it is of another type
   */
  public <T> Optional<T> find(String name, Class<T> type) {
    Objects.requireNonNull(name, "find: a variable has a name");
    Objects.requireNonNull(type, "find: the type of the value is needed");
    return Typed.cast("variable", name, all().get(name), type);
  }

  /**
   * Removes a variable.
   *
   * @param name its name
   * @return whether it was set
   */
  public boolean remove(String name) {
    Objects.requireNonNull(name, "remove: a variable has a name");
    return !all().isEmpty() && toWrite().remove(name) != null;
  }

  /** {@return a copy of all variables, in the order of their names; immutable} */
  public Map<String, Object> snapshot() {
    var copy = new TreeMap<String, Object>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(all());
    return Collections.unmodifiableMap(copy);
  }

  private Map<String, Object> all() {
    Map<String, Object> set = values;
    return set == null ? Map.of() : set;
  }

  private synchronized Map<String, Object> toWrite() {
    ConcurrentSkipListMap<String, Object> made = values;
    if (made == null) {
      made = new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);
      values = made;
    }
    return made;
  }

  void clear() {
    Map<String, Object> set = values;
    if (set != null) {
      set.clear();
    }
  }
}
