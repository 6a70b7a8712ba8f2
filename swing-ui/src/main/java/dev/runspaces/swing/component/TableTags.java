package dev.runspaces.swing.component;

import java.util.List;
import java.util.Map;
import javax.swing.JTable;
import javax.swing.table.TableRowSorter;

/** The tags of tables. */
final class TableTags {
  private static final ValueType<TableColumnSpec.CellType> CELL_TYPE =
      ValueType.oneOf(
          Map.of(
              "text", TableColumnSpec.CellType.TEXT,
              "integer", TableColumnSpec.CellType.INTEGER,
              "number", TableColumnSpec.CellType.NUMBER,
              "boolean", TableColumnSpec.CellType.BOOLEAN,
              "date", TableColumnSpec.CellType.DATE));
  private static final ValueType<Integer> AUTO_RESIZE =
      ValueType.oneOf(
          Map.of(
              "off", JTable.AUTO_RESIZE_OFF,
              "nextColumn", JTable.AUTO_RESIZE_NEXT_COLUMN,
              "subsequentColumns", JTable.AUTO_RESIZE_SUBSEQUENT_COLUMNS,
              "lastColumn", JTable.AUTO_RESIZE_LAST_COLUMN,
              "allColumns", JTable.AUTO_RESIZE_ALL_COLUMNS));
  private static final ValueType<Integer> PIXELS = ValueType.integer(1, 10_000);

  private TableTags() {}

  static List<Tag<?>> all() {
    return List.of(table(), column());
  }

  private static Tag<JTable> table() {
    return Tag.of("Table", JTable.class, () -> new PlainTextViews.PlainTable(new TableRows()))
        .children(
            TableColumnSpec.class, (table, column) -> TableRows.of(table).addColumn(table, column))
        .property("autoCreateRowSorter", ValueType.FLAG, TableTags::sort)
        .property("autoResizeMode", AUTO_RESIZE, JTable::setAutoResizeMode)
        .property("selectionMode", ChoiceTags.SELECTION_MODE, JTable::setSelectionMode)
        .property("rowSelectionAllowed", ValueType.FLAG, JTable::setRowSelectionAllowed)
        .property("columnSelectionAllowed", ValueType.FLAG, JTable::setColumnSelectionAllowed)
        .property("rowHeight", PIXELS, Scaled.length(JTable::setRowHeight))
        .property("showHorizontalLines", ValueType.FLAG, JTable::setShowHorizontalLines)
        .property("showVerticalLines", ValueType.FLAG, JTable::setShowVerticalLines)
        .property("fillsViewportHeight", ValueType.FLAG, JTable::setFillsViewportHeight);
  }

  private static void sort(JTable table, boolean sorted) {
    table.setAutoCreateRowSorter(sorted); // for a model that code gives it
    if (sorted) {
      TableRows rows = TableRows.of(table);
      var sorter = new TableRowSorter<>(rows);
      for (int column = 0; column < rows.getColumnCount(); column++) {
        sorter.setSortable(column, rows.isSortable(column));
      }
      table.setRowSorter(sorter);
    }
  }

  private static Tag<TableColumnSpec> column() {
    return Tag.of("Column", TableColumnSpec.class, TableColumnSpec::new)
        .describedAs("name", "by which code finds it: table.getColumn(name); once in a layout")
        .property("title", MnemonicText.WITHOUT, TableColumnSpec::setTitle)
        .property("type", CELL_TYPE, TableColumnSpec::setType)
        .property("width", PIXELS, Scaled.length(TableColumnSpec::setWidth))
        .property("minWidth", PIXELS, Scaled.length(TableColumnSpec::setMinWidth))
        .property("editable", ValueType.FLAG, TableColumnSpec::setEditable)
        .property("sortable", ValueType.FLAG.atFirst(), TableColumnSpec::setSortable);
  }
}
