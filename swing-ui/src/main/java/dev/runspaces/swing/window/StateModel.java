package dev.runspaces.swing.window;

import dev.runspaces.SharedState;
import dev.runspaces.event.Registration;
import dev.runspaces.swing.component.BindingUse;
import dev.runspaces.swing.layout.LayoutProblem;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A {@link SharedState}: each key is a value, whether there is one yet or not. */
final class StateModel implements Model {
  private final SharedState state;

  /** What was edited last: a number that is taken away and comes back is of the same type. */
  private final Map<String, Class<?>> types =
      new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);

  StateModel(SharedState state) {
    this.state = state;
  }

  @Override
  public Optional<LayoutProblem> check(BindingUse use) {
    return Optional.empty();
  }

  @Override
  public @Nullable Object get(BindingUse use) {
    return state.get(use.property(), Object.class).orElse(null);
  }

  @Override
  public boolean takesNone(BindingUse use) {
    return true;
  }

  @Override
  public void set(BindingUse use, @Nullable Object value) {
    String key = use.property();
    Object before = get(use);
    if (before != null) {
      types.put(key, before.getClass());
    }
    if (value == null) {
      state.remove(key);
    } else {
      Class<?> type = types.getOrDefault(key, value.getClass());
      state.put(key, Numbers.stored(use.type(), value, type));
    }
  }

  @Override
  public Registration onChange(Consumer<String> changed) {
    return state.onChange(change -> changed.accept(change.key()));
  }
}
