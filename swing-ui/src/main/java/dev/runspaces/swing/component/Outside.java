package dev.runspaces.swing.component;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the references of a layout may lead to beside what is in it: of a fragment, to what the
 * window has in whose slot it is shown. Immutable.
 *
 * @param components the classes of its components, by their names
 * @param actions the names of its actions
 * @param isKnown whether there is a window already; if not, references out of a fragment are
 *     checked when it is shown
 */
record Outside(Map<String, Class<?>> components, Set<String> actions, boolean isKnown) {
  static final Outside NOTHING = new Outside(Map.of(), Set.of(), true);

  /** Returns what a fragment may refer to in a window; null for one that is not known yet. */
  static Outside of(@Nullable Plan window) {
    return window == null
        ? new Outside(Map.of(), Set.of(), false)
        : new Outside(window.names(), window.actions(), true);
  }
}
