package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutProblem;
import dev.runspaces.swing.layout.PlaceProblems;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.awt.LayoutManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Swing's own layout managers. */
final class SwingArrangements {
  private static final ValueType<Object> REGION =
      ValueType.oneOf(
          Map.of(
              "north", BorderLayout.NORTH,
              "south", BorderLayout.SOUTH,
              "east", BorderLayout.EAST,
              "west", BorderLayout.WEST,
              "center", BorderLayout.CENTER,
              "lineStart", BorderLayout.LINE_START,
              "lineEnd", BorderLayout.LINE_END));
  private static final ValueType<Integer> FLOW_ALIGN =
      ValueType.oneOf(
          Map.of(
              "left", FlowLayout.LEFT,
              "center", FlowLayout.CENTER,
              "right", FlowLayout.RIGHT,
              "leading", FlowLayout.LEADING,
              "trailing", FlowLayout.TRAILING));
  private static final ValueType<Integer> COUNT = ValueType.integer(0, 1_000);

  /** Across and down. */
  private static final ValueType<Dimension> GAP =
      ValueType.of(
          "one or two lengths like 8 or 8x4 (across and down)",
          text ->
              SwingValues.DIMENSION
                  .read(text)
                  .or(() -> COUNT.read(text).map(both -> new Dimension(both, both))));

  private static final ValueType<Object> CARD =
      ValueType.of("the name of a card", name -> name.isBlank() ? none() : Optional.of(name));

  private SwingArrangements() {}

  /** A manager whose children have no place, or one that each can have only once. */
  private record Swing(Supplier<LayoutManager> manager, @Nullable ValueType<Object> place)
      implements Arrangement {

    @Override
    public LayoutManager newLayout() {
      return manager.get();
    }

    @Override
    public @Nullable Object placeOf(
        LayoutElement child, Map<Object, LayoutElement> taken, List<LayoutProblem> problems) {
      LayoutAttribute given = child.attribute(PLACE).orElse(null);
      if (place == null) {
        if (given != null) {
          problems.add(PlaceProblems.needlessPlace(given));
        }
        return null;
      }
      Object read = given == null ? null : read(given, place, problems);
      if (given == null && place == REGION) {
        read = BorderLayout.CENTER;
      } else if (given == null) {
        problems.add(LayoutProblem.missingAttribute(child, PLACE));
      }
      LayoutElement first = read == null ? null : taken.putIfAbsent(read, child);
      if (first != null) {
        problems.add(PlaceProblems.placeTaken(child, String.valueOf(read), first.location()));
      }
      return read;
    }
  }

  static Arrangement border(LayoutElement element, List<LayoutProblem> problems) {
    Dimension gap = value(element, "gap", GAP, new Dimension(0, 0), problems);
    return new Swing(() -> new BorderLayout(gap.width, gap.height), REGION);
  }

  static Arrangement flow(LayoutElement element, List<LayoutProblem> problems) {
    Dimension gap = value(element, "gap", GAP, new Dimension(5, 5), problems); // Swing's own
    int align = value(element, "align", FLOW_ALIGN, FlowLayout.CENTER, problems);
    return new Swing(() -> new FlowLayout(align, gap.width, gap.height), null);
  }

  static Arrangement grid(LayoutElement element, List<LayoutProblem> problems) {
    Dimension gap = value(element, "gap", GAP, new Dimension(0, 0), problems);
    int columns = value(element, "columns", COUNT, 0, problems);
    int rows = value(element, "rows", COUNT, 0, problems);
    boolean isOpen = columns == 0 && rows == 0;
    return new Swing(() -> new GridLayout(isOpen ? 1 : rows, columns, gap.width, gap.height), null);
  }

  static Arrangement card(LayoutElement element, List<LayoutProblem> problems) {
    Dimension gap = value(element, "gap", GAP, new Dimension(0, 0), problems);
    return new Swing(() -> new Cards(gap.width, gap.height), CARD);
  }

  private static <V> V value(
      LayoutElement element,
      String name,
      ValueType<V> type,
      V whenMissing,
      List<LayoutProblem> problems) {
    LayoutAttribute given = element.attribute(name).orElse(null);
    V read = given == null ? null : read(given, type, problems);
    return read == null ? whenMissing : read;
  }

  private static <V> @Nullable V read(
      LayoutAttribute given, ValueType<V> type, List<LayoutProblem> problems) {
    Optional<V> value = type.read(given.value());
    if (value.isEmpty()) {
      problems.add(
          type.words().isEmpty()
              ? LayoutProblem.badValue(given, type.expected())
              : LayoutProblem.badValue(given, type.words()));
    }
    return value.orElse(null);
  }

  private static Optional<Object> none() {
    return Optional.empty();
  }
}
