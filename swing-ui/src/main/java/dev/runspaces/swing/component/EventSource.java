package dev.runspaces.swing.component;

import java.util.function.Consumer;

/**
 * Ties an {@code on...} attribute to the listener of a component.
 *
 * @param <T> the kind of component
 */
@FunctionalInterface
public interface EventSource<T> {

  /**
   * Adds a listener that turns what Swing tells into an event. Called on the EDT, once for each
   * component whose element has the attribute.
   *
   * @param component the component
   * @param raise to be called on the EDT, with a snapshot
   */
  void attach(T component, Consumer<ComponentEvent> raise);
}
