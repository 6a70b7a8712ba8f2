package dev.runspaces.swing.component;

import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** The value that a component shows and lets its user edit. For the EDT. */
public final class ComponentValue {
  /** Which component is just given something to show: what it does because of that is no edit. */
  private static @Nullable Object shown;

  private final Bindable bindable;
  private final Object component;

  ComponentValue(Bindable bindable, Object component) {
    this.bindable = bindable;
    this.component = component;
  }

  /**
   * {@return its type: {@code String}, {@code Boolean}, {@code Integer}, {@code BigDecimal}, {@code
   * Number}, {@code LocalDate} or {@code Color}}
   */
  public Class<?> type() {
    return bindable.type();
  }

  /** {@return the component; all that have a value are Swing's} */
  public JComponent component() {
    return (JComponent) component;
  }

  /** {@return what the component shows} */
  public Object get() {
    return bindable.get().apply(component);
  }

  /**
   * Has the component show another value. That is no edit.
   *
   * @param value the value, of its type
   */
  public void set(Object value) {
    if (!value.equals(get())) {
      Object before = shown;
      shown = component;
      try {
        bindable.set().accept(component, value);
      } finally {
        shown = before;
      }
    }
  }

  /**
   * Says what to run after each edit.
   *
   * @param edited to be called on the EDT
   */
  public void onEdit(Runnable edited) {
    bindable
        .onEdit()
        .accept(
            component,
            () -> {
              if (shown != component) {
                edited.run();
              }
            });
  }
}
