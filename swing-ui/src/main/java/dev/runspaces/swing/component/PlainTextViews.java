package dev.runspaces.swing.component;

import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.JToolTip;
import javax.swing.JTree;
import javax.swing.ListCellRenderer;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableCellRenderer;
import javax.swing.tree.TreeCellRenderer;

/**
 * Components that show data in renderers. Swing takes a text for HTML when the renderer gets it, so
 * that each renderer must know before that HTML is off: those that a program sets later, too. So
 * must the tool tip, which may show what is in a cell.
 */
final class PlainTextViews {
  private static final String HTML_OFF = "html.disable";

  private PlainTextViews() {}

  /** Turns HTML off in a renderer, or in a tool tip. */
  private static <R> R plain(R renderer) {
    if (renderer instanceof JComponent component) {
      component.putClientProperty(HTML_OFF, true);
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

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  /** A list without HTML. */
  static final class PlainList extends JList<String> {
    private static final long serialVersionUID = 1L;

    @Override
    public ListCellRenderer<? super String> getCellRenderer() {
      return plain(super.getCellRenderer());
    }

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  /** A table without HTML, in its cells and in its header. */
  static final class PlainTable extends JTable {
    private static final long serialVersionUID = 1L;

    PlainTable(TableRows rows) {
      super(rows);
      setAutoCreateColumnsFromModel(false);
    }

    @Override
    public TableCellRenderer getCellRenderer(int row, int column) {
      return plain(super.getCellRenderer(row, column));
    }

    @Override
    protected JTableHeader createDefaultTableHeader() {
      return new PlainHeader(this);
    }

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  private static final class PlainHeader extends JTableHeader {
    private static final long serialVersionUID = 1L;

    PlainHeader(JTable table) {
      super(table.getColumnModel());
    }

    @Override
    public TableCellRenderer getDefaultRenderer() {
      return plain(super.getDefaultRenderer());
    }

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }

  /** A tree without HTML. */
  static final class PlainTree extends JTree {
    private static final long serialVersionUID = 1L;

    @Override
    public TreeCellRenderer getCellRenderer() {
      return plain(super.getCellRenderer());
    }

    @Override
    public JToolTip createToolTip() {
      return plain(super.createToolTip());
    }
  }
}
