package dev.runspaces.swing.component;

import java.awt.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;

/** What the parts of one window share while it is built. For the EDT. */
final class BuildContext {
  private final EventSink sink;
  private final Map<String, Component> named = new LinkedHashMap<>();
  private final Map<GroupName, ButtonGroup> groups = new HashMap<>();
  private final Map<String, LayoutAction> actions = new LinkedHashMap<>();

  private final List<Consumer<List<Object>>> translations = new ArrayList<>();
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

  /** Has something done with the value that a text has in another language. */
  void whenTranslated(int index, Consumer<Object> show) {
    translations.add(values -> show.accept(values.get(index)));
  }

  List<Consumer<List<Object>>> translations() {
    return translations;
  }

  /** Has something done when all components are there. */
  void whenBuilt(Runnable action) {
    afterwards.add(action);
  }

  void finish() {
    afterwards.forEach(Runnable::run);
  }

  /** Returns a component that the plan has found to be there; when all are built. */
  Component component(ComponentReference to) {
    return Objects.requireNonNull(NameSpaces.find(named, to.space(), to.name()), to.name());
  }

  ButtonGroup group(GroupName name) {
    return groups.computeIfAbsent(name, unknown -> new ButtonGroup());
  }

  void name(String name, LayoutAction action) {
    action.setName(name);
    actions.put(name, action);
  }

  /** Returns an action that the plan has found to be there; actions are built first. */
  LayoutAction action(ActionReference to) {
    return Objects.requireNonNull(NameSpaces.find(actions, to.space(), to.name()), to.name());
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
