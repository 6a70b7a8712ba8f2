package dev.runspaces.swing.testkit;

import java.awt.Component;
import java.awt.Dialog;
import java.awt.Frame;
import java.awt.Window;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;
import javax.swing.SwingUtilities;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A robot that leaves a new window alone until it has arrived.
 *
 * <p>AWT guesses the width of the frame that the window manager will draw, and corrects itself when
 * it is told: a click before that goes 24 pixels beside its target. On a busy machine this was one
 * click in four, with this none.
 */
final class PatientRobot {

  /** They show or ask for a window, so that waiting for it would be in vain. */
  private static final Set<String> IMPATIENT = Set.of("showWindow", "isReadyForInput");

  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final Robot robot = BasicRobot.robotWithNewAwtHierarchy();

  private PatientRobot() {}

  static Robot create() {
    ClassLoader loader = PatientRobot.class.getClassLoader();
    PatientRobot patient = new PatientRobot();
    return (Robot)
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {Robot.class},
            (proxy, method, args) -> patient.act(method, args));
  }

  /** Each input goes to a component, the first argument, or to where an earlier one has been. */
  private @Nullable Object act(Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    if (arguments != null
        && arguments.length > 0
        && arguments[0] instanceof Component target
        && !IMPATIENT.contains(method.getName())) {
      awaitWindowOf(target);
    }
    try {
      return method.invoke(robot, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }

  private void awaitWindowOf(Component target) {
    Window window =
        target instanceof Window itself ? itself : SwingUtilities.getWindowAncestor(target);
    // No window manager moves a popup.
    boolean isFramed = window instanceof Frame || window instanceof Dialog;
    if (isFramed && window.isShowing()) {
      try {
        Awaitility.await()
            .pollInSameThread()
            .pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofMillis(20))
            .atMost(LONGEST)
            .until(() -> robot.isReadyForInput(window));
      } catch (ConditionTimeoutException covered) {
        // By another window, in the middle, which is where this is tried; the target need not be.
      }
    }
  }
}
