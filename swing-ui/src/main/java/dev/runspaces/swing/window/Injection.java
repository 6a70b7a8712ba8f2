package dev.runspaces.swing.window;

import dev.runspaces.swing.component.ComponentTree;
import dev.runspaces.swing.component.Plan;
import dev.runspaces.swing.layout.NearestNames;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The fields of a controller that get components, checked against a layout. Immutable. */
final class Injection {
  private final Object target;
  private final List<Wish> wishes;

  private Injection(Object target, List<Wish> wishes) {
    this.target = target;
    this.wishes = List.copyOf(wishes);
  }

  static Injection none(Object target) {
    return new Injection(target, List.of());
  }

  /** A field and what it gets. */
  private record Wish(Field field, String name) {}

  /**
   * Checks that a layout has what the fields of an object want.
   *
   * @throws IllegalArgumentException if it has not, or a field cannot be set; the message names all
   *     such fields
   */
  static Injection of(Object target, Plan plan) {
    var wishes = new ArrayList<Wish>();
    var problems = new ArrayList<String>();
    for (Class<?> at = target.getClass(); at != null; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        FromLayout marked = field.getAnnotation(FromLayout.class);
        if (marked != null) {
          String given = marked.value().isEmpty() ? field.getName() : marked.value();
          Wish wish = new Wish(field, nameIn(plan, given, field));
          String problem = problemOf(wish, plan);
          if (problem == null) {
            wishes.add(wish);
          } else {
            problems.add(problem);
          }
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return new Injection(target, wishes);
  }

  /** In a fragment, names begin with that of its slot. */
  private static String nameIn(Plan plan, String name, Field field) {
    boolean isKnown =
        field.getType() == WindowAction.class
            ? plan.actions().contains(name)
            : plan.names().containsKey(name);
    return isKnown ? name : plan.space() + name;
  }

  private static @Nullable String problemOf(Wish wish, Plan plan) {
    Field field = wish.field;
    String who = "field " + field.getDeclaringClass().getSimpleName() + "." + field.getName();
    if (Modifier.isFinal(field.getModifiers()) || Modifier.isStatic(field.getModifiers())) {
      return who + " is marked with @FromLayout, but is final or static";
    }
    boolean wantsAction = field.getType() == WindowAction.class;
    Class<?> found = wantsAction ? WindowAction.class : plan.names().get(wish.name);
    if (found == null || (wantsAction && !plan.actions().contains(wish.name))) {
      return who
          + " wants "
          + (wantsAction ? "an action" : "a component")
          + " named \""
          + wish.name
          + "\", which the layout does not have; "
          + others(wish.name, plan, wantsAction);
    }
    if (!field.getType().isAssignableFrom(found)) {
      return who
          + " is a "
          + field.getType().getSimpleName()
          + ", but \""
          + wish.name
          + "\" is a "
          + found.getSimpleName();
    }
    Access.open(field, "@FromLayout field");
    return null;
  }

  private static String others(String name, Plan plan, boolean wantsAction) {
    Map<String, Class<?>> names = plan.names();
    var known = new TreeSet<>(wantsAction ? plan.actions() : names.keySet());
    return NearestNames.hint(name, known, "nothing in it has a name");
  }

  /** Sets the fields. On the EDT, before anything of the window is heard of. */
  void inject(ComponentTree tree) {
    for (Wish wish : wishes) {
      Object value =
          wish.field.getType() == WindowAction.class
              ? new WindowAction(tree.action(wish.name))
              : tree.find(wish.name, Object.class);
      try {
        wish.field.set(target, value);
      } catch (IllegalAccessException impossible) {
        throw new IllegalStateException(impossible); // it was made accessible
      }
    }
  }
}
