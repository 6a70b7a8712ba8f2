package dev.runspaces.swing.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.runspaces.swing.component.ComponentEvent.Chosen;
import dev.runspaces.swing.component.ComponentEvent.Edited;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.layout.LayoutReader;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Point;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.ParseException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JColorChooser;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDesktopPane;
import javax.swing.JEditorPane;
import javax.swing.JFileChooser;
import javax.swing.JFormattedTextField;
import javax.swing.JInternalFrame;
import javax.swing.JLabel;
import javax.swing.JLayeredPane;
import javax.swing.JList;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JSeparator;
import javax.swing.JSpinner;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.JTextPane;
import javax.swing.JToolBar;
import javax.swing.JToolTip;
import javax.swing.JTree;
import javax.swing.ListSelectionModel;
import javax.swing.SortOrder;
import javax.swing.SpinnerDateModel;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.border.LineBorder;
import javax.swing.border.TitledBorder;
import javax.swing.plaf.basic.BasicHTML;
import javax.swing.table.DefaultTableModel;
import javax.swing.tree.TreeSelectionModel;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tags of the components that fewer windows have. */
@Timeout(30)
class WideTagsTest {
  private static final String HTML = "<html><b>bold</b>";

  private final List<ComponentEvent> raised = new ArrayList<>();

  private void built(String content, Consumer<ComponentTree> check) throws InterruptedException {
    Plan plan =
        Plan.of(
            LayoutReader.read("test.xml", "<Window name='w'>" + content + "</Window>"),
            ComponentRegistry.standard());
    Edt.call(
        () -> {
          check.accept(plan.build((identifier, event) -> raised.add(event)));
          return true;
        });
  }

  /** Whether Swing has made a view of HTML for what the component shows. */
  private static boolean isHtml(Component shown) {
    return ((JComponent) shown).getClientProperty(BasicHTML.propertyKey) != null;
  }

  @Nested
  class Lists {
    @Test
    void aListHasItemsOfWhichSomeAreSelected() throws InterruptedException {
      built(
          "<List name='l' selectionMode='multipleInterval' visibleRowCount='3'"
              + " layoutOrientation='verticalWrap'><Item text='a'/>"
              + "<Item text='b' selected='true'/><Item text='c' selected='true'/></List>",
          tree -> {
            JList<?> list = tree.find("l", JList.class);
            assertThat(list.getModel().getSize()).isEqualTo(3);
            assertThat(list.getSelectedIndices()).containsExactly(1, 2);
            assertThat(list.getVisibleRowCount()).isEqualTo(3);
            assertThat(list.getLayoutOrientation()).isEqualTo(JList.VERTICAL_WRAP);
          });
    }

    @Test
    @SuppressWarnings("unchecked") // what the layout puts into it is text
    void dataOfAListIsNoHtml() throws InterruptedException {
      built(
          "<List name='l'/><ComboBox name='c'/>",
          tree -> {
            JList<String> list = tree.find("l", JList.class);
            JComboBox<String> combo = tree.find("c", JComboBox.class);
            assertThat(
                    isHtml(
                        list.getCellRenderer()
                            .getListCellRendererComponent(list, HTML, 0, false, false)))
                .isFalse();
            assertThat(
                    isHtml(
                        combo
                            .getRenderer()
                            .getListCellRendererComponent(list, HTML, 0, false, false)))
                .isFalse();
          });
    }
  }

  @Nested
  class ToolTips {
    @Test
    void ofDataAreNoHtml() throws InterruptedException {
      built(
          "<List name='list'/><ComboBox name='box'/><Tree name='tree'/>"
              + "<Table name='table'><Column title='x'/></Table>",
          tree -> {
            for (JComponent view :
                List.of(
                    tree.find("list", JList.class),
                    tree.find("box", JComboBox.class),
                    tree.find("tree", JTree.class),
                    tree.find("table", JTable.class),
                    tree.find("table", JTable.class).getTableHeader())) {
              JToolTip tip = view.createToolTip();
              tip.setTipText(HTML);
              assertThat(isHtml(tip)).as("%s", view.getClass()).isFalse();
            }
          });
    }
  }

  @Nested
  class Links {
    @Test
    void mayLeadToAnElementWhateverTheLettersOfItsName() throws InterruptedException {
      built(
          "<Panel name='panel'><Label name='cityField' text='x' cell='pos 10 10'/>"
              + "<Label name='after' text='x' cell='pos cityField.x2 cityField.y'/></Panel>",
          tree -> {
            JPanel panel = tree.find("panel", JPanel.class);
            panel.setSize(300, 200);
            panel.doLayout();
            Component before = tree.find("cityField", JLabel.class);
            assertThat(tree.find("after", JLabel.class).getLocation())
                .isEqualTo(new Point(before.getX() + before.getWidth(), 10));
          });
    }
  }

