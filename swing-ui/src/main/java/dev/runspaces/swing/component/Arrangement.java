package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutLimits;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.PlaceProblems;
import java.awt.LayoutManager;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How the children of an element are laid out: by MigLayout, or by one of Swing's own managers if
 * the element says so. Immutable.
 */
interface Arrangement {
  String MANAGER = "manager";

  /** The attributes of an element whose children are laid out. */
  List<String> ATTRIBUTES = List.of("layout", "columns", "rows", MANAGER, "gap", "align");

  /** The attribute in which a child says where it goes. */
  String PLACE = "cell";

  /** Makes the manager of one container. */
  LayoutManager newLayout();

  /**
   * Reads where a child goes.
   *
   * @param child the child
   * @param taken the places of those before it, to which its own is added
   * @param problems takes what is wrong
   * @return the constraint to add it with; null for none
   */
  @Nullable Object placeOf(
      LayoutElement child, Map<Object, LayoutElement> taken, List<LayoutProblem> problems);

  /**
   * Looks at the children together.
   *
   * @param taken the places that {@link #placeOf} has added, in the order of the children
   * @param problems takes what is wrong
   */
  default void check(Map<Object, LayoutElement> taken, List<LayoutProblem> problems) {}

  /** Reads how an element lays out its children. */
  static Arrangement of(LayoutElement element, LayoutLimits limits, List<LayoutProblem> problems) {
    LayoutAttribute manager = element.attribute(MANAGER).orElse(null);
    if (manager == null || manager.value().equals("mig")) {
      refuse(element, List.of("gap", "align"), "mig", problems);
      return MigText.grid(element, limits.grid(), problems);
    }
    return switch (manager.value()) {
      case "border" -> {
        refuse(element, List.of("layout", "columns", "rows", "align"), "border", problems);
        yield SwingArrangements.border(element, problems);
      }
      case "flow" -> {
        refuse(element, List.of("layout", "columns", "rows"), "flow", problems);
        yield SwingArrangements.flow(element, problems);
      }
      case "grid" -> {
        refuse(element, List.of("layout", "align"), "grid", problems);
        yield SwingArrangements.grid(element, problems);
      }
      case "card" -> {
        refuse(element, List.of("layout", "columns", "rows", "align"), "card", problems);
        yield SwingArrangements.card(element, problems);
      }
      default -> {
        problems.add(
            LayoutProblem.badValue(manager, List.of("mig", "border", "flow", "grid", "card")));
        yield MigText.grid(element, limits.grid(), problems);
      }
    };
  }

  private static void refuse(
      LayoutElement element, List<String> names, String manager, List<LayoutProblem> problems) {
    for (String name : names) {
      element
          .attribute(name)
          .ifPresent(
              given -> {
                var others = new TreeSet<>(ATTRIBUTES);
                others.removeAll(names);
                problems.add(PlaceProblems.notOfManager(given, manager, others));
              });
    }
  }
}
