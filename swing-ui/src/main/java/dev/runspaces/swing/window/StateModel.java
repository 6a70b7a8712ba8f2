package dev.runspaces.swing.window;

import dev.runspaces.SharedState;
import dev.runspaces.event.Registration;
import dev.runspaces.swing.component.BindingUse;
import dev.runspaces.swing.layout.LayoutProblem;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A {@link SharedState}: each key is a value, whether there is one yet or not. */
record StateModel(SharedState state) implements Model {

  @Override
  public Optional<LayoutProblem> check(BindingUse use) {
    return Optional.empty();
  }

  @Override
  public @Nullable Object get(BindingUse use) {
    return state.get(use.property(), Object.class).orElse(null);
  }

  @Override
  public void set(BindingUse use, Object value) {
    Object before = state.get(use.property(), Object.class).orElse(value);
    state.put(use.property(), Numbers.stored(use.type(), value, before.getClass()));
  }

  @Override
  public Registration onChange(Consumer<String> changed) {
    return state.onChange(change -> changed.accept(change.key()));
  }
}