  @Nested
  class Titles {
    private static int widthOf(JComponent area, String title) {
      return area.getFontMetrics(UIManager.getFont("TitledBorder.font")).stringWidth(title);
    }

    @Test
    void areInABorderAroundAPanelOrBox() throws InterruptedException {
      String title = "A title that is longer than what is below it";
      built(
          "<Panel name='panel' title='"
              + title
              + "'><Label text='x'/></Panel>"
              + "<HorizontalBox name='box' title='"
              + title
              + "'><Label text='x'/></HorizontalBox>",
          tree -> {
            for (JComponent area :
                List.of(tree.find("panel", JPanel.class), tree.find("box", Box.class))) {
              TitledBorder border = (TitledBorder) area.getBorder();
              assertThat(border.getTitle()).isEqualTo(title);
              assertThat(area.getPreferredSize().width).isGreaterThan(widthOf(area, title));
            }
            assertThat(tree.find("panel", JPanel.class).getAccessibleContext().getAccessibleName())
                .isEqualTo(title);
          });
    }

    @Test
    void haveTheFontAndTheColorsOfTheTheme() throws InterruptedException {
      built(
          "<Panel name='panel' title='Address'/>",
          tree -> {
            TitledBorder border = (TitledBorder) tree.find("panel", JPanel.class).getBorder();
            Font before = UIManager.getFont("TitledBorder.font");
            UIManager.put("TitledBorder.font", before.deriveFont(40f));
            UIManager.put("TitledBorder.titleColor", Color.RED);
            try {
              assertThat(border.getTitleFont().getSize()).isEqualTo(40);
              assertThat(border.getTitleColor()).isEqualTo(Color.RED);
            } finally {
              UIManager.put("TitledBorder.font", null);
              UIManager.put("TitledBorder.titleColor", null);
            }
          });
    }
  }

  @Nested
  class Trees {
    @Test
    void aTreeHasNodesWhichCanBeOpen() throws InterruptedException {
      built(
          "<Tree name='t' rootVisible='false' showsRootHandles='true' selectionMode='single'>"
              + "<Node text='root'><Node text='a' expanded='true'><Node text='a1'/></Node>"
              + "<Node text='b'><Node text='b1'/></Node></Node></Tree>",
          tree -> {
            JTree it = tree.find("t", JTree.class);
            assertThat(it.getRowCount()).as("a, a1, b").isEqualTo(3);
            assertThat(it.getPathForRow(1).getLastPathComponent()).hasToString("a1");
            assertThat(it.getSelectionModel().getSelectionMode())
                .isEqualTo(TreeSelectionModel.SINGLE_TREE_SELECTION);
          });
    }

    @Test
    void aTreeWithoutNodesIsEmptyAndNotSwingsExample() throws InterruptedException {
      built(
          "<Tree name='t'/>",
          tree -> assertThat(tree.find("t", JTree.class).getRowCount()).isZero());
    }

    @Test
    void dataOfATreeIsNoHtml() throws InterruptedException {
      built(
          "<Tree name='t'><Node text='x'/></Tree>",
          tree -> {
            JTree it = tree.find("t", JTree.class);
            assertThat(
                    isHtml(
                        it.getCellRenderer()
                            .getTreeCellRendererComponent(it, HTML, false, false, true, 0, false)))
                .isFalse();
          });
    }
  }

  @Nested
  class Tables {
    private static final String PEOPLE =
        "<ScrollPane><Table name='t' autoCreateRowSorter='true' selectionMode='single'>"
            + "<Column title='Name' width='120' editable='true'/>"
            + "<Column title='Age' type='integer' sortable='false'/>"
            + "<Column title='Born' type='date'/><Column title='Active' type='boolean'/>"
            + "</Table></ScrollPane>";

    @Test
    void aTableHasColumnsAndItsRowsComeFromCode() throws InterruptedException {
      built(
          PEOPLE,
          tree -> {
            JTable table = tree.find("t", JTable.class);
            TableRows.of(table).add("Ada", 36, LocalDate.of(1815, 12, 10), true);
            assertThat(table.getColumnCount()).isEqualTo(4);
            assertThat(table.getColumnName(1)).isEqualTo("Age");
            assertThat(table.getColumnModel().getColumn(0).getPreferredWidth()).isEqualTo(120);
            assertThat(table.getColumnClass(3)).isEqualTo(Boolean.class);
            assertThat(table.getSelectionModel().getSelectionMode())
                .isEqualTo(ListSelectionModel.SINGLE_SELECTION);
            assertThat(table.getValueAt(0, 1)).isEqualTo(36);
            assertThat(table.isCellEditable(0, 0)).isTrue();
            assertThat(table.isCellEditable(0, 1)).isFalse();
          });
    }

