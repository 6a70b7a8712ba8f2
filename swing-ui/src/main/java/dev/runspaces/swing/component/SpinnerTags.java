package dev.runspaces.swing.component;

import dev.runspaces.swing.component.ComponentEvent.Chosen;
import dev.runspaces.swing.component.ComponentEvent.Edited;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.swing.JSpinner;
import javax.swing.SpinnerDateModel;
import javax.swing.SpinnerListModel;
import javax.swing.SwingConstants;

/** The tags of spinners of dates and of texts; that of numbers is in {@link RangeTags}. */
final class SpinnerTags {
  /** A day, in the years that a spinner's editor can show and that all calendars agree on. */
  static final ValueType<LocalDate> DAY = ValueType.of("a date like 2026-01-31", SpinnerTags::day);

  /** A list model cannot be empty. */
  private static final List<String> NO_ITEMS = List.of("");

  private SpinnerTags() {}

  static List<Tag<?>> all() {
    return List.of(dateSpinner(), listSpinner());
  }

  private static Optional<LocalDate> day(String text) {
    try {
      LocalDate day = LocalDate.parse(text.strip());
      boolean isUsual = day.getYear() >= 1600 && day.getYear() <= 9999;
      return isUsual ? Optional.of(day) : Optional.empty();
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  private static Tag<JSpinner> dateSpinner() {
    return Tag.of("DateSpinner", JSpinner.class, SpinnerTags::newDateSpinner)
        .property("minimum", DAY, (it, day) -> dates(it).setStart(startOf(day)))
        .property("maximum", DAY, (it, day) -> dates(it).setEnd(endOf(day)))
        .property("value", DAY, (it, day) -> it.setValue(startOf(day)))
        .event(
            "onChange",
            Edited.class,
            (it, raise) ->
                it.addChangeListener(
                    change ->
                        raise.accept(
                            new Edited(
                                StandardTags.nameOf(it), dayOf(dates(it).getDate()).toString()))));
  }

  private static JSpinner newDateSpinner() {
    var spinner = new JSpinner(new SpinnerDateModel());
    spinner.setEditor(new JSpinner.DateEditor(spinner, "yyyy-MM-dd"));
    return spinner;
  }

  private static SpinnerDateModel dates(JSpinner spinner) {
    return (SpinnerDateModel) spinner.getModel();
  }

  private static Date startOf(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
  }

  /** What is on the last day is on it, whatever the time. */
  private static Date endOf(LocalDate day) {
    return Date.from(day.atTime(LocalTime.MAX).atZone(ZoneId.systemDefault()).toInstant());
  }

  private static LocalDate dayOf(Date date) {
    return LocalDate.ofInstant(date.toInstant(), ZoneId.systemDefault());
  }

  private static Tag<JSpinner> listSpinner() {
    return Tag.of("ListSpinner", JSpinner.class, SpinnerTags::newListSpinner)
        .children(ListItem.class, SpinnerTags::add)
        .event(
            "onChange",
            Chosen.class,
            (it, raise) -> it.addChangeListener(change -> raise.accept(choiceOf(it))));
  }

  /** FlatLaf puts what a spinner shows to the right, as numbers are; these are words. */
  private static JSpinner newListSpinner() {
    var spinner = new JSpinner(new SpinnerListModel(NO_ITEMS));
    ((JSpinner.DefaultEditor) spinner.getEditor())
        .getTextField()
        .setHorizontalAlignment(SwingConstants.LEADING);
    return spinner;
  }

  private static void add(JSpinner spinner, ListItem item) {
    var model = (SpinnerListModel) spinner.getModel();
    String chosen = String.valueOf(model.getValue());
    var texts = new ArrayList<String>();
    if (!model.getList().equals(NO_ITEMS)) {
      model.getList().forEach(text -> texts.add(String.valueOf(text)));
    }
    texts.add(item.text());
    item.whenChanged(before -> replace(model, before, item.text()));
    model.setList(texts);
    model.setValue(item.isSelected() || texts.size() == 1 ? item.text() : chosen);
  }

  private static void replace(SpinnerListModel model, String before, String now) {
    var texts = new ArrayList<String>();
    model.getList().forEach(text -> texts.add(text.equals(before) ? now : String.valueOf(text)));
    boolean isChosen = before.equals(model.getValue());
    Object chosen = isChosen ? now : model.getValue();
    model.setList(texts);
    model.setValue(chosen);
  }

  private static Chosen choiceOf(JSpinner spinner) {
    var model = (SpinnerListModel) spinner.getModel();
    Object chosen = model.getValue();
    return new Chosen(
        StandardTags.nameOf(spinner), model.getList().indexOf(chosen), String.valueOf(chosen));
  }
}
