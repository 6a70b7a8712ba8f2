package dev.runspaces.swing.component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.swing.table.TableColumn;
import org.jspecify.annotations.Nullable;

/** A {@code <Column>} of a table: its title and what its cells are. For the EDT. */
final class TableColumnSpec {
  private @Nullable String name;
  private String title = "";
  private CellType type = CellType.TEXT;
  private int width = 75; // Swing's own
  private int minWidth = 15; // Swing's own
  private final List<TableColumn> columns = new ArrayList<>(1);
  private boolean editable;
  private boolean sortable = true;

  /** What the cells of a column are. */
  enum CellType {
    TEXT(String.class),
    INTEGER(Integer.class),
    NUMBER(Double.class),
    BOOLEAN(Boolean.class),
    DATE(LocalDate.class);

    private final Class<?> type;

    CellType(Class<?> type) {
      this.type = type;
    }

    Class<?> type() {
      return type;
    }
  }

  /** Has code find it: see {@link javax.swing.JTable#getColumn}. */
  void setName(String name) {
    this.name = name;
  }

  String title() {
    return title;
  }

  void setTitle(String title) {
    this.title = title;
    columns.forEach(column -> column.setHeaderValue(title));
  }

  CellType type() {
    return type;
  }

  void setType(CellType type) {
    this.type = type;
  }

  void setWidth(int width) {
    this.width = width;
    columns.forEach(column -> column.setPreferredWidth(width));
  }

  void setMinWidth(int minWidth) {
    this.minWidth = minWidth;
    columns.forEach(column -> column.setMinWidth(minWidth));
  }

  boolean isEditable() {
    return editable;
  }

  void setEditable(boolean editable) {
    this.editable = editable;
  }

  boolean isSortable() {
    return sortable;
  }

  void setSortable(boolean sortable) {
    this.sortable = sortable;
  }

  TableColumn newColumn(int index) {
    var column = new TableColumn(index, width);
    column.setMinWidth(minWidth);
    column.setHeaderValue(title);
    column.setIdentifier(name);
    columns.add(column);
    return column;
  }
}
