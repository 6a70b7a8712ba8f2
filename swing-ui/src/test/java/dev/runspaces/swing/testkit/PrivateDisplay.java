package dev.runspaces.swing.testkit;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.io.IOException;
import java.util.Objects;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Gives the test JVM a display of its own, before any test can load AWT.
 *
 * <p>Only on Linux, and not for tests with {@code -Djava.awt.headless=true}. With {@code
 * -Dgui.display=desktop} the tests can be watched, on the display of the person at the desk.
 */
public final class PrivateDisplay implements LauncherSessionListener {

  /** Installs what {@code ./verify} would. */
  private static final String ADVICE =
      "GUI tests need a display; on Debian and Ubuntu this gives them one of their own: "
          + "sudo apt-get install -y --no-install-recommends "
          + "xvfb evilwm libx11-6 libxext6 libxrender1 libxi6 libxtst6 libfontconfig1";

  private static boolean opened;
  private static @Nullable String name;
  private static @Nullable String problem;

  /** For the service loader. */
  public PrivateDisplay() {}

  /**
   * What DISPLAY has to be for a process that a test starts; it would get the one of the person at
   * the desk.
   *
   * @return the name of the display that this JVM uses, "" for none
   */
  public static String name() {
    return name != null ? name : Objects.requireNonNullElse(System.getenv("DISPLAY"), "");
  }

  /** Opens it in the first session of this JVM; AWT would not notice another one. */
  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (opened || !isWanted()) {
      return;
    }
    opened = true;
    try {
      open();
    } catch (IOException | ConditionTimeoutException | LinkageError failure) {
      problem = failure.toString(); // Kept for the tests that cannot do without a display.
    }
  }

  private static boolean isWanted() {
    return System.getProperty("os.name").equals("Linux")
        && !Boolean.getBoolean("java.awt.headless")
        && !System.getProperty("gui.display", "private").equals("desktop");
  }

  private static void open() throws IOException {
    if (Programs.isInstalled("Xvfb")) {
      String display = Xvfb.start();
      WindowManager.startOn(display);
      // Java cannot set DISPLAY, but Xlib asks the C environment for it when AWT first connects.
      LibC.INSTANCE.setenv("DISPLAY", display, 1);
      name = display;
      // Without this AWT looks for DISPLAY in Java's copy of the environment, which is older.
      System.setProperty("java.awt.headless", "false");
    } else if (System.getenv("DISPLAY") != null) {
      System.setProperty("gui.display", "desktop");
      System.err.println("*** There is no Xvfb, so the GUI tests use your desktop:");
      System.err.println("*** leave pointer and keyboard alone until they are done.");
    }
  }

  /** Fails with advice where AWT cannot show a window. */
  static void require() {
    if (Boolean.getBoolean("java.awt.headless")) {
      throw new IllegalStateException(
          "A GUI test cannot run with java.awt.headless=true; named *GuiTest it runs without");
    }
    if (problem != null) {
      throw new IllegalStateException(ADVICE + " (" + problem + ")");
    }
    try {
      Toolkit.getDefaultToolkit();
    } catch (AWTError | LinkageError unusable) {
      throw new IllegalStateException(ADVICE, unusable);
    }
    if (GraphicsEnvironment.isHeadless()) {
      throw new IllegalStateException(ADVICE);
    }
  }
}
