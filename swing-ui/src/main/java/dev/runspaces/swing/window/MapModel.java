package dev.runspaces.swing.window;

import dev.runspaces.event.Registration;
import dev.runspaces.swing.component.BindingUse;
import dev.runspaces.swing.component.BindingUse.Purpose;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.ModelProblems;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A map, which is only read: who wants values to be edited, or to change, has a SharedState. */
record MapModel(String description, Map<?, ?> values) implements Model {
  /** What an item is called that is a value itself, such as a text. */
  private static final String ITSELF = "value";

  static MapModel of(Map<?, ?> values) {
    return new MapModel("a Map", values);
  }

  /** Makes one of something that has no properties: it is one. */
  static MapModel ofValue(Object value) {
    return new MapModel("a " + value.getClass().getSimpleName(), Map.of(ITSELF, value));
  }

  @Override
  public Optional<LayoutProblem> check(BindingUse use) {
    if (!values.containsKey(use.property())) {
      return Optional.of(
          ModelProblems.unknownProperty(
              use.attribute(),
              use.model(),
              use.property(),
              description,
              values.keySet().stream().map(String::valueOf).sorted().toList()));
    }
    return use.purpose() == Purpose.EDIT
        ? Optional.of(ModelProblems.cannotBeWritten(use.attribute(), description))
        : Optional.empty();
  }

  @Override
  public @Nullable Object get(BindingUse use) {
    return values.get(use.property());
  }

  @Override
  public boolean takesNone(BindingUse use) {
    return false;
  }

  @Override
  public void set(BindingUse use, @Nullable Object value) {
    throw new IllegalStateException(use.attribute().value() + " is only read");
  }

  @Override
  public Registration onChange(Consumer<String> changed) {
    return () -> {};
  }
}
