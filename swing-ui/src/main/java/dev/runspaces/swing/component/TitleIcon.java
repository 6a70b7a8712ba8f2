package dev.runspaces.swing.component;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.MultiResolutionImage;
import java.util.ArrayList;
import java.util.List;
import javax.swing.Icon;
import javax.swing.ImageIcon;
import javax.swing.JPanel;

/**
 * A picture in a title bar: as large as those are, whatever its own size. For the EDT.
 *
 * @param icon the picture
 */
record TitleIcon(Icon icon) implements Icon {
  /** Logical pixels of a side. */
  private static final int SIZE = 16;

  /** Pixels of a side, of which desktops choose one for each place: title bar, task bar, and so. */
  private static final int[] SIZES = {16, 20, 24, 32, 48, 64, 128};

  @Override
  public int getIconWidth() {
    return UIScale.scale(SIZE);
  }

  @Override
  public int getIconHeight() {
    return UIScale.scale(SIZE);
  }

  @Override
  public void paintIcon(Component on, Graphics graphics, int x, int y) {
    paint(on, (Graphics2D) graphics.create(), x, y, getIconWidth());
  }

  private void paint(Component on, Graphics2D graphics, int x, int y, int size) {
    int width = icon.getIconWidth();
    int height = icon.getIconHeight();
    double scale = (double) size / Math.max(width, height);
    graphics.translate(x + (size - width * scale) / 2, y + (size - height * scale) / 2);
    graphics.scale(scale, scale);
    icon.paintIcon(on, graphics, 0, 0);
    graphics.dispose();
  }

  /** Returns it in the sizes that its file has, or in all if that can be drawn at any. */
  List<Image> images() {
    if (icon instanceof ImageIcon picture && picture.getClass() == ImageIcon.class) {
      return picture.getImage() instanceof MultiResolutionImage several
          ? several.getResolutionVariants()
          : List.of(picture.getImage());
    }
    var images = new ArrayList<Image>();
    for (int size : SIZES) {
      var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
      paint(new JPanel(), image.createGraphics(), 0, 0, size);
      images.add(image);
    }
    return images;
  }
}
