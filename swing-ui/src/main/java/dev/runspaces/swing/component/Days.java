package dev.runspaces.swing.component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;

/**
 * Days of {@code java.time} as Swing's date spinners and formats have them. Both must use the same
 * calendar: that of {@code java.util} changes to another one before 1582, and knows another time of
 * day than {@code java.time} for zones before 1900. Immutable; any thread.
 */
final class Days {
  /** The years that a spinner's editor shows as they are: those before have no signs there. */
  private static final int LAST_YEAR = 9999;

  private Days() {}

  /** Returns a calendar that is the same one in all years, as that of {@code java.time} is. */
  static GregorianCalendar newCalendar() {
    var calendar = new GregorianCalendar();
    calendar.setGregorianChange(Date.from(Instant.ofEpochMilli(Long.MIN_VALUE)));
    return calendar;
  }

  static boolean canBeShown(LocalDate day) {
    return day.getYear() >= 1 && day.getYear() <= LAST_YEAR;
  }

  /**
   * Returns the beginning of a day.
   *
   * @throws IllegalArgumentException if it is in no year that can be shown
   */
  static Date startOf(LocalDate day) {
    if (!canBeShown(day)) {
      throw new IllegalArgumentException(day + " is not in the years from 1 to " + LAST_YEAR);
    }
    GregorianCalendar calendar = newCalendar();
    calendar.clear();
    calendar.set(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    return calendar.getTime();
  }

  /** Returns the end of a day: what is on it is not after that, whatever the time. */
  static Date endOf(LocalDate day) {
    GregorianCalendar calendar = newCalendar();
    calendar.setTime(startOf(day));
    calendar.add(Calendar.DAY_OF_MONTH, 1);
    calendar.add(Calendar.MILLISECOND, -1);
    return calendar.getTime();
  }

  /** Returns the day that a time is on. */
  static LocalDate dayOf(Date time) {
    GregorianCalendar calendar = newCalendar();
    calendar.setTime(time);
    int year = calendar.get(Calendar.YEAR);
    boolean isBeforeChrist = calendar.get(Calendar.ERA) == GregorianCalendar.BC;
    return LocalDate.of(
        isBeforeChrist ? 1 - year : year,
        calendar.get(Calendar.MONTH) + 1,
        calendar.get(Calendar.DAY_OF_MONTH));
  }
}
