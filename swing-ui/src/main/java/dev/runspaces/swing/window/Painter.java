package dev.runspaces.swing.window;

import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import javax.swing.RepaintManager;

/** Makes pictures of components, shown or not. For the EDT. */
final class Painter {
  /** Pixels of a picture; with four bytes each, 400 MB. */
  private static final long MOST = 100_000_000;

  private Painter() {}

  static BufferedImage paint(Component component, double scale) {
    if (!(scale >= 0.1 && scale <= 10)) {
      throw new IllegalArgumentException("a scale of " + scale + " is not between 0.1 and 10");
    }
    component.validate(); // Swing itself lays out again only what is on a screen
    // A layout manager may find that there is less than no room.
    int width = Math.max(1, (int) Math.ceil(component.getWidth() * scale));
    int height = Math.max(1, (int) Math.ceil(component.getHeight() * scale));
    if ((long) width * height > MOST) {
      throw new IllegalArgumentException(
          "a picture of "
              + width
              + " by "
              + height
              + " pixels is larger than "
              + MOST
              + " in all; take a smaller scale");
    }
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    try {
      // Without a display there are no desktop settings that would ask for smooth text.
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.scale(scale, scale);
      paintAsSeen(component, graphics);
    } finally {
      graphics.dispose();
    }
    return picture;
  }

  /** Not as on paper, for which Swing leaves out what is selected in a table. */
  private static void paintAsSeen(Component component, Graphics2D graphics) {
    RepaintManager manager = RepaintManager.currentManager(component);
    boolean buffered = manager.isDoubleBufferingEnabled();
    manager.setDoubleBufferingEnabled(false); // the buffer has the resolution of a screen
    try {
      component.paint(graphics);
    } finally {
      manager.setDoubleBufferingEnabled(buffered);
    }
  }
}
