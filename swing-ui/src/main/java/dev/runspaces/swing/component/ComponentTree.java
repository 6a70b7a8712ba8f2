package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.NearestNames;
import java.awt.Component;
import java.awt.ComponentOrientation;
import java.awt.Container;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JRootPane;
import javax.swing.RootPaneContainer;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** The components built from a layout, and their names. For the EDT, where nothing else is said. */
public final class ComponentTree {
  private final @Nullable ViewRoot root;
  private final JComponent content;

  /** Replaced as a whole when something is loaded: names are looked up on any thread. */
  private volatile Map<String, Component> named;

  private final Map<String, LayoutAction> actions;

  private final List<BoundValue> bindings;
  private final List<Consumer<List<Object>>> translations;
  private final List<Repeater> repeaters;

  /** What has a name from the beginning. */
  private final Map<String, Component> own;

  /** What is in the slots, by their names; a slot comes before those in it. */
  private final Map<String, Loaded> loaded = new LinkedHashMap<>();

  /** What is in a slot, which may go with the item that it is in; and what the layout has there. */
  private record Loaded(SlotPanel slot, ComponentTree part, List<Component> before) {
    boolean hasReplaced(Component component) {
      return before.stream().anyMatch(gone -> SwingUtilities.isDescendingFrom(component, gone));
    }
  }

  ComponentTree(@Nullable ViewRoot root, JComponent content, BuildContext context) {
    this.root = root;
    this.content = content;
    this.own = Collections.unmodifiableMap(context.named());
    this.named = own;
    this.actions = Map.copyOf(context.actions());
    this.bindings = List.copyOf(context.bindings());
    this.translations = List.copyOf(context.translations());
    this.repeaters = List.copyOf(context.repeaters());
  }

  /**
   * {@return what shows something for each item of a list, in the order of the layout; immutable}
   */
  public List<Repeater> repeaters() {
    return repeaters;
  }

  /** Notes the names anew, after repeaters have shown other items. */
  public void updateNames() {
    named = Collections.unmodifiableMap(allNamed());
  }

  /** Returns what a fragment refers to that is shown in it; null if that is not here. */
  @Nullable Component componentFor(ComponentReference to) {
    return NameSpaces.find(own, to.space(), to.name());
  }

  /** Returns the action that a fragment names; null if that is not here. */
  @Nullable LayoutAction actionFor(ActionReference to) {
    return NameSpaces.find(actions, to.space(), to.name());
  }

  Map<String, Component> allNamed() {
    var all = new LinkedHashMap<>(own);
    repeaters.forEach(repeater -> all.putAll(repeater.named()));
    var gone = new ArrayList<String>();
    loaded.forEach(
        (slot, it) -> {
          if (it.slot.equals(all.get(slot))) {
            all.values().removeIf(it::hasReplaced);
            all.putAll(it.part.allNamed());
          } else {
            gone.add(slot);
          }
        });
    loaded.keySet().removeAll(gone);
    return all;
  }

  /** {@return the values that are bound to models, in the order of the layout; immutable} */
  public List<BoundValue> bindings() {
    return bindings;
  }

  /** {@return the root of the view; only if a whole window was built} */
  public ViewRoot root() {
    return Objects.requireNonNull(root, "a fragment is no window");
  }

  /**
   * Says everything in another language, and goes in the direction in which that is written.
   *
   * @param translation what the plan says in that language
   */
  public void show(Translation translation) {
    translate(translation);
    Translation.setLocaleOfAll(content, translation.locale());
    // The title bar goes with the rest.
    boolean hasTitle = content.getParent() instanceof RootPaneContainer;
    Component all = hasTitle ? content.getParent() : content;
    Translation.turn(all, ComponentOrientation.getOrientation(translation.locale()));
    Translation.turnMenus(named.values(), translation.locale());
    content.revalidate();
    content.repaint();
  }

  void translate(Translation translation) {
    translations.forEach(show -> show.accept(translation.values()));
    repeaters.forEach(repeater -> repeater.translate(translation));
  }

  /**
   * Puts what was built from a fragment into a slot of this window, in the place of what is there.
   *
   * @param slot the slot's name, with which the names of the part begin
   * @param part what was built
   * @throws IllegalArgumentException if there is no such slot; the message names those that exist
   */
  public void load(String slot, ComponentTree part) {
    SlotPanel panel = slot(slot);
    part.content.applyComponentOrientation(panel.getComponentOrientation());
    Loaded there = loaded.get(slot);
    List<Component> before =
        there != null && there.slot.equals(panel) ? there.before : List.of(panel.getComponents());
    panel.fill(part.content);
    loaded.keySet().removeIf(name -> name.startsWith(slot + '.'));
    loaded.put(slot, new Loaded(panel, part, before));
    updateNames();
  }

