package dev.runspaces.swing.component;

import java.awt.Component;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.ParseException;
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

  /** Takes an emptied field for no number where there may be none, which Swing's own refuses. */
  static final class Formatter extends NumberFormatter {
    private static final long serialVersionUID = 1L;

    /** As many digits as always fit into a {@code long}. */
    private static final int DIGITS_OF_ANY_LONG = 18;

    private boolean isOptional;

    Formatter(DecimalFormat format) {
      super(format);
    }

    @Override
    public @Nullable Object stringToValue(String text) throws ParseException {
      if (isOptional && isEmptied(text)) {
        return null;
      }
      Object value = super.stringToValue(text);
      return value instanceof Number number ? exact(number) : value;
    }

    /** Where all numbers are whole ones, each is of Java's usual type for that, if it fits. */
    private Number exact(Number number) throws ParseException {
      var format = (DecimalFormat) getFormat();
      boolean isWhole = format.isParseIntegerOnly() && format.getMultiplier() == 1;
      try {
        BigDecimal exact = DecimalSpinnerModel.plain(number);
        boolean isLong = isWhole && exact.precision() <= DIGITS_OF_ANY_LONG;
        return isLong ? (Number) exact.longValueExact() : exact;
      } catch (IllegalArgumentException tooLong) { // or infinite
        throw (ParseException) new ParseException(tooLong.getMessage(), 0).initCause(tooLong);
      }
    }

    /** What a format has around each number, such as a percent sign, is none. */
    private boolean isEmptied(String text) {
      var format = (DecimalFormat) getFormat();
      String around = format.getPositivePrefix() + format.getPositiveSuffix();
      return text.isBlank() || text.strip().equals(around.strip());
    }
  }

  /** Lets the user of a field empty it. */
  static void allowNone(Object it) {
    if (field(it).getFormatter() instanceof Formatter formatter) {
      formatter.isOptional = true;
    }
  }

  static boolean isNone(Object it) {
    return field(it).getValue() == null;
  }

  /** Leaves an empty field alone: somebody may be typing a number. */
  static void showNone(Object it) {
    if (!isNone(it)) {
      field(it).setValue(null);
    }
  }

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
    if (!isFinite(number)) {
      field.setValue(number);
      return;
    }
    BigDecimal now = DecimalSpinnerModel.plain(number); // refuses what cannot be written down
    boolean isSame =
        field.getValue() instanceof Number before
            && isFinite(before)
            && now.compareTo(DecimalSpinnerModel.plain(before)) == 0;
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
