package dev.runspaces.swing.component;

import dev.runspaces.swing.component.ComponentEvent.CellChanged;
import dev.runspaces.swing.component.ComponentEvent.ColumnMoved;
import dev.runspaces.swing.component.ComponentEvent.RowSelected;
import dev.runspaces.swing.component.ComponentEvent.Sorted;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.RowSorter;
import javax.swing.RowSorter.SortKey;
import javax.swing.SortOrder;
import javax.swing.event.ChangeEvent;
import javax.swing.event.ListSelectionEvent;
import javax.swing.event.ListSelectionListener;
import javax.swing.event.RowSorterEvent;
import javax.swing.event.RowSorterListener;
import javax.swing.event.TableColumnModelEvent;
import javax.swing.event.TableColumnModelListener;
import javax.swing.event.TableModelEvent;
import javax.swing.event.TableModelListener;
import javax.swing.table.TableColumnModel;
import javax.swing.table.TableModel;

/** What is told of tables, also when code gives them other models. For the EDT. */
final class TableEvents {
  private TableEvents() {}

  static void rows(Object it, Consumer<ComponentEvent> raise) {
    JTable table = (JTable) it;
    ListSelectionListener listener = change -> raise.accept(selectionOf(table, change));
    new Part<>(
            ListSelectionModel.class,
            model -> model.addListSelectionListener(listener),
            model -> model.removeListSelectionListener(listener))
        .of(table, "selectionModel", table.getSelectionModel());
  }

  private static RowSelected selectionOf(JTable table, ListSelectionEvent change) {
    List<Integer> rows =
        IntStream.of(table.getSelectedRows())
            .filter(row -> row < table.getRowCount()) // some may just have been removed
            .map(table::convertRowIndexToModel)
            .boxed()
            .toList();
    int first = rows.isEmpty() ? -1 : rows.get(0);
    return new RowSelected(
        StandardTags.nameOf(table),
        first,
        cellsOf(table, first),
        rows,
        change.getValueIsAdjusting());
  }

  private static List<String> cellsOf(JTable table, int row) {
    if (row < 0) {
      return List.of();
    }
    return IntStream.range(0, table.getModel().getColumnCount())
        .mapToObj(column -> textAt(table, row, column))
        .toList();
  }

  private static String textAt(JTable table, int row, int column) {
    return Objects.toString(table.getModel().getValueAt(row, column), "");
  }

  static void cells(Object it, Consumer<ComponentEvent> raise) {
    JTable table = (JTable) it;
    TableModelListener listener =
        change -> {
          boolean isCell =
              change.getType() == TableModelEvent.UPDATE
                  && change.getColumn() != TableModelEvent.ALL_COLUMNS
                  && change.getFirstRow() >= 0;
          if (isCell) {
            int column = change.getColumn();
            int last = Math.min(change.getLastRow(), table.getModel().getRowCount() - 1);
            for (int row = change.getFirstRow(); row <= last; row++) {
              raise.accept(
                  new CellChanged(
                      StandardTags.nameOf(table), row, column, textAt(table, row, column)));
            }
          }
        };
    new Part<>(
            TableModel.class,
            model -> model.addTableModelListener(listener),
            model -> model.removeTableModelListener(listener))
        .of(table, "model", table.getModel());
  }

  static void orders(Object it, Consumer<ComponentEvent> raise) {
    JTable table = (JTable) it;
    RowSorterListener listener =
        change -> {
          if (change.getType() == RowSorterEvent.Type.SORT_ORDER_CHANGED) {
            raise.accept(orderOf(table, change.getSource()));
          }
        };
    new Part<>(
            RowSorter.class,
            sorter -> sorter.addRowSorterListener(listener),
            sorter -> sorter.removeRowSorterListener(listener))
        .of(table, "rowSorter", table.getRowSorter());
  }

  private static Sorted orderOf(JTable table, RowSorter<?> sorter) {
    String name = StandardTags.nameOf(table);
    for (SortKey key : sorter.getSortKeys()) {
      if (key.getSortOrder() != SortOrder.UNSORTED) {
        return new Sorted(name, key.getColumn(), key.getSortOrder() == SortOrder.ASCENDING);
      }
    }
    return new Sorted(name, -1, false);
  }

  static void columns(Object it, Consumer<ComponentEvent> raise) {
    JTable table = (JTable) it;
    var listener = new ColumnListener(table, raise);
    new Part<>(
            TableColumnModel.class,
            model -> model.addColumnModelListener(listener),
            model -> model.removeColumnModelListener(listener))
        .of(table, "columnModel", table.getColumnModel());
  }

  /** Of a column that is dragged Swing tells all the time, and where it has come to in between. */
  private record ColumnListener(JTable table, Consumer<ComponentEvent> raise)
      implements TableColumnModelListener {

    @Override
    public void columnMoved(TableColumnModelEvent move) {
      if (move.getFromIndex() != move.getToIndex()) {
        int place = move.getToIndex();
        int column = table.convertColumnIndexToModel(place);
        raise.accept(new ColumnMoved(StandardTags.nameOf(table), column, place));
      }
    }

    @Override
    public void columnAdded(TableColumnModelEvent event) {}

    @Override
    public void columnRemoved(TableColumnModelEvent event) {}

    @Override
    public void columnMarginChanged(ChangeEvent event) {}

    @Override
    public void columnSelectionChanged(ListSelectionEvent event) {}
  }
}
