package dev.runspaces.swing.component;

import javax.swing.JFormattedTextField;
import javax.swing.text.JTextComponent;
import javax.swing.text.MaskFormatter;

/** The text of a field with a mask, which takes only what fits. For the EDT. */
final class MaskedText {
  private MaskedText() {}

  static boolean isIn(JTextComponent field) {
    return field instanceof JFormattedTextField formatted
        && formatted.getFormatter() instanceof MaskFormatter;
  }

  /**
   * Shows a text in its mask, which may put signs between or make capital letters of it.
   *
   * @throws IllegalArgumentException if it does not fit: the field is empty then
   */
  static void show(JTextComponent field, String text) {
    field.setText(""); // what was there would stay instead of what does not fit
    field.setText(text);
    if (!isWithin(text, field.getText())) {
      field.setText("");
      var mask = (MaskFormatter) ((JFormattedTextField) field).getFormatter();
      throw new IllegalArgumentException(
          "\"" + text + "\" does not fit the mask " + mask.getMask());
    }
  }

  /** Tells whether all of a text is there, in its order. */
  private static boolean isWithin(String text, String shown) {
    int found = 0;
    for (int index = 0; index < shown.length() && found < text.length(); index++) {
      if (text.regionMatches(true, found, shown, index, 1)) {
        found++;
      }
    }
    return found == text.length();
  }
}
