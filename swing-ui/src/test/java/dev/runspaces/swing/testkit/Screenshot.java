package dev.runspaces.swing.testkit;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * A picture of the whole display, attached to the failure that it explains.
 *
 * <p>Suppressed exceptions are the one thing that every test report prints along with a failure, so
 * this is one; it has no stack trace, only the address of the picture.
 */
final class Screenshot extends Exception {

  /** Maven names the module's folder; elsewhere it is the working directory. */
  static final Path FOLDER =
      Path.of(System.getProperty("basedir", ""), "target", "gui-failures").toAbsolutePath();

  private static final long serialVersionUID = 1;

  private Screenshot(Path file) {
    super(file.toUri().toString(), null, false, false);
  }

  static void attachTo(Throwable failure, ExtensionContext context) {
    if (failure instanceof TestAbortedException) {
      return;
    }
    try {
      Path file = fileFor(context);
      Rectangle display = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
      Files.createDirectories(FOLDER);
      ImageIO.write(new Robot().createScreenCapture(display), "png", file.toFile());
      failure.addSuppressed(new Screenshot(file));
    } catch (AWTException | IOException noPicture) {
      failure.addSuppressed(noPicture);
    }
  }

  private static Path fileFor(ExtensionContext context) {
    Class<?> type = context.getRequiredTestClass();
    String typeName = type.getName().substring(type.getPackageName().length() + 1);
    return FOLDER.resolve(typeName + "-" + context.getRequiredTestMethod().getName() + ".png");
  }
}
