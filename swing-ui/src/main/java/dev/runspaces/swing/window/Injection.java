package dev.runspaces.swing.window;

import dev.runspaces.swing.component.ComponentTree;
import dev.runspaces.swing.component.Plan;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.ReferenceProblems;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
   * @param problems takes what is wrong
   */
  static Injection of(Object target, Plan plan, List<LayoutProblem> problems) {
    var wishes = new ArrayList<Wish>();
    for (Class<?> at = target.getClass(); at != null; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        FromLayout marked = field.getAnnotation(FromLayout.class);
        if (marked != null) {
          String given = marked.value().isEmpty() ? field.getName() : marked.value();
          Wish wish = new Wish(field, nameIn(plan, given, field));
          LayoutProblem problem = problemOf(wish, plan);
          if (problem == null) {
            wishes.add(wish);
          } else {
            problems.add(problem);
          }
        }
      }
    }
    return new Injection(target, wishes);
  }

  /**
   * Makes the fields ready to be set.
   *
   * @throws IllegalArgumentException if the package of one is not open
   */
  void open() {
    wishes.forEach(wish -> Access.open(wish.field, "@FromLayout field"));
  }

  /** In a fragment, names begin with that of its slot. */
  private static String nameIn(Plan plan, String name, Field field) {
    boolean isKnown =
        field.getType() == WindowAction.class
            ? plan.actions().contains(name)
            : plan.names().containsKey(name);
    return isKnown ? name : plan.space() + name;
  }

  private static @Nullable LayoutProblem problemOf(Wish wish, Plan plan) {
    Field field = wish.field;
    String who = field.getDeclaringClass().getSimpleName() + "." + field.getName();
    if (Modifier.isFinal(field.getModifiers()) || Modifier.isStatic(field.getModifiers())) {
      return ReferenceProblems.fieldCannotBeSet(plan.placeOf(wish.name), who);
    }
    if (field.getType() == WindowAction.class) {
      Set<String> actions = new TreeSet<>(plan.actions());
      return actions.contains(wish.name)
          ? null
          : ReferenceProblems.fieldOfNothing(
              plan.placeOf(wish.name), who, "an action", wish.name, actions);
    }
    Class<?> found = plan.names().get(wish.name);
    if (found == null) {
      Set<String> names = new TreeSet<>(plan.names().keySet());
      return ReferenceProblems.fieldOfNothing(
          plan.placeOf(wish.name), who, "a component", wish.name, names);
    }
    return field.getType().isAssignableFrom(found)
        ? null
        : ReferenceProblems.fieldOfOtherType(
            plan.placeOf(wish.name),
            who,
            field.getType().getSimpleName(),
            wish.name,
            found.getSimpleName());
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