    @Test
    void rowsAreSortedByTheColumnsThatMayBe() throws InterruptedException {
      built(
          PEOPLE,
          tree -> {
            JTable table = tree.find("t", JTable.class);
            TableRows.of(table)
                .setAll(
                    List.of(
                        List.of("B", 1, LocalDate.EPOCH, true),
                        List.of("A", 2, LocalDate.EPOCH, true)));
            table.getRowSorter().toggleSortOrder(1);
            assertThat(table.getRowSorter().getSortKeys()).isEmpty();
            table.getRowSorter().toggleSortOrder(0);
            assertThat(table.getRowSorter().getSortKeys().get(0).getSortOrder())
                .isEqualTo(SortOrder.ASCENDING);
            assertThat(table.getValueAt(0, 0)).isEqualTo("A");
          });
    }

    @Test
    void aDayIsEditedAsItIsWritten() throws InterruptedException {
      built(
          "<Table name='t'><Column title='Born' type='date' editable='true'/></Table>",
          tree -> {
            JTable table = tree.find("t", JTable.class);
            TableRows.of(table).add(LocalDate.of(1815, 12, 10));
            assertThat(edit(table)).isEqualTo("1815-12-10");
            assertThat(typed(table, "10.12.1816")).isFalse();
            assertThat(((LineBorder) editor(table).getBorder()).getLineColor())
                .as("as with Swing's own editors")
                .isEqualTo(Color.RED);
            assertThat(typed(table, "2026-02-30")).as("no such day").isFalse();
            assertThat(typed(table, "1816-12-10")).isTrue();
            assertThat(table.getValueAt(0, 0)).isEqualTo(LocalDate.of(1816, 12, 10));
            assertThat(edit(table)).isEqualTo("1816-12-10");
            assertThat(((LineBorder) editor(table).getBorder()).getLineColor())
                .isEqualTo(Color.BLACK);
            assertThat(typed(table, "")).isTrue();
            assertThat(table.getValueAt(0, 0)).isNull();
            assertThat(edit(table)).isEmpty();
          });
    }

    @Test
    void aNumberIsEditedInTheLanguageInWhichItIsShown() throws InterruptedException {
      built(
          "<Table name='t'><Column title='Price' type='number' editable='true'/></Table>",
          tree -> {
            JTable table = tree.find("t", JTable.class);
            table.setLocale(Locale.GERMANY);
            TableRows.of(table).add(1234.56789);
            assertThat(edit(table)).as("all of it").isEqualTo("1234,56789");
            assertThat(typed(table, "1.5")).as("in another language").isFalse();
            assertThat(typed(table, "1,5")).isTrue();
            assertThat(table.getValueAt(0, 0)).isEqualTo(1.5);
          });
    }

    private static JTextField editor(JTable table) {
      return (JTextField) table.getEditorComponent();
    }

    /** Begins to edit the first cell, and returns what is to be edited. */
    private static String edit(JTable table) {
      assertThat(table.editCellAt(0, 0)).isTrue();
      return editor(table).getText();
    }

    /** Tells whether a text was taken. */
    private static boolean typed(JTable table, String text) {
      editor(table).setText(text);
      return table.getCellEditor().stopCellEditing();
    }

    @Test
    void aColumnIsFoundByItsNameWhateverItsTitle() throws InterruptedException {
      built(
          "<Table name='t'><Column name='born' title='Year of birth'/><Column title='Age'/></Table>",
          tree -> {
            JTable table = tree.find("t", JTable.class);
            assertThat(table.getColumn("born").getHeaderValue()).isEqualTo("Year of birth");
            assertThat(table.getColumn("Age").getHeaderValue()).isEqualTo("Age");
          });
    }

    @Test
    void rowsThatDoNotFitAreRefusedAndChangeNothing() throws InterruptedException {
      built(
          PEOPLE,
          tree -> {
            TableRows rows = TableRows.of(tree.find("t", JTable.class));
            rows.add("Ada", 36, null, null);
            assertThatThrownBy(() -> rows.add("Bob"))
                .hasMessage("a row of this table has 4 cells, not 1");
            assertThatThrownBy(() -> rows.setAll(List.of(List.of("B", "old", "", true))))
                .hasMessage(
                    "the column \"Age\" is of type integer and takes the type Integer, not String");
            assertThat(rows.getRowCount()).isEqualTo(1);
            assertThat(rows.get(0)).containsExactly("Ada", 36, null, null);
            rows.remove(0);
            assertThat(rows.getRowCount()).isZero();
          });
    }

