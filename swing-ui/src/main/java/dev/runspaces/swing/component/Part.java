package dev.runspaces.swing.component;

import java.util.function.Consumer;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * A part of a component that has listeners of its own, such as its model. Code may give the
 * component another one: then they go over to that. For the EDT.
 */
record Part<P>(Class<P> type, Consumer<P> listen, Consumer<P> listenNoMore) {

  /** Listens to what a component has under a property, now and later. */
  void of(JComponent component, String property, @Nullable P now) {
    if (now != null) {
      listen.accept(now);
    }
    component.addPropertyChangeListener(
        property,
        change -> {
          if (change.getOldValue() != null) {
            listenNoMore.accept(type.cast(change.getOldValue()));
          }
          if (change.getNewValue() != null) {
            listen.accept(type.cast(change.getNewValue()));
          }
        });
  }
}
