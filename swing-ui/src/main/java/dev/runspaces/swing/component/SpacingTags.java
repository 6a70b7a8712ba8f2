package dev.runspaces.swing.component;

import java.awt.Component;
import java.awt.Dimension;
import java.util.List;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JSeparator;
import javax.swing.SwingConstants;

/** The tags of boxes, and of the space in them. */
final class SpacingTags {
  private static final ValueType<Integer> PIXELS = ValueType.integer(0, 10_000);

  private SpacingTags() {}

  static List<Tag<?>> all() {
    return List.of(
        box("HorizontalBox", BoxLayout.X_AXIS),
        box("VerticalBox", BoxLayout.Y_AXIS),
        Tag.of("Glue", Box.Filler.class, () -> filler(0, Short.MAX_VALUE, 0, Short.MAX_VALUE)),
        Tag.of("HorizontalStrut", Box.Filler.class, () -> filler(0, 0, 0, Short.MAX_VALUE))
            .property(
                "width",
                PIXELS,
                Scaled.length(
                    (strut, width) -> change(strut, filler(width, width, 0, Short.MAX_VALUE)))),
        Tag.of("VerticalStrut", Box.Filler.class, () -> filler(0, Short.MAX_VALUE, 0, 0))
            .property(
                "height",
                PIXELS,
                Scaled.length(
                    (strut, height) -> change(strut, filler(0, Short.MAX_VALUE, height, height)))),
        Tag.of("RigidArea", Box.Filler.class, () -> filler(0, 0, 0, 0))
            .property(
                "size",
                SwingValues.DIMENSION,
                Scaled.size((area, size) -> area.changeShape(size, size, size))));
  }

  private static Tag<Box> box(String name, int axis) {
    return Tag.of(name, Box.class, () -> new Titled.Row(axis))
        .children(Box.Filler.class, Box::add)
        .children(JSeparator.class, (box, line) -> addLine(box, line, axis))
        .children(Component.class, Box::add)
        .property("title", MnemonicText.WITHOUT, Titled::setTitle);
  }

  /**
   * It lies across the box, and is as thick as it says: a box would give it a share of the room.
   */
  private static void addLine(Box box, JSeparator line, int axis) {
    boolean isRow = axis == BoxLayout.X_AXIS;
    line.setOrientation(isRow ? SwingConstants.VERTICAL : SwingConstants.HORIZONTAL);
    Dimension thickness = line.getPreferredSize();
    line.setMaximumSize(
        isRow
            ? new Dimension(thickness.width, Short.MAX_VALUE)
            : new Dimension(Short.MAX_VALUE, thickness.height));
    box.add(line);
  }

  private static Box.Filler filler(int width, int maxWidth, int height, int maxHeight) {
    var least = new Dimension(width, height);
    return new Box.Filler(least, least, new Dimension(maxWidth, maxHeight));
  }

  private static void change(Box.Filler filler, Box.Filler shape) {
    filler.changeShape(shape.getMinimumSize(), shape.getPreferredSize(), shape.getMaximumSize());
  }
}
