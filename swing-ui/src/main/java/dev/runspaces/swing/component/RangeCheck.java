package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutProblem;
import java.util.List;
import java.util.Optional;
import javax.swing.DefaultBoundedRangeModel;
import javax.swing.JScrollBar;
import org.jspecify.annotations.Nullable;

/**
 * Whether the ends of a range are in their order and its value is between them, as the layout gives
 * them or Swing has them from the beginning; it would bend some of them and take others as they
 * are.
 */
final class RangeCheck {
  private static final int MOST_TICKS = 1_000;

  /** How much of its range a new scroll bar shows. */
  private static final int VISIBLE = 10;

  private RangeCheck() {}

  static void check(LayoutElement element, Tag<?> tag, List<LayoutProblem> problems) {
    if (!tag.hasProperty("minimum")) {
      return;
    }
    refuseCrowds(element, tag, problems);
    Object least = read(element, tag, "minimum");
    Object most = read(element, tag, "maximum");
    Object value = read(element, tag, "value");
    if (isGreater(least, most)) {
      boolean isLow = element.attribute("minimum").isEmpty();
      refuse(
          element,
          isLow ? "maximum" : "minimum",
          isLow ? "at least the minimum, " + least : "at most the maximum, " + most,
          problems);
    } else if (isGreater(least, value)) {
      refuse(element, "value", "at least the minimum, " + least, problems);
    } else if (isGreater(value, most)) {
      refuse(element, "value", "at most the maximum, " + most, problems);
    } else if (value instanceof Integer place && isStandardScrollBar(tag)) {
      refuseBeyondView(element, least, most, place, problems);
    }
  }

  /** A program's own may show more of its range, or less. */
  private static boolean isStandardScrollBar(Tag<?> tag) {
    return tag.product() == JScrollBar.class && tag.property("maximum").initial() != null;
  }

  /** What a scroll bar is at is the beginning of what is seen, and that must fit in. */
  private static void refuseBeyondView(
      LayoutElement element,
      @Nullable Object least,
      @Nullable Object most,
      int place,
      List<LayoutProblem> problems) {
    if (least instanceof Integer first && most instanceof Integer end) {
      var range =
          new DefaultBoundedRangeModel(RangeTags.LEAST, VISIBLE, RangeTags.LEAST, RangeTags.MOST);
      range.setMinimum(first); // Swing's own arithmetic, as what is seen may become less
      range.setMaximum(end);
      int last = range.getMaximum() - range.getExtent();
      if (place > last) {
        refuse(
            element,
            "value",
            "at most " + last + ", the maximum less the " + range.getExtent() + " that are seen",
            problems);
      }
    }
  }

  /** Each tick is painted, and each label is a component. */
  private static void refuseCrowds(
      LayoutElement element, Tag<?> tag, List<LayoutProblem> problems) {
    int least = read(element, tag, "minimum") instanceof Integer number ? number : 0;
    int most = read(element, tag, "maximum") instanceof Integer number ? number : 100;
    for (String spacing : List.of("majorTickSpacing", "minorTickSpacing")) {
      boolean isCrowd =
          read(element, tag, spacing) instanceof Integer step
              && step > 0
              && ((long) most - least) / step > MOST_TICKS;
      if (isCrowd) {
        refuse(element, spacing, "a spacing for at most " + MOST_TICKS + " ticks", problems);
      }
    }
  }

  private static @Nullable Object read(LayoutElement element, Tag<?> tag, String attribute) {
    if (!tag.hasProperty(attribute)) {
      return null;
    }
    Property<?, ?> property = tag.property(attribute);
    Optional<LayoutAttribute> given = element.attribute(attribute);
    return given.isEmpty()
        ? property.initial()
        : property.type().read(given.get().value()).orElse(null);
  }

  @SuppressWarnings("unchecked") // both are of the type of one range
  private static boolean isGreater(@Nullable Object one, @Nullable Object other) {
    return one instanceof Comparable<?> first
        && other != null
        && one.getClass() == other.getClass()
        && ((Comparable<Object>) first).compareTo(other) > 0;
  }

  private static void refuse(
      LayoutElement element, String attribute, String expected, List<LayoutProblem> problems) {
    element
        .attribute(attribute)
        .ifPresent(given -> problems.add(LayoutProblem.badValue(given, expected)));
  }
}
