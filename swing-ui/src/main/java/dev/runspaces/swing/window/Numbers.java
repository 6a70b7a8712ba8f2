package dev.runspaces.swing.window;

import java.math.BigDecimal;

/**
 * A decimal that a component shows, as the type of number that its model has: a component counts
 * with {@code BigDecimal}, whatever that is. Any thread.
 */
final class Numbers {
  private Numbers() {}

  /** Tells whether a model may have it as that type: what has no decimals would lose them. */
  static boolean fit(Class<?> shown, Class<?> model) {
    return shown == BigDecimal.class
        && (model == BigDecimal.class || model == Double.class || model == Float.class);
  }

  /** Returns what the model has as the component shows it; the same if it shows no decimals. */
  static Object shown(Class<?> shown, Object value) {
    boolean isDecimal =
        shown == BigDecimal.class
            && value instanceof Number number
            && Double.isFinite(number.doubleValue());
    return isDecimal ? new BigDecimal(value.toString()) : value;
  }

  /** Returns an edit as the model has it; the same if that has something else. */
  static Object stored(Object edited, Class<?> model) {
    if (edited instanceof BigDecimal decimal && model == Double.class) {
      return decimal.doubleValue();
    }
    return edited instanceof BigDecimal decimal && model == Float.class
        ? (Object) decimal.floatValue()
        : edited;
  }

  /** Returns what a component shows, in the words of the code of models. */
  static String nameOf(Class<?> shown) {
    return shown == BigDecimal.class ? "double, float or BigDecimal" : shown.getSimpleName();
  }
}
