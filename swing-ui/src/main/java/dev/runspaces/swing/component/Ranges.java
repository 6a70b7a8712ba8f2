package dev.runspaces.swing.component;

import javax.swing.BoundedRangeModel;
import javax.swing.JScrollBar;
import javax.swing.JSlider;

/** The number that a slider or a scroll bar shows, as a value. For the EDT. */
final class Ranges {
  private Ranges() {}

  /**
   * Returns how sliders are bound.
   *
   * @param isFixed whether their range is: one that follows a model may come after the value
   */
  static Bindable ofSlider(boolean isFixed) {
    return new Bindable(
        Integer.class,
        it -> ((JSlider) it).getValue(),
        (it, value) -> {
          ((JSlider) it).setValue((Integer) value);
          check(((JSlider) it).getModel(), (Integer) value, isFixed);
        },
        (it, edited) -> ((JSlider) it).addChangeListener(move -> edited.run()));
  }

  /** Returns how scroll bars are bound, in the same way. */
  static Bindable ofScrollBar(boolean isFixed) {
    return new Bindable(
        Integer.class,
        it -> ((JScrollBar) it).getValue(),
        (it, value) -> {
          ((JScrollBar) it).setValue((Integer) value);
          check(((JScrollBar) it).getModel(), (Integer) value, isFixed);
        },
        (it, edited) -> ((JScrollBar) it).addAdjustmentListener(move -> edited.run()));
  }

  /** What is outside is shown by the nearest end, as Swing does; it says nothing of that. */
  private static void check(BoundedRangeModel range, int value, boolean isFixed) {
    int most = range.getMaximum() - range.getExtent();
    if (isFixed && (value < range.getMinimum() || value > most)) {
      throw new IllegalArgumentException(
          value + " is not from " + range.getMinimum() + " to " + most);
    }
  }
}
