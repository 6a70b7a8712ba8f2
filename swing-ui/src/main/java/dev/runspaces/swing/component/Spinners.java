package dev.runspaces.swing.component;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import javax.swing.JSpinner;
import javax.swing.SpinnerDateModel;
import javax.swing.SpinnerListModel;
import javax.swing.SpinnerNumberModel;
import javax.swing.SwingConstants;
import javax.swing.text.DateFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The spinners of the standard tags: each is a class of its own, so that it is known before one is
 * made what its value is. An end of their range takes a value with it that is beyond, as that of a
 * slider does: Swing's own leave it there, and then neither button does anything. For the EDT.
 */
final class Spinners {
  private Spinners() {}

  /** Of whole numbers. */
  static final class OfNumbers extends JSpinner {
    private static final long serialVersionUID = 1L;

    OfNumbers() {
      super(new SpinnerNumberModel());
    }

    SpinnerNumberModel numbers() {
      return (SpinnerNumberModel) getModel();
    }

    void setMinimum(Integer least) {
      numbers().setMinimum(least);
      if (least.compareTo(numbers().getNumber().intValue()) > 0) {
        setValue(least);
      }
    }

    void setMaximum(Integer most) {
      numbers().setMaximum(most);
      if (most.compareTo(numbers().getNumber().intValue()) < 0) {
        setValue(most);
      }
    }
  }

  /** Of decimals, which are counted as they are written: three times 0.1 is 0.3. */
  static final class OfDecimals extends JSpinner {
    private static final long serialVersionUID = 1L;

    OfDecimals() {
      super(new DecimalSpinnerModel());
      editor().getFormat().setParseBigDecimal(true);
      editor().getFormat().setMaximumFractionDigits(DecimalSpinnerModel.MOST_DIGITS);
    }

    DecimalSpinnerModel decimals() {
      return (DecimalSpinnerModel) getModel();
    }

    void setMinimum(BigDecimal least) {
      decimals().setMinimum(least);
      if (least.compareTo(decimals().decimal()) > 0) {
        setValue(least);
      }
    }

    void setMaximum(BigDecimal most) {
      decimals().setMaximum(most);
      if (most.compareTo(decimals().decimal()) < 0) {
        setValue(most);
      }
    }

    /** Shows as many digits behind the point as a step has, so that they stay in their places. */
    void setStep(BigDecimal step) {
      decimals().setStepSize(step);
      editor().getFormat().setMinimumFractionDigits(step.scale());
      editor().getTextField().setValue(getValue());
    }

    private NumberEditor editor() {
      return (NumberEditor) getEditor();
    }
  }

  /** Of days. */
  static final class OfDays extends JSpinner {
    private static final long serialVersionUID = 1L;

    OfDays() {
      super(new DayModel());
      var editor = new DateEditor(this, "yyyy-MM-dd");
      ((DateFormatter) editor.getTextField().getFormatter())
          .setFormat(new StrictDateFormat("yyyy-MM-dd"));
      setEditor(editor);
    }

    LocalDate day() {
      return Days.dayOf(days().getDate());
    }

    void setDay(LocalDate day) {
      setValue(Days.startOf(day));
    }

    void setFirst(LocalDate first) {
      days().setStart(Days.startOf(first));
      if (first.isAfter(day())) {
        setDay(first);
      }
    }

    void setLast(LocalDate last) {
      days().setEnd(Days.endOf(last));
      if (last.isBefore(day())) {
        setDay(last);
      }
    }

    private SpinnerDateModel days() {
      return (SpinnerDateModel) getModel();
    }

    /** Counts months and years as they are shown; Swing's own has another calendar before 1582. */
    private static final class DayModel extends SpinnerDateModel {
      private static final long serialVersionUID = 1L;

      @Override
      public @Nullable Object getNextValue() {
        Date next = moved(1);
        Comparable<Date> last = getEnd();
        return last == null || last.compareTo(next) >= 0 ? next : null;
      }

      @Override
      public @Nullable Object getPreviousValue() {
        Date previous = moved(-1);
        Comparable<Date> first = getStart();
        return first == null || first.compareTo(previous) <= 0 ? previous : null;
      }

