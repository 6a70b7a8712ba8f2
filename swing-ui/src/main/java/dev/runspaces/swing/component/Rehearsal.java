package dev.runspaces.swing.component;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.miginfocom.layout.CC;
import net.miginfocom.layout.ComponentWrapper;
import net.miginfocom.layout.ContainerWrapper;
import net.miginfocom.layout.Grid;
import org.jspecify.annotations.Nullable;

/**
 * Lays out a container without components, to find constraints that MigLayout understands one by
 * one but cannot place together: it would say so only when the window is shown. Any thread.
 */
final class Rehearsal {
  /** MigLayout's {@code hidemode} in which a component that is not visible takes no cell. */
  private static final int TAKES_NO_CELL = 3;

  /** How many of those are tried one by one: each takes as long as all others together. */
  private static final int MOST_HIDDEN = 16;

  private Rehearsal() {}

  /** Tells whether such cells can be laid out; only those that say where they go are tried. */
  static boolean succeeds(MigText.Grid grid, List<CC> cells) {
    for (CC cell : cells) {
      if (isRisky(cell, grid.layout().isFlowX())) {
        return isLaidOut(grid, cells) && isLaidOutWithSomeHidden(grid, cells);
      }
    }
    return true;
  }

  /** What is hidden while the window is shown has others go where it was. */
  private static boolean isLaidOutWithSomeHidden(MigText.Grid grid, List<CC> cells) {
    List<Integer> hidden =
        IntStream.range(0, cells.size())
            .filter(index -> hideMode(cells.get(index), grid) == TAKES_NO_CELL)
            .boxed()
            .toList();
    return hidden.isEmpty()
        || (isLaidOut(grid, without(Set.copyOf(hidden), cells))
            && hidden.stream()
                .limit(MOST_HIDDEN)
                .allMatch(index -> isLaidOut(grid, without(Set.of(index), cells))));
  }

  private static int hideMode(CC cell, MigText.Grid grid) {
    return cell.getHideMode() < 0 ? grid.layout().getHideMode() : cell.getHideMode();
  }

  private static List<CC> without(Set<Integer> hidden, List<CC> cells) {
    return IntStream.range(0, cells.size())
        .filter(index -> !hidden.contains(index))
        .mapToObj(cells::get)
        .toList();
  }

  /**
   * A span along the flow always fits, unless the cell is split, and is far too common to be tried
   * each time.
   */
  private static boolean isRisky(CC cell, boolean flowsX) {
    int across = flowsX ? cell.getSpanY() : cell.getSpanX();
    int along = flowsX ? cell.getSpanX() : cell.getSpanY();
    return across > 1
        || (along > 1 && cell.getSplit() > 1)
        || cell.getCellX() >= 0
        || cell.getSkip() > 0
        || cell.getPos() != null;
  }

  private static boolean isLaidOut(MigText.Grid grid, List<CC> cells) {
    Map<ComponentWrapper, CC> extras = new LinkedHashMap<>();
    var parts = new ArrayList<ComponentWrapper>();
    for (CC cell : cells) {
      ComponentWrapper part = actor(ComponentWrapper.class, parts);
      parts.add(part);
      extras.put(part, cell);
    }
    try {
      ContainerWrapper container = actor(ContainerWrapper.class, parts);
      new Grid(container, grid.layout(), grid.rows(), grid.columns(), extras, new ArrayList<>())
          .layout(new int[] {0, 0, 100, 100}, null, null, grid.layout().getDebugMillis() > 0);
      return true;
    } catch (RuntimeException refused) { // MigLayout throws whatever it runs into
      return false;
    }
  }

  /** Something of ten by ten pixels, and with children if it is a container. */
  private static <W> W actor(Class<W> role, List<ComponentWrapper> children) {
    Object actor =
        Proxy.newProxyInstance(
            Rehearsal.class.getClassLoader(),
            new Class<?>[] {role},
            (self, method, arguments) -> answer(self, method, arguments, children));
    return role.cast(actor);
  }

  private static @Nullable Object answer(
      Object self,
      Method method,
      @Nullable Object @Nullable [] arguments,
      List<ComponentWrapper> children) {
    return switch (method.getName()) {
      case "equals" -> arguments != null && self == arguments[0];
      case "hashCode" -> System.identityHashCode(self);
      case "getComponents" -> children.toArray(new ComponentWrapper[0]);
      case "getComponentCount" -> children.size();
      case "getComponent", "getLayout" -> self; // the same again and again is all that is asked
      case "getContentBias" -> -1; // that is none
      case "getParent" -> actor(ContainerWrapper.class, children);
      case "isVisible", "isLeftToRight" -> true;
      default -> answerOf(method.getReturnType());
    };
  }

  private static @Nullable Object answerOf(Class<?> type) {
    if (type == int.class) {
      return 10;
    }
    if (type == float.class) {
      return 1f;
    }
    if (type == boolean.class) {
      return false;
    }
    return type == String.class ? "" : null;
  }
}