  /**
   * Finds what the layout has and the window not any more, when something is loaded into a slot.
   *
   * @param slot the slot's name
   * @return the names of what was in this slot, or in others
   * @throws IllegalArgumentException if there is no such slot; the message names those that exist
   */
  public Set<String> goneBy(String slot) {
    SlotPanel panel = slot(slot);
    var gone = new TreeSet<String>();
    own.forEach(
        (name, component) -> {
          boolean isInSlot =
              component.getParent() != null
                  && SwingUtilities.isDescendingFrom(component.getParent(), panel);
          if (isInSlot || !has(name, component)) {
            gone.add(name);
          }
        });
    return gone;
  }

  /**
   * Tells whether something that was loaded is still in its slot.
   *
   * @param slot the slot's name
   * @param part what was built
   * @return whether it is
   */
  public boolean isLoaded(String slot, ComponentTree part) {
    Loaded there = loaded.get(slot);
    return there != null && there.part == part;
  }

  /**
   * Checks that there is a slot. On any thread.
   *
   * @param name its name
   * @throws IllegalArgumentException if there is none; the message names those that exist
   */
  public void requireSlot(String name) {
    SlotPanel unused = slot(name);
  }

  private SlotPanel slot(String name) {
    if (named.get(name) instanceof SlotPanel panel) {
      return panel;
    }
    List<String> slots =
        named.entrySet().stream()
            .filter(entry -> entry.getValue() instanceof SlotPanel)
            .map(Map.Entry::getKey)
            .toList();
    throw new IllegalArgumentException(
        "no slot is named \""
            + name
            + "\"; "
            + NearestNames.hint(name, slots, "this window has no slots with names"));
  }

  /** {@return the names that exist, in the order of the layout; immutable} */
  public Set<String> names() {
    return named.keySet();
  }

  /**
   * Finds a component by the {@code name} in its layout. WPF's {@code FindName}.
   *
   * @param name the name
   * @param type what it must be
   * @param <C> that type
   * @return the component
   * @throws IllegalArgumentException if there is none, or it is of another type; the message names
   *     the nearest, or all that exist
   */
  public <C> C find(String name, Class<C> type) {
    Component component = named.get(name);
    if (component == null) {
      throw new IllegalArgumentException(
          "no component is named \""
              + name
              + "\"; "
              + NearestNames.hint(name, named.keySet(), "no component of this layout has a name"));
    }
    if (!type.isInstance(component)) {
      throw new IllegalArgumentException(
          "component \""
              + name
              + "\" is a "
              + nameOf(component.getClass())
              + ", not a "
              + type.getSimpleName());
    }
    return type.cast(component);
  }

  /**
   * Shows one card of an element whose manager is {@code card}.
   *
   * @param panel the element's name
   * @param card the card's
   * @throws IllegalArgumentException if there is no such element or card
   */
  public void showCard(String panel, String card) {
    Container container = contentOf(find(panel, Container.class));
    if (!(container.getLayout() instanceof Cards cards)) {
      throw new IllegalArgumentException(
          "component \"" + panel + "\" has no cards; write manager=\"card\"");
    }
    cards.showCard(container, card);
  }

  /** Where a window and an internal frame have what is in them. */
  private static Container contentOf(Container named) {
    if (named instanceof JRootPane pane) {
      return pane.getContentPane();
    }
    return named instanceof RootPaneContainer frame ? frame.getContentPane() : named;
  }

  /**
   * Tells whether a name still leads to a component. On any thread.
   *
   * @param name the name
   * @param component the component
   * @return whether it does
   */
  public boolean has(String name, Component component) {
    return component.equals(named.get(name));
  }

  /**
   * Finds an {@code <Action>} by its {@code name}.
   *
   * @param name the name
   * @return the action
   * @throws IllegalArgumentException if there is none; the message names those that exist
   */
  public Action action(String name) {
    LayoutAction action = actions.get(name);
    if (action == null) {
      throw new IllegalArgumentException(
          "no action is named \""
              + name
              + "\"; "
              + NearestNames.hint(
                  name, new TreeSet<>(actions.keySet()), "this layout has no actions"));
    }
    return action;
  }

  /**
   * Finds the value of a component by the component's {@code name}.
   *
   * @param name the name
   * @return its value
   * @throws IllegalArgumentException if there is no such component, or it has no value to edit
   */
  public ComponentValue value(String name) {
    Component component = find(name, Component.class);
    return valueOf(component)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "component \""
                        + name
                        + "\" is a "
                        + nameOf(component.getClass())
                        + ", which has no value to edit"));
  }

  /**
   * Finds the value of a component that may be there.
   *
   * @param name the component's name
   * @return its value; empty if there is no such component now, or it has no value
   */
  public Optional<ComponentValue> valueNow(String name) {
    Component component = named.get(name);
    return component == null ? Optional.empty() : valueOf(component);
  }

  private static Optional<ComponentValue> valueOf(Component component) {
    Bindable bindable = Bindable.of(component);
    return bindable == null
        ? Optional.empty()
        : Optional.of(new ComponentValue(bindable, component));
  }

  /** What a program would call it: some are of classes that only this package knows. */
  private static String nameOf(Class<?> type) {
    Class<?> known = type;
    while (!Modifier.isPublic(known.getModifiers()) && known.getSuperclass() != null) {
      known = known.getSuperclass();
    }
    return known.getSimpleName();
  }
}
