package dev.runspaces.swing.window;

import java.awt.Color;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which tags edit a property: to help who has bound one to another. */
final class Editors {
  private static final String WHOLE = "<FormattedTextField numberFormat=\"0\">";
  private static final String INT = "<Spinner>, <Slider> or " + WHOLE;
  private static final String DECIMAL =
      "<DecimalSpinner> or <FormattedTextField numberFormat=\"0.##\">";
  private static final String SWITCH = "<CheckBox>, or whatever else can be selected";

  private static final Map<Class<?>, String> TAGS =
      Map.ofEntries(
          Map.entry(String.class, "<TextField>, <ComboBox> or <List>"),
          Map.entry(boolean.class, SWITCH),
          Map.entry(Boolean.class, SWITCH),
          Map.entry(int.class, INT),
          Map.entry(Integer.class, INT),
          Map.entry(long.class, WHOLE),
          Map.entry(Long.class, WHOLE),
          Map.entry(short.class, WHOLE),
          Map.entry(Short.class, WHOLE),
          Map.entry(byte.class, WHOLE),
          Map.entry(Byte.class, WHOLE),
          Map.entry(BigInteger.class, WHOLE),
          Map.entry(double.class, DECIMAL),
          Map.entry(Double.class, DECIMAL),
          Map.entry(float.class, DECIMAL),
          Map.entry(Float.class, DECIMAL),
          Map.entry(BigDecimal.class, DECIMAL),
          Map.entry(LocalDate.class, "<DateSpinner>"),
          Map.entry(Color.class, "<ColorChooser>"));

  private Editors() {}

  /** Says what would edit a property of this type; nothing if there is nothing of that kind. */
  static List<String> hintsFor(Class<?> type) {
    if (type.isEnum()) {
      return List.of(
          "an enum is edited as a text: give the bean a String property that has its name, and"
              + " list the names as items");
    }
    return Optional.ofNullable(TAGS.get(type))
        .map(tags -> List.of("what edits the type " + type.getSimpleName() + ": " + tags))
        .orElse(List.of());
  }
}
