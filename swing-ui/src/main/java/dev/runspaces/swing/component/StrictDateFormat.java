package dev.runspaces.swing.component;

import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.GregorianCalendar;
import org.jspecify.annotations.Nullable;

/**
 * A date format that takes only dates that there are, and nothing behind them: Swing's formatters
 * would make the 13th month one of the next year, and forget what they have not read. It counts
 * days as {@code java.time} does.
 */
final class StrictDateFormat extends SimpleDateFormat {
  private static final long serialVersionUID = 1L;

  /**
   * Makes one in the language of the JVM.
   *
   * @throws IllegalArgumentException if it is no pattern
   */
  StrictDateFormat(String pattern) {
    super(pattern);
    if (getCalendar() instanceof GregorianCalendar) { // and not that of another tradition
      setCalendar(Days.newCalendar());
    }
    setLenient(false);
  }

  @Override
  public @Nullable Date parse(String text, ParsePosition position) {
    int start = position.getIndex();
    Date date = super.parse(text, position);
    if (date != null && position.getIndex() < text.length()) {
      position.setErrorIndex(position.getIndex());
      position.setIndex(start);
      return null;
    }
    return date;
  }
}
