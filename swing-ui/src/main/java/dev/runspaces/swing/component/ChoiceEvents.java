package dev.runspaces.swing.component;

import dev.runspaces.swing.component.ComponentEvent.CellChanged;
import dev.runspaces.swing.component.ComponentEvent.Clicked;
import dev.runspaces.swing.component.ComponentEvent.NodeExpanded;
import dev.runspaces.swing.component.ComponentEvent.NodeSelected;
import dev.runspaces.swing.component.ComponentEvent.RowSelected;
import dev.runspaces.swing.component.ComponentEvent.Selected;
import dev.runspaces.swing.component.ComponentEvent.Toggled;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.JTree;
import javax.swing.event.TableModelEvent;
import javax.swing.event.TreeExpansionEvent;
import javax.swing.event.TreeExpansionListener;
import javax.swing.tree.TreePath;
import org.jspecify.annotations.Nullable;

/** What is told of buttons, lists, tables and trees. For the EDT. */
final class ChoiceEvents {
  private ChoiceEvents() {}

  static void clicks(Object it, Consumer<ComponentEvent> raise) {
    AbstractButton button = (AbstractButton) it;
    button.addActionListener(
        click ->
            raise.accept(
                new Clicked(
                    StandardTags.nameOf(button),
                    Objects.requireNonNullElse(button.getText(), ""))));
  }

  static void toggles(Object it, Consumer<ComponentEvent> raise) {
    AbstractButton button = (AbstractButton) it;
    button.addItemListener(
        change -> raise.accept(new Toggled(StandardTags.nameOf(button), button.isSelected())));
  }

  static void items(Object it, Consumer<ComponentEvent> raise) {
    JList<?> list = (JList<?>) it;
    list.addListSelectionListener(
        change ->
            raise.accept(
                new Selected(
                    StandardTags.nameOf(list),
                    list.getSelectedIndex(),
                    Objects.toString(list.getSelectedValue(), ""),
                    IntStream.of(list.getSelectedIndices()).boxed().toList(),
                    change.getValueIsAdjusting())));
  }

  static void rows(Object it, Consumer<ComponentEvent> raise) {
    JTable table = (JTable) it;
    table
        .getSelectionModel()
        .addListSelectionListener(
            change -> {
              List<Integer> rows =
                  IntStream.of(table.getSelectedRows())
                      .filter(row -> row < table.getRowCount()) // some may just have been removed
                      .map(table::convertRowIndexToModel)
                      .boxed()
                      .toList();
              int first = rows.isEmpty() ? -1 : rows.get(0);
              raise.accept(
                  new RowSelected(
                      StandardTags.nameOf(table),
                      first,
                      cellsOf(table, first),
                      rows,
                      change.getValueIsAdjusting()));
            });
  }

  static void cells(Object it, Consumer<ComponentEvent> raise) {
    JTable table = (JTable) it;
    table
        .getModel()
        .addTableModelListener(
            change -> {
              boolean isCell =
                  change.getType() == TableModelEvent.UPDATE
                      && change.getColumn() != TableModelEvent.ALL_COLUMNS
                      && change.getFirstRow() >= 0;
              if (isCell) {
                raise.accept(
                    new CellChanged(
                        StandardTags.nameOf(table),
                        change.getFirstRow(),
                        change.getColumn(),
                        Objects.toString(
                            table.getModel().getValueAt(change.getFirstRow(), change.getColumn()),
                            "")));
              }
            });
  }

  private static List<String> cellsOf(JTable table, int row) {
    if (row < 0) {
      return List.of();
    }
    return IntStream.range(0, table.getModel().getColumnCount())
        .mapToObj(column -> Objects.toString(table.getModel().getValueAt(row, column), ""))
        .toList();
  }

  static void nodes(Object it, Consumer<ComponentEvent> raise) {
    JTree tree = (JTree) it;
    tree.addTreeSelectionListener(
        change -> {
          TreePath path = tree.getSelectionPath();
          raise.accept(
              new NodeSelected(
                  StandardTags.nameOf(tree), tree.getRowForPath(path), textsOf(tree, path)));
        });
  }

  static void expansions(Object it, Consumer<ComponentEvent> raise) {
    expansions((JTree) it, true, raise);
  }

  static void collapses(Object it, Consumer<ComponentEvent> raise) {
    expansions((JTree) it, false, raise);
  }

  private static void expansions(JTree tree, boolean wanted, Consumer<ComponentEvent> raise) {
    tree.addTreeExpansionListener(
        new TreeExpansionListener() {
          @Override
          public void treeExpanded(TreeExpansionEvent event) {
            tell(true, event);
          }

          @Override
          public void treeCollapsed(TreeExpansionEvent event) {
            tell(false, event);
          }

          private void tell(boolean expanded, TreeExpansionEvent event) {
            if (expanded == wanted) {
              List<String> path = textsOf(tree, event.getPath());
              raise.accept(new NodeExpanded(StandardTags.nameOf(tree), path, expanded));
            }
          }
        });
  }

  /** The texts that the tree shows, not those of its objects. */
  private static List<String> textsOf(JTree tree, @Nullable TreePath path) {
    return path == null
        ? List.of()
        : Arrays.stream(path.getPath())
            .map(node -> tree.convertValueToText(node, false, false, false, -1, false))
            .toList();
  }
}
