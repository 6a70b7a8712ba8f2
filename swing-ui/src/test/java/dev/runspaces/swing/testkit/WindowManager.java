package dev.runspaces.swing.testkit;

import static org.awaitility.Awaitility.await;

import com.sun.jna.NativeLong;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;

/** Without a window manager AWT takes a dialog to be at (0,0), and the robot clicks beside it. */
final class WindowManager {

  /**
   * The font is the one that an X server has built in; evilwm's own is an extra package. Not twm:
   * it stops the whole display until somebody has shown it where to put a window.
   */
  private static final List<List<String>> COMMANDS =
      List.of(List.of("evilwm", "-fn", "fixed"), List.of("openbox"), List.of("lwm"));

  /**
   * The shell reads from a pipe whose other end this JVM has, so that the window manager goes when
   * the JVM does, even when that is killed, and Xvfb goes after it. A shutdown hook could not do
   * that, and one that took Xvfb away before AWT let go of it would make the JVM exit with 1.
   */
  private static final String RUN_UNTIL_END_OF_INPUT = "\"$@\" & read -r _; kill $!";

  private static final Duration LONGEST_START = Duration.ofSeconds(10);

  private WindowManager() {}

  /** Starts the first one that is installed, and waits until it looks after a window. */
  static void startOn(String display) throws IOException {
    List<String> command =
        COMMANDS.stream()
            .filter(each -> Programs.isInstalled(each.get(0)))
            .findFirst()
            .orElseThrow(() -> new IOException("no window manager of " + COMMANDS));
    // Open until the window manager has connected: Xvfb ends when it loses its last client.
    try (XConnection connection = XConnection.to(display)) {
      NativeLong window = connection.showWindow();
      run(command, display);
      await(command + " on display " + display)
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(20))
          .atMost(LONGEST_START)
          .until(() -> connection.isManaged(window));
    }
  }

  private static void run(List<String> command, String display) throws IOException {
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", RUN_UNTIL_END_OF_INPUT, "sh");
    shell.command().addAll(command);
    shell.environment().put("DISPLAY", display);
    shell.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
  }
}
