package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.PlaceProblems;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.miginfocom.layout.CC;
import net.miginfocom.layout.UnitValue;
import org.jspecify.annotations.Nullable;

/**
 * The links of one container, such as {@code pos label.x2 label.y}: finds those that lead nowhere,
 * of which MigLayout makes 0, and those that go in circles, which it would follow until it gives up
 * and says so on the standard error. Any thread.
 */
final class PosLinks {
  /** What a {@code pos} places, in its order: left, top, right and bottom. */
  private static final int EDGES = 4;

  /** What MigLayout calls the area in which it places, without and with the insets. */
  private static final List<String> PARENTS = List.of("container", "visual");

  private final List<LayoutElement> elements = new ArrayList<>();
  private final List<UnitValue[]> places = new ArrayList<>();
  private final Map<String, Integer> byId = new HashMap<>();

  /** All that a link may lead to. */
  private final Set<String> known = new TreeSet<>(PARENTS);

  /** The links of each edge of each element. */
  private final List<List<Link>> links = new ArrayList<>();

  private record Link(int to, String written) {}

  private PosLinks(Map<Object, LayoutElement> cells) {
    cells.forEach(
        (place, element) -> {
          if (place instanceof CC cell) {
            String id = bare(idOf(cell, element));
            known.add(id);
            if (cell.getPos() != null) {
              byId.putIfAbsent(id, elements.size());
              elements.add(element);
              places.add(cell.getPos());
            }
          }
        });
    known.remove(""); // those without
    for (int edge = 0; edge < elements.size() * EDGES; edge++) {
      var found = new ArrayList<Link>();
      addLinks(placeOf(edge), found);
      links.add(found);
    }
  }

  /**
   * Looks at those elements that have a {@code pos}, where there are any.
   *
   * @param cells the elements by their constraints
   * @param problems takes a problem for each circle
   */
  static void check(Map<Object, LayoutElement> cells, List<LayoutProblem> problems) {
    var all = new PosLinks(cells);
    all.reportUnknown(problems);
    all.report(all.unknown(), problems);
  }

  /** MigLayout takes what is before a dot for the name of a group, which may be linked, too. */
  private String bare(String id) {
    int dot = id.indexOf('.');
    if (dot > 0) {
      known.add(id.substring(0, dot));
    }
    return id.substring(dot + 1);
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

  private void reportUnknown(List<LayoutProblem> problems) {
    for (int index = 0; index < elements.size(); index++) {
      var written = new LinkedHashSet<String>();
      for (UnitValue place : places.get(index)) {
        addWritten(place, written);
      }
      for (String link : written) {
        if (!known.contains(link.substring(0, link.lastIndexOf('.')))) {
          LayoutAttribute cell = elements.get(index).attribute(Arrangement.PLACE).orElseThrow();
          problems.add(PlaceProblems.unknownPlace(cell, link, known));
        }
      }
    }
  }

  private static void addWritten(@Nullable UnitValue place, Set<String> written) {
    if (place == null) {
      return;
    }
    if (place.getSubUnits() != null) {
      for (UnitValue part : place.getSubUnits()) {
        addWritten(part, written);
      }
    }
    if (place.getUnitString().indexOf('.') > 0) {
      written.add(place.getUnitString());
    }
  }

  private @Nullable UnitValue placeOf(int edge) {
    return places.get(edge / EDGES)[edge % EDGES];
  }

  private void addLinks(@Nullable UnitValue place, List<Link> found) {
    var links = new LinkedHashSet<String>();
    addWritten(place, links);
    for (String written : links) {
      int dot = written.lastIndexOf('.');
      Integer element = byId.get(written.substring(0, dot));
      if (element != null) {
        for (int edge : edgesOf(element, written.substring(dot + 1))) {
          found.add(new Link(edge, written));
        }
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
            PlaceProblems.circularPlace(
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
