package dev.runspaces.swing.component;

import java.awt.Component;
import java.awt.Cursor;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.accessibility.Accessible;
import javax.accessibility.AccessibleContext;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPopupMenu;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that a component has because of what it is. A tag's own attribute of the same name
 * goes first.
 *
 * <p>They are looked up by name when a layout uses them, as {@link ListenerEvents} are: a window
 * uses few, and each that is made costs a class at the program's start.
 */
final class CommonAttributes {
  /** FlatLaf leaves these as they are: they show nothing of their own. */
  private static final Set<String> UNSTYLED =
      Set.of(
          "javax.swing.Box",
          "javax.swing.JColorChooser",
          "javax.swing.JDesktopPane",
          "javax.swing.JFileChooser",
          "javax.swing.JLayeredPane");

  private static final Map<String, Group> GROUPS = groups();

  private CommonAttributes() {}

  /** The names for one class, in the order in which they are set. */
  private enum Group {
    /** First: what a button says itself goes before what its action says. */
    BUTTON(AbstractButton.class, "action"),
    COMPONENT(Component.class, "enabled focusable foreground background cursor"),
    SEEN(Component.class, "visible"),
    SWING(JComponent.class, "toolTipText opaque styleClass"),
    STYLED(JComponent.class, "font style"),
    CLIENT(JComponent.class, "clientProperties componentPopupMenu"),
    LABEL(JLabel.class, "labelFor"),
    ACCESSIBLE(Accessible.class, "accessibleName accessibleDescription");

    private final Class<?> type;
    private final String names;

    Group(Class<?> type, String names) {
      this.type = type;
      this.names = names;
    }

    private boolean isOf(Class<?> product) {
      return type.isAssignableFrom(product)
          && switch (this) {
            // It is seen when its user asks for it; with this, while it is built.
            case SEEN -> !JPopupMenu.class.isAssignableFrom(product);
            case STYLED -> !Lineage.isOf(product, UNSTYLED);
            default -> true;
          };
    }

    private List<String> names() {
      return List.of(names.split(" ", -1));
    }
  }

  private static Map<String, Group> groups() {
    var groups = new HashMap<String, Group>();
    for (Group group : Group.values()) {
      for (String name : group.names()) {
        groups.put(name, group);
      }
    }
    return Map.copyOf(groups);
  }

  /** {@return the names that a tag of this class has, in the order in which they are set} */
  static Set<String> namesFor(Class<?> product) {
    Set<String> names = new LinkedHashSet<>();
    for (Group group : Group.values()) {
      if (group.isOf(product)) {
        names.addAll(group.names());
      }
    }
    return names;
  }

  /** {@return whether a tag of this class has such a name} */
  static boolean isKnown(Class<?> product, String name) {
    Group group = GROUPS.get(name);
    return group != null && group.isOf(product);
  }

  /** {@return what is behind a name; null if a tag of this class has no such} */
  static <T> @Nullable Property<T, ?> find(Class<T> product, String name) {
    return isKnown(product, name) ? of(product, name) : null;
  }

  private static <T> Property<T, ?> of(Class<T> product, String name) {
    return switch (name) {
      case "action" ->
          new Property<>(
              ActionTags.REFERENCE,
              (it, action, context) ->
                  context.action(action).giveTo((AbstractButton) it, action.own(), context));
      case "enabled" -> property(ValueType.FLAG, (it, on) -> component(it).setEnabled(on));
      case "focusable" -> property(ValueType.FLAG, (it, on) -> component(it).setFocusable(on));
      case "foreground" ->
          property(SwingValues.COLOR, (it, color) -> component(it).setForeground(color));
      case "background" ->
          property(SwingValues.COLOR, (it, color) -> component(it).setBackground(color));
      case "cursor" ->
          property(
              SwingValues.CURSOR,
              (it, type) -> component(it).setCursor(Cursor.getPredefinedCursor(type)));
      case "visible" -> property(ValueType.FLAG, (it, on) -> component(it).setVisible(on));
      case "toolTipText" -> property(ValueType.TEXT, (it, text) -> swing(it).setToolTipText(text));
      case "opaque" -> property(ValueType.FLAG, (it, on) -> swing(it).setOpaque(on));
      case "styleClass" ->
          property(
              ValueType.of(
                  "one or more style classes like h1 or small", CommonAttributes::styleClasses),
              (it, names) -> swing(it).putClientProperty("FlatLaf.styleClass", names));
      case "font" ->
          property(FlatStyles.FONT_STYLE, (it, font) -> FlatStyles.add(swing(it), "font: " + font));
      case "style" ->
          property(FlatStyles.styleOf(product), (it, style) -> FlatStyles.add(swing(it), style));
      case "clientProperties" ->
          property(
              FlatStyles.CLIENT_PROPERTIES,
              (it, values) -> values.forEach(swing(it)::putClientProperty));
      case "componentPopupMenu" ->
          new Property<>(
              PopupTags.MENU,
              (it, menu, context) ->
                  context.whenBuilt(
                      () -> swing(it).setComponentPopupMenu((JPopupMenu) context.component(menu))));
      case "labelFor" ->
          new Property<>(
              ComponentReference.to(Component.class, "component"),
              (it, field, context) ->
                  context.whenBuilt(() -> ((JLabel) it).setLabelFor(context.component(field))));
      case "accessibleName" ->
          property(ValueType.TEXT, (it, text) -> accessible(it).setAccessibleName(text));
      case "accessibleDescription" ->
          property(ValueType.TEXT, (it, text) -> accessible(it).setAccessibleDescription(text));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static <T, V> Property<T, V> property(ValueType<V> type, BiConsumer<Object, V> setter) {
    return new Property<>(type, (it, value, context) -> setter.accept(it, value));
  }

  /** Names of styles that the program has defined; they come from no file. */
  private static Optional<String> styleClasses(String text) {
    boolean areRight =
        !text.isBlank()
            && text.chars()
                .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == ' ' || c == '-'));
    return areRight ? Optional.of(text.strip()) : Optional.empty();
  }

  private static Component component(Object it) {
    return (Component) it;
  }

  private static AccessibleContext accessible(Object it) {
    return ((Accessible) it).getAccessibleContext();
  }

  private static JComponent swing(Object it) {
    return (JComponent) it;
  }
}
