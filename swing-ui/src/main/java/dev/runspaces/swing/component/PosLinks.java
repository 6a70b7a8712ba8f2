package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutProblem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.miginfocom.layout.CC;
import net.miginfocom.layout.UnitValue;
import org.jspecify.annotations.Nullable;

/**
 * The links of one container, such as {@code pos label.x2 label.y}: finds those that go in circles,
 * which MigLayout would follow until it gives up and says so on the standard error. Any thread.
 */
final class PosLinks {
  /** What a {@code pos} places, in its order: left, top, right and bottom. */
  private static final int EDGES = 4;

  private final List<LayoutElement> elements = new ArrayList<>();
  private final List<UnitValue[]> places = new ArrayList<>();
  private final Map<String, Integer> byId = new HashMap<>();

  /** The links of each edge of each element. */
  private final List<List<Link>> links = new ArrayList<>();

  private record Link(int to, String written) {}

  private PosLinks(Map<Object, LayoutElement> cells) {
    cells.forEach(
        (place, element) -> {
          if (place instanceof CC cell && cell.getPos() != null) {
            byId.putIfAbsent(idOf(cell, element), elements.size());
            elements.add(element);
            places.add(cell.getPos());
          }
        });
    for (int edge = 0; edge < elements.size() * EDGES; edge++) {
      var found = new ArrayList<Link>();
      addLinks(placeOf(edge), found);
      links.add(found);
    }
  }

  /**
   * Looks at those elements that have a {@code pos}.
   *
   * @param cells the elements by their constraints
   * @param problems takes a problem for each circle
   */
  static void check(Map<Object, LayoutElement> cells, List<LayoutProblem> problems) {
    var all = new PosLinks(cells);
    all.report(all.unknown(), problems);
  }

  /** MigLayout reads constraints in small letters, and takes a name where there is no id. */
  private static String idOf(CC cell, LayoutElement element) {
    return cell.getId() != null
        ? cell.getId()
        : element
            .attribute(AttributeNames.NAME)
            .map(name -> (element.space() + name.value()).toLowerCase(Locale.ROOT))
            .orElse("");
  }

  private @Nullable UnitValue placeOf(int edge) {
    return places.get(edge / EDGES)[edge % EDGES];
  }

  private void addLinks(@Nullable UnitValue place, List<Link> found) {
    if (place == null) {
      return;
    }
    if (place.getSubUnits() != null) {
      for (UnitValue part : place.getSubUnits()) {
        addLinks(part, found);
      }
    }
    String written = place.getUnitString();
    int dot = written.lastIndexOf('.');
    Integer element = dot < 0 ? null : byId.get(written.substring(0, dot));
    if (element != null) {
      for (int edge : edgesOf(element, written.substring(dot + 1))) {
        found.add(new Link(edge, written));
      }
    }
  }

  /** Where only one side is placed, the other is known with it, and the size in any case. */
  private List<Integer> edgesOf(int element, String what) {
    int first = element * EDGES + (what.startsWith("x") || what.startsWith("w") ? 0 : 1);
    int second = first + 2;
    boolean hasFirst = placeOf(first) != null;
    boolean hasSecond = placeOf(second) != null;
    if (what.startsWith("w") || what.startsWith("h")) {
      return hasFirst && hasSecond ? List.of(first, second) : List.of();
    }
    return List.of(hasSecond && (what.endsWith("2") || !hasFirst) ? second : first);
  }

  /** Finds out what is in a circle or waits for one: the rest is known step by step. */
  private boolean[] unknown() {
    var waits = new int[links.size()];
    var waiting = new HashMap<Integer, List<Integer>>();
    Deque<Integer> known = new ArrayDeque<>();
    for (int edge = 0; edge < waits.length; edge++) {
      waits[edge] = links.get(edge).size();
      for (Link link : links.get(edge)) {
        waiting.computeIfAbsent(link.to, to -> new ArrayList<>()).add(edge);
      }
      if (waits[edge] == 0) {
        known.add(edge);
      }
    }
    while (!known.isEmpty()) {
      for (int next : waiting.getOrDefault(known.remove(), List.of())) {
        waits[next]--;
        if (waits[next] == 0) {
          known.add(next);
        }
      }
    }
    var unknown = new boolean[waits.length];
    for (int edge = 0; edge < waits.length; edge++) {
      unknown[edge] = waits[edge] > 0;
    }
    return unknown;
  }

  /** Each step from what is not known leads to such again, and so at last into a circle. */
  private void report(boolean[] unknown, List<LayoutProblem> problems) {
    for (int start = 0; start < unknown.length; start++) {
      var way = new ArrayList<Integer>();
      var written = new ArrayList<String>();
      int edge = start;
      while (unknown[edge]) {
        unknown[edge] = false; // so that it is gone but once
        way.add(edge);
        Link link = next(edge, unknown, way);
        written.add(link.written);
        edge = link.to;
      }
      int circle = way.indexOf(edge);
      if (circle >= 0) {
        LayoutElement first = elements.get(way.get(circle) / EDGES);
        problems.add(
            LayoutProblem.circularPlace(
                first.attribute(Arrangement.PLACE).orElseThrow(),
                written.subList(circle, written.size())));
      }
    }
  }

  private Link next(int edge, boolean[] unknown, List<Integer> way) {
    List<Link> all = links.get(edge);
    for (Link link : all) {
      if (unknown[link.to] || way.contains(link.to)) {
        return link;
      }
    }
    return all.get(0); // that leads into a circle that was told of already
  }
}
