package dev.runspaces.swing.component;

import java.math.BigDecimal;
import javax.swing.SpinnerNumberModel;
import org.jspecify.annotations.Nullable;

/**
 * What a spinner of decimals has: a {@code BigDecimal}, whatever number it is given. Swing's own
 * model would count with binary fractions, or leave them out. For the EDT.
 */
final class DecimalSpinnerModel extends SpinnerNumberModel {
  private static final long serialVersionUID = 1L;

  /** Digits of a number: as many as a {@code double} keeps. */
  static final int MOST_DIGITS = 15;

  /** Zeros of a number that is written down: more than those of any {@code double}. */
  private static final int MOST_ZEROS = 1_000;

  DecimalSpinnerModel() {
    super(BigDecimal.ZERO, null, null, BigDecimal.ONE);
  }

  BigDecimal decimal() {
    return (BigDecimal) getNumber();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if it is no number, or none that can be written down
   */
  @Override
  public void setValue(@Nullable Object value) {
    super.setValue(value instanceof Number number ? plain(number) : value);
  }

  /**
   * Returns the same number in one form only, so that 0.50 is no other value than 0.5.
   *
   * @throws IllegalArgumentException if it is none that can be written down
   */
  static BigDecimal plain(Number number) {
    BigDecimal plain = new BigDecimal(number.toString()).stripTrailingZeros();
    if (Math.abs((long) plain.scale()) > MOST_ZEROS) {
      // Somebody may type 1E99999999, which to write down or to count on takes all memory.
      throw new IllegalArgumentException(plain + " has too many digits");
    }
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  @Override
  public @Nullable Object getNextValue() {
    BigDecimal next = decimal().add((BigDecimal) getStepSize());
    return getMaximum() instanceof BigDecimal most && next.compareTo(most) > 0 ? null : next;
  }

  @Override
  public @Nullable Object getPreviousValue() {
    BigDecimal previous = decimal().subtract((BigDecimal) getStepSize());
    return getMinimum() instanceof BigDecimal least && previous.compareTo(least) < 0
        ? null
        : previous;
  }
}
