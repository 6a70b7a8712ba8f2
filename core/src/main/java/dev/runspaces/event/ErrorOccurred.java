package dev.runspaces.event;

import org.jspecify.annotations.Nullable;

/**
 * Something failed in a runspace: the payload of an {@link EngineEvents#ERRORS_OCCURRED} event.
 *
 * @param error what was thrown, by a script or by a handler
 * @param source the name of the runspace in which it was thrown
 * @param event the event that was being handled; null if a script failed
 * @param subscription whose handler failed; null if a script failed
 */
public record ErrorOccurred(
    Throwable error, String source, @Nullable Event event, @Nullable Subscription subscription) {

  /**
   * Makes the error of a script.
   *
   * @param error what it threw
   * @param source the name of its runspace
   * @return an error without event and subscription
   */
  public static ErrorOccurred inScript(Throwable error, String source) {
    return new ErrorOccurred(error, source, null, null);
  }

  /** {@return one sentence for a log: what failed, and where} */
  public String describe() {
    return subscription == null
        ? "a script in runspace \"" + source + "\" failed: " + error
        : "a handler in runspace \"" + source + "\" failed on " + event + ": " + error;
  }
}
