package dev.runspaces.demo;

import static org.awaitility.Awaitility.await;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.image.BufferedImage;
import java.time.Duration;

/**
 * A user in front of the display, who sees the window of another process as pixels, and has a
 * pointer. The display is private to the test, and nothing else is on it.
 */
final class Onlooker {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** The height of FlatLaf's title bar, and how far its close button is from its right end. */
  private static final int TITLE_HEIGHT = 34;

  private static final int CLOSE_BUTTON = 18;

  private static final Rectangle NOTHING = new Rectangle();

  private final Robot robot;
  private final Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
  private final int ground;

  Onlooker() throws AWTException {
    robot = new Robot();
    robot.mouseMove(2, 2);
    ground = robot.createScreenCapture(screen).getRGB(0, 0);
  }

  /** Waits until there is a window that stays as it is, and returns where. */
  Rectangle seeWindow() {
    Rectangle[] before = {NOTHING};
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .until(
            this::window,
            now -> {
              boolean steady = now.equals(before[0]);
              before[0] = now;
              return steady && now.width > 50;
            });
  }

  /** Clicks into the middle of the window, below its title. */
  void clickMiddleOf(Rectangle window) {
    click((int) window.getCenterX(), window.y + (TITLE_HEIGHT + window.height) / 2);
  }

  /** Clicks the close button in the window's title bar. */
  void clickCloseButtonOf(Rectangle window) {
    click(window.x + window.width - CLOSE_BUTTON, window.y + TITLE_HEIGHT / 2);
  }

  private void click(int x, int y) {
    robot.mouseMove(x, y);
    robot.waitForIdle();
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
  }

  /** Returns the box around all that is not the ground of the display. */
  private Rectangle window() {
    BufferedImage picture = robot.createScreenCapture(screen);
    Rectangle box = NOTHING;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (picture.getRGB(x, y) != ground) {
          var pixel = new Rectangle(x, y, 1, 1);
          box = box.isEmpty() ? pixel : box.union(pixel);
        }
      }
    }
    return box;
  }
}
