package dev.runspaces.swing.component;

import dev.runspaces.swing.component.ComponentEvent.Moved;
import java.util.List;
import javax.swing.JScrollBar;
import javax.swing.JSlider;
import javax.swing.JSpinner;

/** The tags of what chooses a number from a range. */
final class RangeTags {
  /** A slider draws each of its ticks, so its range must not be one of billions. */
  private static final ValueType<Integer> SHORT_RANGE = ValueType.integer(-10_000, 10_000);

  /** The range that Swing gives to what has one, but for spinners, which have none. */
  static final int LEAST = 0;

  static final int MOST = 100;

  private static final ValueType<Integer> SPACING = ValueType.integer(1, 20_000);

  private static final ValueType<Integer> WHOLE =
      StandardTags.NUMBER.expecting(
          StandardTags.NUMBER.expected() + "; a <DecimalSpinner> takes others");

  private RangeTags() {}

  static List<Tag<?>> all() {
    return List.of(slider(), spinner(), scrollBar());
  }

  private static Tag<JSlider> slider() {
    return Tag.of("Slider", JSlider.class, JSlider::new)
        .property("minimum", SHORT_RANGE, LEAST, JSlider::setMinimum)
        .property("maximum", SHORT_RANGE, MOST, JSlider::setMaximum)
        .property("value", SHORT_RANGE, JSlider::setValue)
        .property("orientation", StandardTags.ORIENTATION, JSlider::setOrientation)
        .property("inverted", ValueType.FLAG, JSlider::setInverted)
        .property("majorTickSpacing", SPACING, JSlider::setMajorTickSpacing)
        .property("minorTickSpacing", SPACING, JSlider::setMinorTickSpacing)
        .property("snapToTicks", ValueType.FLAG, JSlider::setSnapToTicks)
        .property("paintTicks", ValueType.FLAG, JSlider::setPaintTicks)
        .property("paintLabels", ValueType.FLAG, JSlider::setPaintLabels);
  }

  private static Tag<Spinners.OfNumbers> spinner() {
    return Tag.of(
            "Spinner",
            Spinners.OfNumbers.class,
            () -> LocalFormats.following(new Spinners.OfNumbers()))
        .property("minimum", WHOLE, Spinners.OfNumbers::setMinimum)
        .property("maximum", WHOLE, Spinners.OfNumbers::setMaximum)
        .property("stepSize", WHOLE, (it, step) -> it.numbers().setStepSize(step))
        .property(TextTags.NUMBER_FORMAT, TextTags.NUMBER_PATTERN, Spinners::setNumberFormat)
        .property("value", WHOLE, JSpinner::setValue)
        .event(
            "onChange",
            Moved.class,
            (spinner, raise) ->
                spinner.addChangeListener(
                    change ->
                        raise.accept(
                            new Moved(
                                StandardTags.nameOf(spinner),
                                spinner.numbers().getNumber().intValue(),
                                false))));
  }

  private static Tag<JScrollBar> scrollBar() {
    return Tag.of("ScrollBar", JScrollBar.class, JScrollBar::new)
        .property("orientation", StandardTags.ORIENTATION, JScrollBar::setOrientation)
        .property("minimum", StandardTags.NUMBER, LEAST, JScrollBar::setMinimum)
        .property("maximum", StandardTags.NUMBER, MOST, JScrollBar::setMaximum)
        .property("value", StandardTags.NUMBER, JScrollBar::setValue);
  }
}
