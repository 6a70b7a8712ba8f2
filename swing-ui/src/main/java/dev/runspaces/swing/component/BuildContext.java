package dev.runspaces.swing.component;

import java.awt.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.swing.ButtonGroup;

/** What the parts of one window share while it is built. For the EDT. */
final class BuildContext {
  private final EventSink sink;
  private final Map<String, Component> named = new LinkedHashMap<>();
  private final Map<String, ButtonGroup> groups = new HashMap<>();
  private final Map<String, LayoutAction> actions = new LinkedHashMap<>();

  private final List<Runnable> afterwards = new ArrayList<>();
  private final List<BoundValue> bindings = new ArrayList<>();

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

  /** Has something done when all components are there. */
  void whenBuilt(Runnable action) {
    afterwards.add(action);
  }

  void finish() {
    afterwards.forEach(Runnable::run);
  }

  /** Returns a component that the plan has found to be there; when all are built. */
  Component component(String name) {
    return Objects.requireNonNull(named.get(name), name);
  }

  ButtonGroup group(String name) {
    return groups.computeIfAbsent(name, unknown -> new ButtonGroup());
  }

  void name(String name, LayoutAction action) {
    action.setName(name);
    actions.put(name, action);
  }

  /** Returns an action that the plan has found to be there; actions are built first. */
  LayoutAction action(String name) {
    return Objects.requireNonNull(actions.get(name), name);
  }

  void bind(BoundValue value) {
    bindings.add(value);
  }

  List<BoundValue> bindings() {
    return bindings;
  }

  Map<String, LayoutAction> actions() {
    return actions;
  }

  Map<String, Component> named() {
    return named;
  }
}