    @Test
    void rowsOfAnotherModelAreSortedAsWell() throws InterruptedException {
      built(
          PEOPLE,
          tree -> {
            JTable table = tree.find("t", JTable.class);
            TableRows.of(table).add("Ada", 36, null, null);
            table.setModel(
                new DefaultTableModel(new Object[][] {{"b"}, {"a"}, {"c"}}, new Object[] {"x"}));
            table.setRowSelectionInterval(2, 2);
            assertThat(table.getRowSorter().getModel()).isSameAs(table.getModel());
            table.getRowSorter().toggleSortOrder(0);
            assertThat(table.convertRowIndexToModel(0)).isEqualTo(1);
          });
    }

    @Test
    void rowsOfAnotherModelAreNotOurs() throws InterruptedException {
      built(
          "<Label/>",
          tree ->
              assertThatThrownBy(() -> TableRows.of(new JTable()))
                  .hasMessageContaining("DefaultTableModel"));
    }

    @Test
    void dataOfATableIsNoHtml() throws InterruptedException {
      built(
          PEOPLE,
          tree -> {
            JTable table = tree.find("t", JTable.class);
            TableRows.of(table).add(HTML, 1, null, null);
            assertThat(isHtml(table.prepareRenderer(table.getCellRenderer(0, 0), 0, 0))).isFalse();
            Component header =
                table
                    .getTableHeader()
                    .getDefaultRenderer()
                    .getTableCellRendererComponent(table, HTML, false, false, -1, 0);
            assertThat(isHtml(header)).isFalse();
          });
    }
  }

  @Nested
  class Texts {
    @Test
    void aFormattedFieldHasItsValueInItsFormat() throws InterruptedException {
      built(
          "<FormattedTextField name='mask' mask='##-UU' text='12-ab'/>"
              + "<FormattedTextField name='number' numberFormat='#0.00' text='2'/>"
              + "<FormattedTextField name='date' dateFormat='yyyy-MM-dd' text='2026-01-31'/>",
          tree -> {
            assertThat(tree.find("mask", JFormattedTextField.class).getText()).isEqualTo("12-AB");
            assertThat(tree.find("number", JFormattedTextField.class).getText())
                .as("in the format, whatever the locale")
                .matches("2.00");
            assertThat(tree.find("number", JFormattedTextField.class).getValue())
                .isInstanceOfSatisfying(
                    Number.class, value -> assertThat(value.doubleValue()).isEqualTo(2));
            assertThat(tree.find("date", JFormattedTextField.class).getText())
                .isEqualTo("2026-01-31");
          });
    }

    @Test
    void ofADateIsOneThatThereIsAndAllOfWhatWasTyped() throws InterruptedException {
      built(
          "<FormattedTextField name='field' dateFormat='yyyy-MM-dd' text='2026-01-31'/>"
              + "<DateSpinner name='spinner' value='2026-01-31'/>",
          tree -> {
            JFormattedTextField field = tree.find("field", JFormattedTextField.class);
            JFormattedTextField spinner =
                ((JSpinner.DefaultEditor) tree.find("spinner", JSpinner.class).getEditor())
                    .getTextField();
            for (JFormattedTextField it : List.of(field, spinner)) {
              for (String wrong : List.of("2026-02-30", "2026-13-01", "2026-01-30 or so")) {
                it.setText(wrong);
                assertThatThrownBy(it::commitEdit).as(wrong).isInstanceOf(ParseException.class);
              }
              it.setText("2026-02-28");
              assertThatCode(it::commitEdit).doesNotThrowAnyException();
              assertThat(it.getText()).isEqualTo("2026-02-28");
            }
          });
    }

    @Test
    void twoWindowsDoNotShareAFormatter() throws InterruptedException {
      built(
          "<FormattedTextField name='a' mask='##'/><FormattedTextField name='b' mask='##'/>",
          tree ->
              assertThat(tree.find("a", JFormattedTextField.class).getFormatter())
                  .isNotSameAs(tree.find("b", JFormattedTextField.class).getFormatter()));
    }

    @Test
    void longTextsArePlain() throws InterruptedException {
      built(
          "<EditorPane name='e' text='one' editable='false'/><TextPane name='p' text='two'/>",
          tree -> {
            JEditorPane pane = tree.find("e", JEditorPane.class);
            assertThat(pane.getContentType()).isEqualTo("text/plain");
            assertThat(pane.isEditable()).isFalse();
            pane.setText(HTML);
            assertThat(pane.getText()).isEqualTo(HTML);
            assertThat(tree.find("p", JTextPane.class).getText()).isEqualTo("two");
          });
    }
  }

