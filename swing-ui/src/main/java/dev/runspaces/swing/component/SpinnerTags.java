package dev.runspaces.swing.component;

import dev.runspaces.swing.component.ComponentEvent.Chosen;
import dev.runspaces.swing.component.ComponentEvent.Edited;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.swing.JSpinner;
import javax.swing.SpinnerListModel;

/**
 * The tags of spinners of decimals, dates and texts; that of whole numbers is in {@link RangeTags}.
 */
final class SpinnerTags {
  /** A day, in the years that a spinner's editor can show. */
  static final ValueType<LocalDate> DAY = ValueType.of("a date like 2026-01-31", SpinnerTags::day);

  private static final ValueType<BigDecimal> DECIMAL =
      ValueType.of("a number like 0.5, with at most 15 digits", SpinnerTags::decimal);

  private static final ValueType<BigDecimal> STEP =
      ValueType.of(
          "a number like 0.05, greater than 0 and with at most 15 digits",
          text -> decimal(text).filter(step -> step.signum() > 0));

  private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private SpinnerTags() {}

  static List<Tag<?>> all() {
    return List.of(dateSpinner(), decimalSpinner(), listSpinner());
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip())).filter(Days::canBeShown);
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> decimal(String text) {
    String number = text.strip();
    boolean isShort = number.length() <= DecimalSpinnerModel.MOST_DIGITS + 2; // and "-" and "."
    if (!isShort || !PLAIN.matcher(number).matches()) {
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(number))
        .filter(it -> Math.max(it.precision(), it.scale()) <= DecimalSpinnerModel.MOST_DIGITS);
  }

  private static Tag<Spinners.OfDecimals> decimalSpinner() {
    return Tag.of(
            "DecimalSpinner",
            Spinners.OfDecimals.class,
            () -> LocalFormats.following(new Spinners.OfDecimals()))
        .property("minimum", DECIMAL, Spinners.OfDecimals::setMinimum)
        .property("maximum", DECIMAL, Spinners.OfDecimals::setMaximum)
        .property("stepSize", STEP, Spinners.OfDecimals::setStep)
        .property(TextTags.NUMBER_FORMAT, TextTags.NUMBER_PATTERN, Spinners::setNumberFormat)
        .property("value", DECIMAL, Spinners.OfDecimals::setValue)
        .event(
            "onChange",
            Edited.class,
            (it, raise) ->
                it.addChangeListener(
                    change ->
                        raise.accept(
                            new Edited(
                                StandardTags.nameOf(it),
                                it.decimals().decimal().toPlainString()))));
  }

  private static Tag<Spinners.OfDays> dateSpinner() {
    return Tag.of(
            "DateSpinner",
            Spinners.OfDays.class,
            () -> LocalFormats.following(new Spinners.OfDays()))
        .property("minimum", DAY, Spinners.OfDays::setFirst)
        .property("maximum", DAY, Spinners.OfDays::setLast)
        .property("value", DAY, Spinners.OfDays::setDay)
        .event(
            "onChange",
            Edited.class,
            (it, raise) ->
                it.addChangeListener(
                    change ->
                        raise.accept(new Edited(StandardTags.nameOf(it), it.day().toString()))));
  }

  private static Tag<Spinners.OfTexts> listSpinner() {
    return Tag.of("ListSpinner", Spinners.OfTexts.class, Spinners.OfTexts::new)
        .children(ListItem.class, Spinners.OfTexts::add)
        .event(
            "onChange",
            Chosen.class,
            (it, raise) -> it.addChangeListener(change -> raise.accept(choiceOf(it))));
  }

  private static Chosen choiceOf(JSpinner spinner) {
    var model = (SpinnerListModel) spinner.getModel();
    Object chosen = model.getValue();
    return new Chosen(
        StandardTags.nameOf(spinner), model.getList().indexOf(chosen), String.valueOf(chosen));
  }
}
