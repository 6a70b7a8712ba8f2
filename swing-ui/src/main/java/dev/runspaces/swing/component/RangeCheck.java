package dev.runspaces.swing.component;

import dev.runspaces.swing.layout.LayoutAttribute;
import dev.runspaces.swing.layout.LayoutElement;
import dev.runspaces.swing.layout.LayoutProblem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the ends of a range are in their order and its value is between them, as the layout gives
 * them; Swing would bend some of them and take others as they are.
 */
final class RangeCheck {
  private static final int MOST_TICKS = 1_000;

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
      refuse(element, "minimum", "at most the maximum, " + most, problems);
    } else if (isGreater(least, value)) {
      refuse(element, "value", "at least the minimum, " + least, problems);
    } else if (isGreater(value, most)) {
      refuse(element, "value", "at most the maximum, " + most, problems);
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
    Optional<LayoutAttribute> given = element.attribute(attribute);
    return given.isEmpty() || !tag.hasProperty(attribute)
        ? null
        : tag.property(attribute).type().read(given.get().value()).orElse(null);
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
