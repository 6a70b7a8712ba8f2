package dev.runspaces.swing.component;

import java.text.DecimalFormat;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JEditorPane;
import javax.swing.JFormattedTextField;
import javax.swing.JFormattedTextField.AbstractFormatter;
import javax.swing.JTextPane;
import javax.swing.text.DateFormatter;
import javax.swing.text.DefaultFormatterFactory;
import javax.swing.text.MaskFormatter;

/** The tags of texts that follow a format, and of those that are long. */
final class TextTags {
  private static final ValueType<Integer> FOCUS_LOST =
      ValueType.oneOf(
          Map.of(
              "commit", JFormattedTextField.COMMIT,
              "commitOrRevert", JFormattedTextField.COMMIT_OR_REVERT,
              "revert", JFormattedTextField.REVERT,
              "persist", JFormattedTextField.PERSIST));

  static final String NUMBER_FORMAT = "numberFormat";

  // A formatter belongs to one field, so that what is read is how to make one.
  private static final ValueType<Supplier<AbstractFormatter>> MASK =
      format("a mask like ##-UUU (# a digit, U a letter in upper case)", TextTags::mask);
  private static final String NUMBERS = "a number format like #,##0.00";
  private static final ValueType<Supplier<AbstractFormatter>> NUMBER =
      format(NUMBERS, text -> new FormattedNumber.Formatter(number(text)));

  /** The same, for what has a formatter already. */
  static final ValueType<String> NUMBER_PATTERN =
      ValueType.of(NUMBERS, text -> NUMBER.read(text).map(formatter -> text));

  private static final ValueType<Supplier<AbstractFormatter>> DATE =
      format(
          "a date format like yyyy-MM-dd", text -> new DateFormatter(new StrictDateFormat(text)));

  /** The attributes that say the form of a field, of which it has one. */
  static final Map<String, ValueType<Supplier<AbstractFormatter>>> FORMS =
      Map.of("mask", MASK, NUMBER_FORMAT, NUMBER, "dateFormat", DATE);

  private TextTags() {}

  /** Makes a formatter. */
  private interface Maker {
    AbstractFormatter make(String text) throws ParseException;
  }

  static List<Tag<?>> all() {
    return List.of(
        formattedTextField(),
        longText("EditorPane", JEditorPane.class, () -> new JEditorPane("text/plain", "")),
        longText("TextPane", JTextPane.class, JTextPane::new));
  }

  /** Tried once when the layout is loaded, so that it cannot fail when a window is built. */
  private static ValueType<Supplier<AbstractFormatter>> format(String expected, Maker maker) {
    return ValueType.of(
        expected,
        text -> {
          if (text.isBlank()) {
            return Optional.empty();
          }
          try {
            AbstractFormatter unused = maker.make(text);
            return Optional.of(() -> checked(maker, text));
          } catch (IllegalArgumentException | ParseException notSuchAFormat) {
            return Optional.empty();
          }
        });
  }

  private static AbstractFormatter checked(Maker maker, String text) {
    try {
      return maker.make(text);
    } catch (ParseException impossible) {
      throw new IllegalStateException(impossible); // it was made once already
    }
  }

  /** What shows no decimals takes none: they would be in its value, and nobody would see them. */
  private static DecimalFormat number(String text) {
    var format = new DecimalFormat(text);
    format.setParseIntegerOnly(format.getMaximumFractionDigits() == 0);
    format.setParseBigDecimal(true); // or 25% would be 0, and a long number lose its digits
    return format;
  }

  private static MaskFormatter mask(String text) throws ParseException {
    var formatter = new MaskFormatter(text);
    formatter.setPlaceholderCharacter('_');
    return formatter;
  }

  private static Tag<JFormattedTextField> formattedTextField() {
    return Tag.of("FormattedTextField", JFormattedTextField.class, TextTags::newField)
        .property("columns", ValueType.integer(0, 1_000), JFormattedTextField::setColumns)
        .property("editable", ValueType.FLAG, JFormattedTextField::setEditable)
        .property("focusLostBehavior", FOCUS_LOST, JFormattedTextField::setFocusLostBehavior)
        .property("mask", MASK, TextTags::setFormatter)
        .property(NUMBER_FORMAT, NUMBER, TextTags::setFormatter)
        .property("dateFormat", DATE, TextTags::setFormatter)
        .property("text", ValueType.TEXT, TextTags::setText);
  }

  private static JFormattedTextField newField() {
    return LocalFormats.following(new JFormattedTextField());
  }

  private static void setFormatter(
      JFormattedTextField field, Supplier<AbstractFormatter> formatter) {
    field.setFormatterFactory(new DefaultFormatterFactory(formatter.get()));
  }

  /** Its text is its value as well, where the format takes it. */
  private static void setText(JFormattedTextField field, String text) {
    field.setText(text);
    try {
      field.commitEdit();
      field.setValue(field.getValue()); // shows it as the format writes it
    } catch (ParseException notThatFormat) {
      field.setText(text); // as if the user had typed it: to be corrected, and not lost
    }
  }

  private static <E extends JEditorPane> Tag<E> longText(
      String name, Class<E> type, Supplier<E> factory) {
    return Tag.of(name, type, factory)
        .property("editable", ValueType.FLAG, JEditorPane::setEditable)
        .property("text", ValueType.TEXT, JEditorPane::setText);
  }
}
