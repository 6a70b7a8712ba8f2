package dev.runspaces.swing.component;

import java.awt.Color;
import java.awt.Component;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import javax.swing.DefaultCellEditor;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingConstants;
import javax.swing.border.LineBorder;
import org.jspecify.annotations.Nullable;

/**
 * The editors of a table for what Swing has none for, or one that reads another form than the cell
 * shows. What cannot be read stays in the editor, in red, as in Swing's own; no text is no value.
 * For the EDT.
 */
final class CellEditors {
  private CellEditors() {}

  /** Has the cells of a table edited in the form that they are shown in. */
  static void install(JTable table) {
    table.setDefaultEditor(LocalDate.class, new DayEditor());
    table.setDefaultEditor(Double.class, new DecimalEditor());
  }

  /** Of what has a form as a text. */
  private abstract static class TextEditor extends DefaultCellEditor {
    private static final long serialVersionUID = 1L;

    private transient @Nullable Object value;

    TextEditor() {
      super(new JTextField());
      field().setName("Table.editor"); // as Swing's own, for the look
    }

    final JTextField field() {
      return (JTextField) getComponent();
    }

    /** Returns what a text is; null if it is nothing. */
    abstract @Nullable Object read(String text);

    /** Returns the text of a value that it may have read. */
    String write(JTable table, Object shown) {
      return shown.toString();
    }

    @Override
    public Component getTableCellEditorComponent(
        JTable table, @Nullable Object shown, boolean selected, int row, int column) {
      value = null;
      field().setBorder(new LineBorder(Color.BLACK));
      String text = shown == null ? "" : write(table, shown);
      return super.getTableCellEditorComponent(table, text, selected, row, column);
    }

    @Override
    public boolean stopCellEditing() {
      String text = field().getText().strip();
      value = text.isEmpty() ? null : read(text);
      if (value == null && !text.isEmpty()) {
        field().setBorder(new LineBorder(Color.RED));
        return false;
      }
      return super.stopCellEditing();
    }

    @Override
    public @Nullable Object getCellEditorValue() {
      return value;
    }
  }

  /** Of days, as they are written in a layout and by {@link LocalDate#toString}. */
  private static final class DayEditor extends TextEditor {
    private static final long serialVersionUID = 1L;

    @Override
    @Nullable Object read(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException notADay) {
        return null;
      }
    }
  }

  /** Of numbers, in the language of the table and with all their digits. */
  private static final class DecimalEditor extends TextEditor {
    private static final long serialVersionUID = 1L;

    /** More than any number has. */
    private static final int ALL_DIGITS = 340;

    private NumberFormat format = NumberFormat.getInstance();

    DecimalEditor() {
      field().setHorizontalAlignment(SwingConstants.RIGHT);
    }

    @Override
    String write(JTable table, Object shown) {
      return format.format(shown);
    }

    @Override
    public Component getTableCellEditorComponent(
        JTable table, @Nullable Object shown, boolean selected, int row, int column) {
      format = NumberFormat.getInstance(PlainTextViews.languageOfNumbers(table));
      format.setMaximumFractionDigits(ALL_DIGITS);
      format.setGroupingUsed(false); // or 1.5 would be 15 where that is written 1,5
      return super.getTableCellEditorComponent(table, shown, selected, row, column);
    }

    @Override
    @Nullable Object read(String text) {
      var end = new ParsePosition(0);
      Number number = format.parse(text, end);
      return number == null || end.getIndex() < text.length() ? null : number.doubleValue();
    }
  }
}
