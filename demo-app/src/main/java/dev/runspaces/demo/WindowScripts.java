package dev.runspaces.demo;

import dev.runspaces.Script;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.window.Layout;
import dev.runspaces.swing.window.LayoutWindow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.swing.JButton;

/** What the demo can do with its window, as scripts for the GUI's runspace. */
final class WindowScripts {
  private WindowScripts() {}

  /** Shows the window, and waits until it is closed. */
  static Script<?> onScreen(DemoWindow demo, Layout layout) {
    return context -> {
      LayoutWindow window = layout.open(context);
      demo.furnish(window);
      return window.awaitClosed();
    };
  }

  /** Fails where the window should have been. */
  static Script<?> failing() {
    return context -> {
      throw new IllegalStateException("Test Error");
    };
  }

  /** Plays what a user would do, without a display: clicks twice, looks at it, and closes it. */
  static Script<?> offscreen(DemoWindow demo, Layout layout, Path picture) {
    return Script.action(
        context -> {
          try (LayoutWindow window = layout.openOffscreen(context.runspace())) {
            demo.furnish(window);
            if (window.names().contains("Button1")) {
              JButton button = window.find("Button1", JButton.class);
              for (int click = 0; click < 2; click++) {
                Edt.call(
                    () -> {
                      button.doClick(0);
                      return button;
                    });
              }
            }
            write(window, picture);
          }
        });
  }

  /** Paints the window, and does nothing else with it. */
  static Script<?> snapshot(DemoWindow demo, Layout layout, Path picture) {
    return Script.action(
        context -> {
          try (LayoutWindow window = layout.openOffscreen(context.runspace())) {
            demo.furnish(window);
            write(window, picture);
          }
        });
  }

  private static void write(LayoutWindow window, Path picture)
      throws IOException, InterruptedException {
    // Not straight into the file: ImageIO prints a stack trace where it cannot open one.
    var bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(window.paint(1), "png", bytes)) {
      throw new IOException("this Java cannot write PNG files");
    }
    Files.write(picture, bytes.toByteArray());
  }
}
