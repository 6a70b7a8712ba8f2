package dev.runspaces.swing.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Takes a {@link Screenshot} when a test, its set-up or its clean-up throws: at once, because the
 * window is gone by the time that JUnit tells its watchers of the failure.
 */
final class ScreenshotOnFailure
    implements TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    Screenshot.attachTo(failure, context);
    throw failure;
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    Screenshot.attachTo(failure, context);
    throw failure;
  }

  @Override
  public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    Screenshot.attachTo(failure, context);
    throw failure;
  }
}
