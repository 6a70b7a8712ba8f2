package dev.runspaces.swing.component;

import java.awt.Component;
import java.text.DateFormatSymbols;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Format;
import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.Locale;
import javax.swing.JFormattedTextField;
import javax.swing.JSpinner;
import javax.swing.text.InternationalFormatter;

/**
 * Has numbers and dates written as the language of their field writes them. In Swing the language
 * is asked for once, when a format is made. For the EDT.
 */
final class LocalFormats {
  private LocalFormats() {}

  static <S extends JSpinner> S following(S spinner) {
    if (spinner.getEditor() instanceof JSpinner.DefaultEditor editor) {
      JFormattedTextField unused = following(editor.getTextField());
    }
    return spinner;
  }

  /** Changes the format of a field whenever its locale changes. */
  static JFormattedTextField following(JFormattedTextField field) {
    field.addPropertyChangeListener(
        "locale", change -> speak(field, ((Component) change.getSource()).getLocale()));
    return field;
  }

  private static void speak(JFormattedTextField field, Locale locale) {
    if (field.getFormatter() instanceof InternationalFormatter formatter) {
      boolean isCommitted = isCommitted(field, formatter);
      translate(formatter.getFormat(), locale);
      // What is being typed stays as it is.
      if (isCommitted) {
        field.setValue(field.getValue());
      }
    }
  }

  private static boolean isCommitted(JFormattedTextField field, InternationalFormatter formatter) {
    try {
      return field.getText().equals(formatter.valueToString(field.getValue()));
    } catch (ParseException notShown) {
      return false;
    }
  }

  /** Has a number or a date written as a language does. */
  static void translate(Format format, Locale locale) {
    if (format instanceof DecimalFormat number) {
      number.setDecimalFormatSymbols(DecimalFormatSymbols.getInstance(locale));
    } else if (format instanceof SimpleDateFormat date) {
      date.setDateFormatSymbols(DateFormatSymbols.getInstance(locale));
    }
  }
}
