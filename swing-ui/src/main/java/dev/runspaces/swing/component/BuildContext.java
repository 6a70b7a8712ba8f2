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
import org.jspecify.annotations.Nullable;

/** What the parts of one window share while it is built. For the EDT. */
final class BuildContext {
  private EventSink sink;
  private final Map<String, Component> named = new LinkedHashMap<>();
  private final Map<GroupName, ButtonGroup> groups = new HashMap<>();
  private final Map<String, LayoutAction> actions = new LinkedHashMap<>();

  private final List<Consumer<List<Object>>> translations = new ArrayList<>();
  private final List<Runnable> afterwards = new ArrayList<>();
  private final List<BoundValue> bindings = new ArrayList<>();
  private final List<Repeater> repeaters = new ArrayList<>();

  /** That of what an item is shown in; null in that of a whole window. */
  private final @Nullable BuildContext around;

  /** The window in which a fragment is shown; null in that of a window. */
  private final @Nullable ComponentTree window;

  /** How the names begin in the plan, and how those do that components get. */
  private final String planned;

  private final String actual;

  BuildContext(EventSink sink, @Nullable ComponentTree window) {
    this(sink, window, null, "", "");
  }

  private BuildContext(
      EventSink sink,
      @Nullable ComponentTree window,
      @Nullable BuildContext around,
      String planned,
      String actual) {
    this.sink = sink;
    this.window = window;
    this.around = around;
    this.planned = planned;
    this.actual = actual;
  }

  /**
   * Returns that of one item, in which the same names are others than in that of the next.
   *
   * @param itemsSink takes the item's events, for as long as it is shown
   */
  BuildContext forItem(String spaceInPlan, String space, EventSink itemsSink) {
    return new BuildContext(itemsSink, window, this, spaceInPlan, actualOf(space));
  }

  /** Tells whether what is built stays as long as its window: items and fragments come and go. */
  boolean isOfWindow() {
    return around == null && window == null;
  }

  private boolean isItem() {
    return around != null;
  }

  /** Returns the name that something gets which has this one in the plan. */
  String actualOf(String name) {
    return isItem() ? actual + name.substring(planned.length()) : name;
  }

  EventSink sink() {
    return sink;
  }

  /** Builds what may be taken away before its window is: its events and edits end then. */
  void behind(Gate gate, Runnable building) {
    EventSink before = sink;
    sink = gate;
    building.run();
    sink = before;
  }

  void name(String name, Component component) {
    component.setName(actualOf(name));
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
    Component found = NameSpaces.find(named, to.space(), to.name());
    if (found != null) {
      return found;
    }
    if (around != null) {
      return around.component(to);
    }
    return Objects.requireNonNull(window == null ? null : window.componentFor(to), to.name());
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
    LayoutAction found = NameSpaces.find(actions, to.space(), to.name());
    if (found != null) {
      return found;
    }
    if (around != null) {
      return around.action(to);
    }
    return Objects.requireNonNull(window == null ? null : window.actionFor(to), to.name());
  }

  void bind(BindingUse use, ComponentValue value) {
    bindings.add(new BoundValue(use, sink instanceof Gate gate ? value.behind(gate) : value));
  }

  List<BoundValue> bindings() {
    return bindings;
  }

  Map<String, LayoutAction> actions() {
    return actions;
  }

  void repeat(Template template, RepeatPanel panel) {
    repeaters.add(new Repeater(template, panel, this, sink));
  }

  List<Repeater> repeaters() {
    return repeaters;
  }

  /** Returns what has a name, by the names that they have. */
  Map<String, Component> named() {
    if (!isItem()) {
      return named;
    }
    var all = new LinkedHashMap<String, Component>();
    named.forEach((name, component) -> all.put(actualOf(name), component));
    return all;
  }
}
