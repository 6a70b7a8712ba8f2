package dev.runspaces.swing.window;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A number that a component shows, as the type of number that its model has: a component counts
 * with whatever suits it. Any thread.
 */
final class Numbers {
  private static final Map<Class<?>, Function<BigDecimal, Object>> WITH_DECIMALS =
      Map.of(
          BigDecimal.class, number -> number,
          Double.class, BigDecimal::doubleValue,
          Float.class, BigDecimal::floatValue);

  private static final Map<Class<?>, Function<BigDecimal, Object>> WHOLE =
      Map.of(
          BigInteger.class, BigDecimal::toBigIntegerExact,
          Long.class, BigDecimal::longValueExact,
          Integer.class, BigDecimal::intValueExact,
          Short.class, BigDecimal::shortValueExact,
          Byte.class, BigDecimal::byteValueExact);

  private Numbers() {}

  /** Tells whether a model may have it as that type: what has no decimals would lose them. */
  static boolean fit(Class<?> shown, Class<?> model) {
    return converter(shown, model) != null;
  }

  private static @Nullable Function<BigDecimal, Object> converter(Class<?> shown, Class<?> model) {
    Function<BigDecimal, Object> found = shown == Number.class ? WHOLE.get(model) : null;
    boolean hasDecimals = shown == Number.class || shown == BigDecimal.class;
    return found == null && hasDecimals ? WITH_DECIMALS.get(model) : found;
  }

  /** Returns what the model has as the component shows it; the same if it shows no decimals. */
  static Object shown(Class<?> shown, Object value) {
    boolean isDecimal =
        shown == BigDecimal.class
            && value instanceof Number number
            && Double.isFinite(number.doubleValue());
    return isDecimal ? new BigDecimal(value.toString()) : value;
  }

  /**
   * Returns an edit as the model has it; the same if that has something else.
   *
   * @throws IllegalArgumentException if that type has no such number
   */
  static Object stored(Class<?> shown, Object edited, Class<?> model) {
    Function<BigDecimal, Object> converter = converter(shown, model);
    if (converter == null) {
      return edited;
    }
    var number = new BigDecimal(edited.toString());
    try {
      return converter.apply(number);
    } catch (ArithmeticException none) {
      throw new IllegalArgumentException(
          number.toPlainString() + " is no " + model.getSimpleName(), none);
    }
  }

  /** Returns what a component shows, in the words of the code of models. */
  static String nameOf(Class<?> shown) {
    if (shown == BigDecimal.class) {
      return "double, float or BigDecimal";
    }
    return shown == Number.class ? "number" : shown.getSimpleName();
  }
}
