package dev.runspaces.swing.component;

import java.awt.Component;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.ButtonGroup;

/** What the parts of one window share while it is built. For the EDT. */
final class BuildContext {
  private final EventSink sink;
  private final Map<String, Component> named = new LinkedHashMap<>();
  private final Map<String, ButtonGroup> groups = new HashMap<>();

  BuildContext(EventSink sink) {
    this.sink = sink;
  }

  EventSink sink() {
    return sink;
  }

  void name(String name, Component component) {
    component.setName(name);
    named.put(name, component);
  }

  ButtonGroup group(String name) {
    return groups.computeIfAbsent(name, unknown -> new ButtonGroup());
  }

  Map<String, Component> named() {
    return named;
  }
}
