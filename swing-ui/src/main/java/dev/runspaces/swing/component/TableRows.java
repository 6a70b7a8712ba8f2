package dev.runspaces.swing.component;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.swing.JTable;
import javax.swing.table.AbstractTableModel;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a {@code <Table>}, given by code. Each row has one cell for each {@code <Column>}, of
 * the class that the column's {@code type} names: {@code text} is a {@link String}, {@code integer}
 * an {@link Integer}, {@code number} a {@link Double}, {@code boolean} a {@link Boolean} and {@code
 * date} a {@link java.time.LocalDate}. For the EDT: a script that has more to show calls {@code
 * Edt.run(() -> rows.add(...))}.
 *
 * <p>What is changed on another thread may be painted before it is complete, or not at all, and
 * rows may be lost. Nothing is refused, but where the table is on the screen it is noticed: each
 * place in the program that does so is an error event in the window's runspace, once, see {@link
 * dev.runspaces.swing.edt.EdtViolationDetector}.
 *
 * <pre>{@code
 * TableRows rows = TableRows.of(window.find("people", JTable.class));
 * rows.add("Ada", 36);
 * }</pre>
 */
public final class TableRows extends AbstractTableModel {
  private static final long serialVersionUID = 1L;

  private final transient List<TableColumnSpec> columns = new ArrayList<>();
  private final transient List<List<@Nullable Object>> rows = new ArrayList<>();

  TableRows() {}

  /**
   * Returns the rows of a table.
   *
   * @param table a table that was made by a layout
   * @return its rows
   * @throws IllegalArgumentException if the table was made by other code, or has got another model
   */
  public static TableRows of(JTable table) {
    if (table.getModel() instanceof TableRows rows) {
      return rows;
    }
    throw new IllegalArgumentException(
        "the rows of this table are a "
            + table.getModel().getClass().getName()
            + ", not those that a layout has made; was setModel called?");
  }

  /**
   * Adds a row at the end.
   *
   * @param cells one value for each column; null for an empty cell
   * @throws IllegalArgumentException if there are more or fewer than columns, or one is not of its
   *     column's type; the message names the column
   */
  public void add(@Nullable Object... cells) {
    List<@Nullable Object> row = checked(Arrays.asList(cells));
    rows.add(row);
    fireTableRowsInserted(rows.size() - 1, rows.size() - 1);
  }

  /**
   * Puts these rows in the place of those that are there; none of them if one is wrong.
   *
   * @param rows the rows, as for {@link #add}
   * @throws IllegalArgumentException if one row is wrong
   */
  public void setAll(List<? extends List<? extends @Nullable Object>> rows) {
    List<List<@Nullable Object>> checked = new ArrayList<>();
    rows.forEach(row -> checked.add(checked(row)));
    this.rows.clear();
    this.rows.addAll(checked);
    fireTableDataChanged();
  }

  /**
   * Removes a row.
   *
   * @param row its index, as the model counts: see {@link JTable#convertRowIndexToModel}
   * @throws IndexOutOfBoundsException if there is none
   */
  public void remove(int row) {
    rows.remove(row);
    fireTableRowsDeleted(row, row);
  }

  /** Removes all rows. */
  public void clear() {
    rows.clear();
    fireTableDataChanged();
  }

  /**
   * Returns a row.
   *
   * @param row its index, as the model counts
   * @return its cells; immutable
   * @throws IndexOutOfBoundsException if there is none
   */
  public List<@Nullable Object> get(int row) {
    return Collections.unmodifiableList(rows.get(row));
  }

  void addColumn(JTable table, TableColumnSpec column) {
    columns.add(column);
    table.addColumn(column.newColumn(columns.size() - 1));
  }

  boolean isSortable(int column) {
    return columns.get(column).isSortable();
  }

  @Override
  public int getRowCount() {
    return rows.size();
  }

  @Override
  public int getColumnCount() {
    return columns.size();
  }

  @Override
  public String getColumnName(int column) {
    return columns.get(column).title();
  }

  @Override
  public Class<?> getColumnClass(int column) {
    return columns.get(column).type().type();
  }

  @Override
  public boolean isCellEditable(int row, int column) {
    return columns.get(column).isEditable();
  }

  @Override
  public @Nullable Object getValueAt(int row, int column) {
    return rows.get(row).get(column);
  }

  @Override
  public void setValueAt(@Nullable Object value, int row, int column) {
    requireType(column, value);
    rows.get(row).set(column, value);
    fireTableCellUpdated(row, column);
  }

  private List<@Nullable Object> checked(List<? extends @Nullable Object> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "a row of this table has " + columns.size() + " cells, not " + cells.size());
    }
    for (int column = 0; column < columns.size(); column++) {
      requireType(column, cells.get(column));
    }
    return new ArrayList<>(cells);
  }

  private void requireType(int column, @Nullable Object cell) {
    TableColumnSpec.CellType type = columns.get(column).type();
    if (cell != null && !type.type().isInstance(cell)) {
      throw new IllegalArgumentException(
          "the column \""
              + getColumnName(column)
              + "\" is of type "
              + type.name().toLowerCase(Locale.ROOT)
              + " and takes the type "
              + type.type().getSimpleName()
              + ", not "
              + cell.getClass().getSimpleName());
    }
  }
}
