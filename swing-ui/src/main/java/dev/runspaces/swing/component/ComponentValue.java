package dev.runspaces.swing.component;

import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JFormattedTextField;
import org.jspecify.annotations.Nullable;

/** The value that a component shows and lets its user edit. For the EDT. */
public final class ComponentValue {
  /** Which component is just given something to show: what it does because of that is no edit. */
  private static @Nullable Object shown;

  private final Bindable bindable;
  private final Object component;
  private final @Nullable Gate gate;

  ComponentValue(Bindable bindable, Object component) {
    this(bindable, component, null);
  }

  private ComponentValue(Bindable bindable, Object component, @Nullable Gate gate) {
    this.bindable = bindable;
    this.component = component;
    this.gate = gate;
  }

  /** Returns the same, which is edited only until the component is taken away. */
  ComponentValue behind(Gate itsGate) {
    return new ComponentValue(bindable, component, itsGate);
  }

  /**
   * {@return its type: {@code String}, {@code Boolean}, {@code Integer}, {@code BigDecimal}, {@code
   * Number}, {@code LocalDate} or {@code Color}}
   */
  public Class<?> type() {
    return bindable.type();
  }

  /**
   * Tells whether this is a value of the same component as another.
   *
   * @param other the other one
   * @return whether it is; a component of a layout may be a part such as an action or a tab
   */
  public boolean isOfSame(ComponentValue other) {
    return component == other.component;
  }

  /** {@return the component; all whose value a user edits are Swing's} */
  public JComponent component() {
    return (JComponent) component;
  }

  /** Lets the user say that there is no value, as far as the component has a way to. */
  public void allowNone() {
    if (mayBeNone()) {
      FormattedNumber.allowNone(component);
    }
  }

  /** {@return whether the component shows that there is no value, and its user can say so} */
  public boolean isNone() {
    return mayBeNone() && FormattedNumber.isNone(component);
  }

  /** A text that is empty is one, and all others have a value. */
  private boolean mayBeNone() {
    return type() == Number.class && component instanceof JFormattedTextField;
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
      quietly(() -> bindable.set().accept(component, value));
    }
  }

  /**
   * Has the component show that there is no value. That is no edit.
   *
   * @return whether it can; if not, it goes on showing what it does
   */
  public boolean setNone() {
    if (type() == String.class) {
      set("");
    } else if (type() == Boolean.class) {
      set(false);
    } else if (mayBeNone()) {
      quietly(() -> FormattedNumber.showNone(component));
    } else {
      return false;
    }
    return true;
  }

  /** What one toggle is given to show, the others of its action show with it. */
  private boolean isShown() {
    return shown == component
        || (shown instanceof AbstractButton given
            && component instanceof AbstractButton toggle
            && ActionToggles.areUnited(given, toggle));
  }

  private void quietly(Runnable setting) {
    Object before = shown;
    shown = component;
    try {
      setting.run();
    } finally {
      shown = before;
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
              if (!isShown() && (gate == null || !gate.isClosed())) {
                edited.run();
              }
            });
  }

  /**
   * Says what to run after the component was {@linkplain #set given} another value to show.
   *
   * @param given to be called on the EDT, in the midst of that
   */
  public void onShown(Runnable given) {
    bindable
        .onEdit()
        .accept(
            component,
            () -> {
              if (isShown()) {
                given.run();
              }
            });
  }
}
