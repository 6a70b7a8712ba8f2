package dev.runspaces.swing.testkit;

import java.util.List;
import org.assertj.swing.core.Robot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a robot, and takes everything from the screen after it. */
final class GuiExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterTestExecutionCallback,
        AfterEachCallback,
        ParameterResolver {

  // AssertJ Swing's own are 60 and 100, with which a suite of 24 seconds took 40.
  private static final int MILLIS_BETWEEN_INPUTS = 20;
  private static final int MILLIS_AFTER_INPUT = 40;

  @Override
  public void beforeAll(ExtensionContext context) {
    PrivateDisplay.require();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    store(context).put(EdtFailures.class, EdtFailures.collect());
    Robot robot = PatientRobot.create();
    store(context).put(Robot.class, robot);
    robot.settings().delayBetweenEvents(MILLIS_BETWEEN_INPUTS);
    robot.settings().eventPostingDelay(MILLIS_AFTER_INPUT);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Robot.class && context.getTestMethod().isPresent();
  }

  @Override
  public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return store(context).get(Robot.class);
  }

  /** Waits for what the test set off, and looks for failures while its window is still there. */
  @Override
  public void afterTestExecution(ExtensionContext context) {
    try {
      store(context).get(Robot.class, Robot.class).waitForIdle();
      edtFailures(context).throwCollected();
    } catch (Throwable failure) {
      Screenshot.attachTo(failure, context);
      throw failure;
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List<String> leftOpen;
    try {
      leftOpen = LeftOverWindows.dispose();
    } finally {
      edtFailures(context).stopCollecting();
      Robot robot = store(context).get(Robot.class, Robot.class);
      if (robot != null) {
        robot.cleanUp(); // Gives back the screen lock; without it the next test waits for ever.
      }
    }
    edtFailures(context).throwCollected();
    if (!leftOpen.isEmpty() && context.getExecutionException().isEmpty()) {
      throw new AssertionError("Windows that the test left open: " + leftOpen);
    }
  }

  private static EdtFailures edtFailures(ExtensionContext context) {
    return store(context).get(EdtFailures.class, EdtFailures.class);
  }

  private static Store store(ExtensionContext context) {
    return context.getStore(Namespace.create(GuiExtension.class));
  }
}
