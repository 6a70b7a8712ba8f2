package dev.runspaces.swing.component;

import java.awt.Component;
import java.text.NumberFormat;
import java.util.Locale;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.JTree;
import javax.swing.ListCellRenderer;
import javax.swing.event.TableModelEvent;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableCellRenderer;
import javax.swing.tree.TreeCellRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Components that show data in renderers. Swing takes a text for HTML when the renderer gets it, so
 * that each renderer must know before that HTML is off: those that a program sets later, too.
 */
final class PlainTextViews {
  private PlainTextViews() {}

  /** Turns HTML off in a renderer. */
  private static <R> R plain(R renderer) {
    if (renderer instanceof JComponent component) {
      component.putClientProperty(PlainToolTips.HTML_OFF, true);
    }
    return renderer;
  }

  /** A combo box without HTML. */
  static final class PlainComboBox extends JComboBox<String> {
    private static final long serialVersionUID = 1L;

    @Override
    public ListCellRenderer<? super String> getRenderer() {
      return plain(super.getRenderer());
    }
  }

  /** A list without HTML. */
  static final class PlainList extends JList<String> {
    private static final long serialVersionUID = 1L;

    @Override
    public ListCellRenderer<? super String> getCellRenderer() {
      return plain(super.getCellRenderer());
    }
  }

  /** A table without HTML, in its cells and in its header. */
  static final class PlainTable extends JTable {
    private static final long serialVersionUID = 1L;

    PlainTable(TableRows rows) {
      super(rows);
      setAutoCreateColumnsFromModel(false);
      setDefaultRenderer(Double.class, new DecimalCell());
      setDefaultRenderer(Float.class, new DecimalCell());
      CellEditors.install(this);
    }

    @Override
    public TableCellRenderer getCellRenderer(int row, int column) {
      return plain(super.getCellRenderer(row, column));
    }

    /** As trees and lists do, and tables do not: the text begins where the language does. */
    @Override
    public Component prepareRenderer(TableCellRenderer renderer, int row, int column) {
      Component cell = super.prepareRenderer(renderer, row, column);
      cell.setComponentOrientation(getComponentOrientation());
      return cell;
    }

    @Override
    public void tableChanged(TableModelEvent change) {
      super.tableChanged(change);
      if (isEditing()) {
        TableEdits.follow(this, change);
      }
    }

    @Override
    protected JTableHeader createDefaultTableHeader() {
      return new PlainHeader(this);
    }
  }

  /**
   * That of the table; as long as it is the JVM's, which may have another for numbers, that one.
   */
  static Locale languageOfNumbers(JTable table) {
    return table.getLocale().equals(JComponent.getDefaultLocale())
        ? Locale.getDefault(Locale.Category.FORMAT)
        : table.getLocale();
  }

  /** A number in the language of its table; Swing's own is in that of the JVM. */
  private static final class DecimalCell extends DefaultTableCellRenderer.UIResource {
    private static final long serialVersionUID = 1L;

    private Locale language = Locale.getDefault(Locale.Category.FORMAT);

    private NumberFormat format = NumberFormat.getInstance(language);

    DecimalCell() {
      setHorizontalAlignment(RIGHT); // as that of Swing
    }

    @Override
    public Component getTableCellRendererComponent(
        JTable table, Object value, boolean selected, boolean focused, int row, int column) {
      Locale now = languageOfNumbers(table);
      if (!now.equals(language)) {
        language = now;
        format = NumberFormat.getInstance(now);
      }
      return super.getTableCellRendererComponent(table, value, selected, focused, row, column);
    }

    @Override
    protected void setValue(@Nullable Object value) {
      setText(value == null ? "" : format.format(value));
    }
  }

  private static final class PlainHeader extends JTableHeader {
    private static final long serialVersionUID = 1L;

    PlainHeader(JTable table) {
      super(table.getColumnModel());
      putClientProperty(PlainToolTips.HTML_OFF, true); // it is no element itself
    }

    @Override
    public TableCellRenderer getDefaultRenderer() {
      return plain(super.getDefaultRenderer());
    }
  }

  /** A tree without HTML. */
  static final class PlainTree extends JTree {
    private static final long serialVersionUID = 1L;

    @Override
    public TreeCellRenderer getCellRenderer() {
      return plain(super.getCellRenderer());
    }
  }
}
