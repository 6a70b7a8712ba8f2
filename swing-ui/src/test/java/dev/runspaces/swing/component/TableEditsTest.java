package dev.runspaces.swing.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutReader;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.table.DefaultTableModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed into a cell is written into its row, whatever becomes of the others meanwhile. */
class TableEditsTest {
  private static final String SORTED = " autoCreateRowSorter='true'";

  /** Edits the second row of a table of a, b and c, and returns what the rows are then. */
  private static List<Object> edited(String attributes, Consumer<TableRows> meanwhile)
      throws InterruptedException {
    return Edt.call(
        () -> {
          String xml =
              "<Window><Table name='t'"
                  + attributes
                  + "><Column title='T' editable='true'/></Table></Window>";
          ComponentTree tree =
              Plan.of(LayoutReader.read("test.xml", xml), ComponentRegistry.standard())
                  .build(new RecordingSink());
          JTable table = tree.find("t", JTable.class);
          TableRows rows = TableRows.of(table);
          rows.setAll(List.of(List.of("a"), List.of("b"), List.of("c")));
          assertThat(table.editCellAt(1, 0)).isTrue();
          ((JTextField) table.getEditorComponent()).setText("edited");
          meanwhile.accept(rows);
          if (table.isEditing()) {
            table.getCellEditor().stopCellEditing();
          }
          return IntStream.range(0, rows.getRowCount())
              .mapToObj(row -> rows.getValueAt(row, 0))
              .toList();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", SORTED})
  void goesWithItsRowWhenOneBeforeItIsRemoved(String attributes) throws InterruptedException {
    assertThat(edited(attributes, rows -> rows.remove(0))).containsExactly("edited", "c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", SORTED})
  void staysInItsRowWhenOneBehindItIsRemovedOrAdded(String attributes) throws InterruptedException {
    assertThat(edited(attributes, rows -> rows.remove(2))).containsExactly("a", "edited");
    assertThat(edited(attributes, rows -> rows.add("d"))).containsExactly("a", "edited", "c", "d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", SORTED})
  void endsWithItsRow(String attributes) throws InterruptedException {
    assertThat(edited(attributes, rows -> rows.remove(1))).containsExactly("a", "c");
    assertThat(edited(attributes, TableRows::clear)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", SORTED})
  void endsWhenAllRowsAreOthers(String attributes) throws InterruptedException {
    assertThat(edited(attributes, rows -> rows.setAll(List.of(List.of("x"), List.of("y")))))
        .containsExactly("x", "y");
  }

  @Test
  void goesWithItsRowWhenAProgramsModelInsertsOneBeforeIt() throws InterruptedException {
    Edt.call(
        () -> {
          JTable table = new PlainTextViews.PlainTable(new TableRows());
          var model = new DefaultTableModel(new Object[][] {{"a"}, {"b"}}, names());
          table.setAutoCreateColumnsFromModel(true);
          table.setModel(model);
          assertThat(table.editCellAt(1, 0)).isTrue();
          ((JTextField) table.getEditorComponent()).setText("edited");
          model.insertRow(0, new Object[] {"new"});
          table.getCellEditor().stopCellEditing();
          assertThat(model.getDataVector()).asString().isEqualTo("[[new], [a], [edited]]");
          return true;
        });
  }

  private static Object[] names() {
    return new Object[] {"T"};
  }
}
