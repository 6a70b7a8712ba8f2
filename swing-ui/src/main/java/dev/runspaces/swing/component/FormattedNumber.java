package dev.runspaces.swing.component;

import java.awt.Component;
import java.math.BigDecimal;
import javax.swing.JFormattedTextField;
import javax.swing.text.NumberFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The number of a formatted field, as a value: it is edited when it is committed, and not with each
 * key. For the EDT.
 */
final class FormattedNumber {
  static final Bindable BINDABLE =
      new Bindable(
          Number.class,
          it -> orNone(field(it).getValue()),
          (it, value) -> show(field(it), (Number) value),
          (it, edited) -> field(it).addPropertyChangeListener("value", commit -> edited.run()));

  private FormattedNumber() {}

  static boolean isShownBy(Component component) {
    return component instanceof JFormattedTextField field
        && field.getFormatter() instanceof NumberFormatter;
  }

  private static JFormattedTextField field(Object it) {
    return (JFormattedTextField) it;
  }

  /** What is no number is of no type that a model takes. */
  private static Object orNone(@Nullable Object value) {
    return value == null ? "" : value;
  }

  /** Leaves the same number alone, whatever its type: somebody may be typing the next one. */
  private static void show(JFormattedTextField field, Number number) {
    boolean isSame =
        field.getValue() instanceof Number before
            && isFinite(before)
            && isFinite(number)
            && new BigDecimal(before.toString()).compareTo(new BigDecimal(number.toString())) == 0;
    if (!isSame) {
      field.setValue(number);
    }
  }

  /** What a division by zero gives cannot be compared, and is shown as it is. */
  private static boolean isFinite(Number number) {
    boolean isBinary = number instanceof Double || number instanceof Float;
    return !isBinary || Double.isFinite(number.doubleValue());
  }
}
