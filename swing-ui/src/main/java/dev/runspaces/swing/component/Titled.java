package dev.runspaces.swing.component;

import java.awt.Dimension;
import javax.swing.Box;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.border.TitledBorder;

/**
 * The areas of the standard tags that may have a title in a border around them. They are wide
 * enough for it, which Swing leaves to who writes it. For the EDT.
 */
final class Titled {
  /** What a border needs beside its title in pixels, more than it says itself. */
  private static final int BESIDE = 12;

  private Titled() {}

  /** In which a manager places components. */
  static final class Panel extends JPanel {
    private static final long serialVersionUID = 1L;

    @Override
    public Dimension getPreferredSize() {
      return withTitle(this, super.getPreferredSize());
    }
  }

  /** With components in a row, or below each other. */
  static final class Row extends Box {
    private static final long serialVersionUID = 1L;

    Row(int axis) {
      super(axis);
    }

    @Override
    public Dimension getPreferredSize() {
      return withTitle(this, super.getPreferredSize());
    }
  }

  /** Its border and its font are the theme's, and its side is that where lines begin. */
  static void setTitle(JComponent area, String title) {
    if (area.getBorder() instanceof TitledBorder border) {
      border.setTitle(title);
      area.revalidate();
      area.repaint();
    } else {
      area.setBorder(new TitledBorder(title));
    }
  }

  private static Dimension withTitle(JComponent area, Dimension wanted) {
    return area.getBorder() instanceof TitledBorder border && !area.isPreferredSizeSet()
        ? new Dimension(
            Math.max(wanted.width, border.getMinimumSize(area).width + BESIDE), wanted.height)
        : wanted;
  }
}
