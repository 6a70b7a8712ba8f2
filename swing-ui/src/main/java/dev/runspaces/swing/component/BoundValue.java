package dev.runspaces.swing.component;

/** The value of a component that is bound to a model. For the EDT. */
public final class BoundValue {
  private final BindingUse use;
  private final Bindable bindable;
  private final Object component;
  private boolean silent;

  BoundValue(BindingUse use, Bindable bindable, Object component) {
    this.use = use;
    this.bindable = bindable;
    this.component = component;
  }

  /** {@return what it is bound to} */
  public BindingUse use() {
    return use;
  }

  /** {@return what the component shows} */
  public Object get() {
    return bindable.get().apply(component);
  }

  /**
   * Has the component show another value. That is no edit.
   *
   * @param value the value, of the type of its use
   */
  public void set(Object value) {
    if (!value.equals(get())) {
      silent = true;
      try {
        bindable.set().accept(component, value);
      } finally {
        silent = false;
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
              if (!silent) {
                edited.run();
              }
            });
  }
}
