package dev.runspaces.swing.component;

import javax.swing.JTable;
import javax.swing.event.TableModelEvent;
import javax.swing.table.TableCellEditor;

/**
 * Keeps what is typed into a cell in its row, when rows come or go meanwhile. Swing does so where
 * rows are sorted; elsewhere it would be written into whatever row has come there. For the EDT.
 */
final class TableEdits {
  private TableEdits() {}

  /** Has the editor go with its row; it ends without a change where that is no longer there. */
  static void follow(JTable table, TableModelEvent change) {
    int first = change.getFirstRow();
    int last = change.getLastRow();
    boolean areAllOthers = first == TableModelEvent.HEADER_ROW || last == Integer.MAX_VALUE;
    if (areAllOthers) {
      cancel(table);
    } else if (table.getRowSorter() == null) {
      follow(table, change.getType(), first, last);
    }
  }

  private static void follow(JTable table, int type, int first, int last) {
    int row = table.getEditingRow();
    int count = last - first + 1;
    if (type == TableModelEvent.INSERT && first <= row) {
      move(table, row + count);
    } else if (type == TableModelEvent.DELETE && last < row) {
      move(table, row - count);
    } else if (type == TableModelEvent.DELETE && first <= row) {
      cancel(table);
    }
  }

  private static void move(JTable table, int row) {
    table.setEditingRow(row);
    table.repaint(); // which takes the editor along
  }

  private static void cancel(JTable table) {
    TableCellEditor editor = table.getCellEditor();
    editor.cancelCellEditing();
    if (table.isEditing()) { // it has told somebody else
      table.removeEditor();
    }
  }
}