  @Nested
  class Spinners {
    @Test
    void aSpinnerOfDecimalsCountsThemAsTheyAreWritten() throws InterruptedException {
      built(
          "<DecimalSpinner name='s' minimum='0' maximum='0.35' stepSize='0.1' value='0.1'"
              + " onChange='Share'/>",
          tree -> {
            JSpinner spinner = tree.find("s", JSpinner.class);
            assertThat(textOf(spinner)).isEqualTo(decimal("0.1"));
            spinner.setValue(spinner.getNextValue());
            spinner.setValue(spinner.getNextValue());
            assertThat(spinner.getValue()).isEqualTo(new BigDecimal("0.3"));
            assertThat(spinner.getNextValue()).as("beyond the maximum").isNull();
            assertThat(spinner.getPreviousValue()).isEqualTo(new BigDecimal("0.2"));
            spinner.setValue(0.0);
            assertThat(spinner.getPreviousValue()).as("below the minimum").isNull();
          });
      assertThat(raised)
          .containsExactly(new Edited("s", "0.2"), new Edited("s", "0.3"), new Edited("s", "0"));
    }

    @Test
    void withoutAValueStartAtTheEndOfTheirRangeThatIsNearest() throws InterruptedException {
      built(
          "<Spinner name='above' minimum='10' maximum='20'/><Spinner name='below' maximum='-3'/>"
              + "<Spinner name='around' minimum='-1' maximum='1'/>"
              + "<DecimalSpinner name='share' minimum='0.5'/>"
              + "<DecimalSpinner name='debt' maximum='-0.5'/>"
              + "<DateSpinner name='later' minimum='9000-01-01'/>"
              + "<DateSpinner name='before' maximum='1700-12-31'/>",
          tree -> {
            JSpinner above = tree.find("above", JSpinner.class);
            assertThat(above.getValue()).isEqualTo(10);
            assertThat(above.getNextValue()).isEqualTo(11);
            assertThat(textOf(above)).isEqualTo("10");
            assertThat(tree.find("below", JSpinner.class).getValue()).isEqualTo(-3);
            assertThat(tree.find("around", JSpinner.class).getValue()).isEqualTo(0);
            assertThat(tree.find("share", JSpinner.class).getValue())
                .isEqualTo(new BigDecimal("0.5"));
            assertThat(tree.find("debt", JSpinner.class).getValue())
                .isEqualTo(new BigDecimal("-0.5"));
            assertThat(textOf(tree.find("later", JSpinner.class))).isEqualTo("9000-01-01");
            assertThat(textOf(tree.find("before", JSpinner.class))).isEqualTo("1700-12-31");
          });
      assertThat(raised).isEmpty();
    }

    @Test
    void aSpinnerOfDecimalsShowsAsManyDigitsAsItsStepHasAndMoreIfTheValueHas()
        throws InterruptedException {
      built(
          "<DecimalSpinner name='s' stepSize='0.05' value='1000'/>",
          tree -> {
            JSpinner spinner = tree.find("s", JSpinner.class);
            spinner.setValue(0.5);
            assertThat(textOf(spinner)).isEqualTo(decimal("0.50"));
            spinner.setValue(0.123456);
            assertThat(textOf(spinner)).isEqualTo(decimal("0.123456"));
          });
    }

    @Test
    void ofNumbersWriteThemAsTheLayoutSays() throws InterruptedException {
      built(
          "<Spinner name='port' maximum='65535' value='8080' numberFormat='0'/>"
              + "<DecimalSpinner name='share' stepSize='0.01' value='0.5' numberFormat='0%'/>"
              + "<DecimalSpinner name='price' value='1234.5' numberFormat='0.00'/>"
              + "<DecimalSpinner name='whole' value='1' numberFormat='0'/>",
          tree -> {
            JSpinner port = tree.find("port", JSpinner.class);
            assertThat(textOf(port)).isEqualTo("8080");
            port.setValue(port.getNextValue());
            assertThat(textOf(port)).isEqualTo("8081");
            type(port, "9090");
            assertThat(port.getValue()).isEqualTo(9090);
            JSpinner whole = tree.find("whole", JSpinner.class);
            type(whole, "2");
            assertThat(whole.getValue()).isEqualTo(new BigDecimal("2"));
            type(whole, decimal("1.5"));
            assertThat(whole.getValue()).as("what it shows").isEqualTo(BigDecimal.ONE);
            JSpinner share = tree.find("share", JSpinner.class);
            assertThat(textOf(share)).isEqualTo("50%");
            share.setValue(share.getNextValue());
            assertThat(textOf(share)).isEqualTo("51%");
            assertThat(textOf(tree.find("price", JSpinner.class))).isEqualTo(decimal("1234.50"));
          });
    }

