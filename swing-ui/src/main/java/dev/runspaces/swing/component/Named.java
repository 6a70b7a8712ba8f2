package dev.runspaces.swing.component;

import java.awt.Component;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.JPanel;
import javax.swing.JRootPane;
import org.jspecify.annotations.Nullable;

/** What is found by the name of an element: a component, also where the element is none itself. */
final class Named {
  private Named() {}

  /** Returns it; null if nothing is found by such a name. On the EDT. */
  static @Nullable Component componentOf(Object made) {
    if (made instanceof ViewRoot root) {
      return root.pane();
    }
    if (made instanceof TabPage page) {
      return page.panel();
    }
    if (made instanceof LayerPanel layer) {
      return layer.panel();
    }
    return made instanceof Component component ? component : null;
  }

  /** Returns of which class it is, of what is made of these classes. */
  static Map<String, Class<?>> classesOf(Map<String, Class<?>> made) {
    var found = new LinkedHashMap<String, Class<?>>();
    for (Map.Entry<String, Class<?>> entry : made.entrySet()) {
      Class<?> type = entry.getValue();
      if (type == ViewRoot.class) {
        found.put(entry.getKey(), JRootPane.class);
      } else if (type == TabPage.class || type == LayerPanel.class) {
        found.put(entry.getKey(), JPanel.class);
      } else if (Component.class.isAssignableFrom(type)) {
        found.put(entry.getKey(), type);
      }
    }
    return found;
  }
}