      private Date moved(int by) {
        Calendar calendar = Days.newCalendar();
        calendar.setTime(getDate());
        calendar.add(getCalendarField(), by);
        return calendar.getTime();
      }
    }
  }

  /** Of texts. */
  static final class OfTexts extends JSpinner {
    private static final long serialVersionUID = 1L;

    /** A list model cannot be empty. */
    private static final List<String> NO_ITEMS = List.of("");

    /** The model's own list, which it looks into whenever it is asked for its value. */
    private final transient List<String> texts = new ArrayList<>();

    OfTexts() {
      super(new SpinnerListModel(NO_ITEMS));
    }

    /** FlatLaf puts what a spinner shows to the right, as numbers are; these are words. */
    @Override
    public void updateUI() {
      super.updateUI();
      if (getEditor() instanceof DefaultEditor editor) {
        editor.getTextField().setHorizontalAlignment(SwingConstants.LEADING);
      }
    }

    void add(ListItem item) {
      String chosen = text();
      int index = texts.size();
      texts.add(item.text());
      ((SpinnerListModel) getModel()).setList(texts);
      setValue(item.isSelected() || index == 0 ? item.text() : chosen);
      item.whenChanged(before -> replace(index, before, item.text()));
    }

    /** In the list itself: a new one would begin with its first text, and tell of that. */
    private void replace(int index, String before, String now) {
      if (index >= texts.size() || !texts.get(index).equals(before)) {
        return; // the program has put something else there
      }
      boolean isChosen = before.equals(text());
      texts.set(index, now);
      if (isChosen && getEditor() instanceof DefaultEditor editor) {
        editor.getTextField().setValue(getValue());
      }
    }

    String text() {
      return String.valueOf(getValue());
    }

    /** There is no way to show none, so that one stays. */
    void setText(String text) {
      if (((SpinnerListModel) getModel()).getList().contains(text)) {
        setValue(text);
      } else if (!text.isEmpty()) {
        throw new IllegalArgumentException("\"" + text + "\" is none of its items");
      }
    }
  }

  /**
   * Has a number written in a form that DecimalFormat knows. What shows no decimals takes none:
   * they would be in its value, and nobody would see them.
   */
  static void setNumberFormat(JSpinner spinner, String pattern) {
    if (spinner.getEditor() instanceof JSpinner.NumberEditor editor) {
      DecimalFormat format = editor.getFormat();
      format.applyPattern(pattern);
      format.setParseIntegerOnly(format.getMaximumFractionDigits() == 0);
      editor.getTextField().setValue(spinner.getValue());
    }
  }

  /** Returns how spinners of a class are bound; null if nobody knows what they hold. */
  static @Nullable Bindable bindable(Class<?> product) {
    if (OfNumbers.class.isAssignableFrom(product)) {
      return new Bindable(
          Integer.class,
          it -> ((OfNumbers) it).numbers().getNumber().intValue(),
          (it, value) -> ((OfNumbers) it).setValue(value),
          Spinners::onEdit);
    }
    if (OfDecimals.class.isAssignableFrom(product)) {
      return new Bindable(
          BigDecimal.class,
          it -> ((OfDecimals) it).decimals().decimal(),
          (it, value) -> ((OfDecimals) it).setValue(value),
          Spinners::onEdit);
    }
    if (OfDays.class.isAssignableFrom(product)) {
      return new Bindable(
          LocalDate.class,
          it -> ((OfDays) it).day(),
          (it, value) -> ((OfDays) it).setDay((LocalDate) value),
          Spinners::onEdit);
    }
    if (OfTexts.class.isAssignableFrom(product)) {
      return new Bindable(
          String.class,
          it -> ((OfTexts) it).text(),
          (it, value) -> ((OfTexts) it).setText((String) value),
          Spinners::onEdit);
    }
    return null;
  }

  private static void onEdit(Object it, Runnable edited) {
    ((JSpinner) it).addChangeListener(change -> edited.run());
  }
}