    @Test
    void aSpinnerOfDecimalsTakesWhatIsTypedWithinItsRange() throws InterruptedException {
      built(
          "<DecimalSpinner name='s' minimum='0' maximum='1' stepSize='0.05' onChange='Share'/>",
          tree -> {
            JSpinner spinner = tree.find("s", JSpinner.class);
            type(spinner, decimal("0.33"));
            type(spinner, decimal("0.330"));
            assertThat(spinner.getValue()).isEqualTo(new BigDecimal("0.33"));
            assertThatThrownBy(() -> type(spinner, decimal("1.01")))
                .hasCauseInstanceOf(ParseException.class);
            assertThat(spinner.getValue()).isEqualTo(new BigDecimal("0.33"));
            assertThatThrownBy(() -> spinner.setValue(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
          });
      assertThat(raised).containsExactly(new Edited("s", "0.33"));
    }

    private static String textOf(JSpinner spinner) {
      return ((JSpinner.DefaultEditor) spinner.getEditor()).getTextField().getText();
    }

    /** As it is written where this runs. */
    private static String decimal(String number) {
      return number.replace('.', new DecimalFormatSymbols().getDecimalSeparator());
    }

    private static void type(JSpinner spinner, String text) {
      ((JSpinner.DefaultEditor) spinner.getEditor()).getTextField().setText(text);
      try {
        spinner.commitEdit();
      } catch (ParseException refused) {
        throw new IllegalStateException(refused);
      }
    }

    @Test
    void aDateIsChosenBetweenTwoDays() throws InterruptedException {
      built(
          "<DateSpinner name='d' minimum='2026-01-01' maximum='2026-01-31' value='2026-01-31'"
              + " onChange='Day'/>",
          tree -> {
            JSpinner spinner = tree.find("d", JSpinner.class);
            assertThat(((SpinnerDateModel) spinner.getModel()).getStart()).isNotNull();
            assertThat(spinner.getNextValue()).as("February is too late").isNull();
            spinner.setValue(spinner.getPreviousValue());
            assertThat(raised).containsExactly(new Edited("d", "2026-01-30"));
          });
    }

    @Test
    void aTextIsChosenFromAList() throws InterruptedException {
      built(
          "<ListSpinner name='s' onChange='Size'><Item text='small'/>"
              + "<Item text='middle' selected='true'/><Item text='large'/></ListSpinner>",
          tree -> {
            JSpinner spinner = tree.find("s", JSpinner.class);
            assertThat(spinner.getValue()).isEqualTo("middle");
            raised.clear();
            spinner.setValue(spinner.getNextValue());
            assertThat(raised).containsExactly(new Chosen("s", 2, "large"));
          });
    }

    @Test
    void aTextBeginsWhereTextsDoInEachTheme() throws InterruptedException {
      built(
          "<ListSpinner name='s'><Item text='small'/></ListSpinner>",
          tree -> {
            JSpinner spinner = tree.find("s", JSpinner.class);
            SwingUtilities.updateComponentTreeUI(spinner); // as a theme does
            assertThat(((JSpinner.DefaultEditor) spinner.getEditor()).getTextField())
                .extracting(JTextField::getHorizontalAlignment)
                .isEqualTo(SwingConstants.LEADING);
          });
    }
  }

  @Nested
  class Menus {
    @Test
    void aContextMenuIsSharedByComponentsThatMayStandBeforeIt() throws InterruptedException {
      built(
          "<TextField name='a' componentPopupMenu='#edit'/>"
              + "<TextField name='b' componentPopupMenu='#edit'/>"
              + "<PopupMenu name='edit'><MenuItem text='Copy'/><Separator/>"
              + "<Menu text='More'><MenuItem text='Paste'/></Menu></PopupMenu>",
          tree -> {
            JPopupMenu menu = tree.find("edit", JPopupMenu.class);
            assertThat(menu.getComponents())
                .hasExactlyElementsOfTypes(
                    JMenuItem.class, JPopupMenu.Separator.class, JMenu.class);
            assertThat(tree.find("a", JTextField.class).getComponentPopupMenu()).isSameAs(menu);
            assertThat(tree.find("b", JTextField.class).getComponentPopupMenu()).isSameAs(menu);
            assertThat(menu.getParent()).as("it is no part of the content").isNull();
          });
    }

    @Test
    void aLabelSaysWhatItIsFor() throws InterruptedException {
      built(
          "<Label name='l' labelFor='#field' text='&amp;Name'/><TextField name='field'/>",
          tree ->
              assertThat(tree.find("l", JLabel.class).getLabelFor())
                  .isSameAs(tree.find("field", JTextField.class)));
    }
  }

  @Nested
  class Places {
    @Test
    void aBoxHasComponentsAndTheSpaceBetweenThem() throws InterruptedException {
      built(
          "<HorizontalBox name='h'><Button text='a'/><Glue/><HorizontalStrut width='12'/>"
              + "<RigidArea size='3x4'/></HorizontalBox><VerticalBox name='v'>"
              + "<VerticalStrut height='7'/></VerticalBox>"
              + "<ToolBar name='bar'><Button/><Glue/><Button/></ToolBar>",
          tree -> {
            Box box = tree.find("h", Box.class);
            assertThat(box.getComponent(1).getMaximumSize().width).isEqualTo(Short.MAX_VALUE);
            assertThat(box.getComponent(2).getPreferredSize()).isEqualTo(new Dimension(12, 0));
            assertThat(box.getComponent(3).getMaximumSize()).isEqualTo(new Dimension(3, 4));
            assertThat(tree.find("v", Box.class).getPreferredSize().height).isEqualTo(7);
            assertThat(tree.find("bar", JToolBar.class).getComponent(1))
                .isInstanceOf(Box.Filler.class);
          });
    }

    @Test
    void aLineInABoxOrToolBarLiesAcrossItAndTakesNoMoreThanItsOwnRoom()
        throws InterruptedException {
      String content = "<Label text='a'/><Separator name='%s'/><Label text='b'/>";
      built(
          "<HorizontalBox name='row'>"
              + content.formatted("inRow")
              + "</HorizontalBox><VerticalBox name='column'>"
              + content.formatted("inColumn")
              + "</VerticalBox><ToolBar name='bar'>"
              + content.formatted("inBar")
              + "</ToolBar><ToolBar name='standing' orientation='vertical'>"
              + content.formatted("inStanding")
              + "</ToolBar>",
          tree -> {
            for (String area : List.of("row", "column", "bar", "standing")) {
              JComponent it = tree.find(area, JComponent.class);
              it.setSize(400, 400);
              it.doLayout();
            }
            assertAcross(tree, "inRow", SwingConstants.VERTICAL);
            assertAcross(tree, "inColumn", SwingConstants.HORIZONTAL);
            assertAcross(tree, "inBar", SwingConstants.VERTICAL);
            assertAcross(tree, "inStanding", SwingConstants.HORIZONTAL);
            assertThat(tree.find("inBar", JSeparator.class))
                .as("what JToolBar.addSeparator adds")
                .isInstanceOf(JToolBar.Separator.class);
          });
    }

    private static void assertAcross(ComponentTree tree, String name, int orientation) {
      JSeparator line = tree.find(name, JSeparator.class);
      boolean stands = orientation == SwingConstants.VERTICAL;
      assertThat(line.getOrientation()).as(name).isEqualTo(orientation);
      assertThat(stands ? line.getWidth() : line.getHeight()).as(name).isBetween(1, 20);
    }

    @Test
    void aDesktopHasFramesWithContent() throws InterruptedException {
      built(
          "<DesktopPane name='d'><InternalFrame name='a' title='A' location='5x6' size='200x100'"
              + " closable='true'><Button name='b'/></InternalFrame>"
              + "<InternalFrame name='packed' title='P'><Label text='x'/></InternalFrame>"
              + "</DesktopPane>",
          tree -> {
            JInternalFrame frame = tree.find("a", JInternalFrame.class);
            assertThat(frame.getDesktopPane()).isSameAs(tree.find("d", JDesktopPane.class));
            assertThat(frame.getLocation()).isEqualTo(new Point(5, 6));
            assertThat(frame.getSize()).isEqualTo(new Dimension(200, 100));
            assertThat(frame.isVisible()).isTrue();
            assertThat(frame.isClosable()).isTrue();
            assertThat(tree.find("packed", JInternalFrame.class).getHeight()).isPositive();
            Container content = frame.getContentPane();
            assertThat(content.getComponent(0).getName()).isEqualTo("b");
          });
    }

    @Test
    void layersLieOverEachOther() throws InterruptedException {
      built(
          "<LayeredPane name='p'><Layer name='front' position='100'><Label name='top'/></Layer>"
              + "<Layer><Label name='bottom'/></Layer></LayeredPane>",
          tree -> {
            JLayeredPane pane = tree.find("p", JLayeredPane.class);
            Container top = tree.find("top", JLabel.class).getParent();
            assertThat(pane.getIndexOf(top)).as("the first is in front").isZero();
            assertThat(JLayeredPane.getLayer((JComponent) top)).isEqualTo(100);
            assertThat(top.isOpaque()).isFalse();
            assertThat(tree.find("front", JPanel.class)).isSameAs(top);
          });
    }
  }

  @Nested
  class Choosers {
    @Test
    void aFileChooserTellsWhatWasChosen() throws InterruptedException {
      built(
          "<FileChooser name='f' dialogType='save' fileSelectionMode='filesAndDirectories'"
              + " onAction='Saved'/>",
          tree -> {
            JFileChooser chooser = tree.find("f", JFileChooser.class);
            assertThat(chooser.getDialogType()).isEqualTo(JFileChooser.SAVE_DIALOG);
            chooser.cancelSelection();
            assertThat(raised).containsExactly(new FilesChosen("f", false, List.of()));
          });
    }

    @Test
    void aColorChooserTellsTheColorAsALayoutWritesIt() throws InterruptedException {
      built(
          "<ColorChooser name='c' color='#1e90ff' onChange='Color'/>",
          tree -> {
            JColorChooser chooser = tree.find("c", JColorChooser.class);
            assertThat(chooser.getColor()).isEqualTo(new Color(0x1e90ff));
            chooser.setColor(new Color(0x00ff10));
            assertThat(raised).containsExactly(new ColorChosen("c", "#00ff10"));
          });
    }
  }

  @Nested
  class ToolTipsSetByCode {
    /** Elements of a kind, in what they need around them. */
    static Stream<Arguments> families() {
      return Stream.of(
          arguments("buttons", "<Button name='it'/>"),
          arguments("check boxes", "<CheckBox name='it'/>"),
          arguments("radio buttons", "<RadioButton name='it'/>"),
          arguments("toggle buttons", "<ToggleButton name='it'/>"),
          arguments("labels", "<Label name='it' text='x'/>"),
          arguments("fields", "<TextField name='it'/>"),
          arguments("password fields", "<PasswordField name='it'/>"),
          arguments("formatted fields", "<FormattedTextField name='it'/>"),
          arguments("text areas", "<TextArea name='it'/>"),
          arguments("text panes", "<TextPane name='it'/>"),
          arguments("pages", "<EditorPane name='it'/>"),
          arguments("spinners", "<Spinner name='it'/>"),
          arguments("sliders", "<Slider name='it'/>"),
          arguments("scroll bars", "<ScrollBar name='it'/>"),
          arguments("progress bars", "<ProgressBar name='it'/>"),
          arguments("lists", "<List name='it'/>"),
          arguments("combo boxes", "<ComboBox name='it'/>"),
          arguments("tables", "<Table name='it'/>"),
          arguments("trees", "<Tree name='it'/>"),
          arguments("panels", "<Panel name='it'/>"),
          arguments("tabs", "<TabbedPane name='it'/>"),
          arguments("scroll panes", "<ScrollPane name='it'><TextArea/></ScrollPane>"),
          arguments("tool bars", "<ToolBar name='it'/>"),
          arguments(
              "menus",
              "<Panel><Button componentPopupMenu='#p'/></Panel>"
                  + "<PopupMenu name='p'><MenuItem name='it' text='x'/></PopupMenu>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void areNoHtml(String family, String element) throws InterruptedException {
      built(
          element,
          tree -> {
            JComponent it = tree.find("it", JComponent.class);
            assertThat(shownToolTip(it, HTML)).as(family).isFalse();
            assertThat(it.getToolTipText()).as("what code has set").isEqualTo(HTML);
          });
    }

    @Test
    void areNoHtmlWhateverStandardTagItIs() throws InterruptedException {
      Edt.call(
          () -> {
            for (String name : ComponentRegistry.standard().names()) {
              Tag<?> tag = ComponentRegistry.standard().find(name).orElseThrow();
              if (tag.factory().get() instanceof JComponent it) {
                it.putClientProperty("html.disable", true); // as for all elements of layouts
                assertThat(shownToolTip(it, HTML)).as(name).isFalse();
              }
            }
            return true;
          });
    }

    @Test
    void areHtmlWhereCodeAsksForIt() throws InterruptedException {
      built(
          "<Button name='it'/>",
          tree -> {
            JButton it = tree.find("it", JButton.class);
            it.putClientProperty("html.disable", false);
            assertThat(shownToolTip(it, HTML)).isTrue();
          });
    }

    /** Shows it as Swing's manager of tool tips does. */
    private static boolean shownToolTip(JComponent of, String text) {
      of.setToolTipText(text);
      JToolTip tip = of.createToolTip();
      tip.setTipText(of.getToolTipText());
      return isHtml(tip);
    }
  }
}
