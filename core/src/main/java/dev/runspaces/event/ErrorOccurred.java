package dev.runspaces.event;

import org.jspecify.annotations.Nullable;

/**
 * Something failed in a runspace: the payload of an {@link EngineEvents#ERRORS_OCCURRED} event.
 *
 * @param error what was thrown, by a script, by a handler, or by what belongs to the runspace
 * @param source the name of the runspace in which it was thrown
 * @param event the event that was being handled; null if no handler failed
 * @param subscription whose handler failed; null if no handler failed
 */
public record ErrorOccurred(
    Throwable error, String source, @Nullable Event event, @Nullable Subscription subscription) {

  /**
   * Makes the error of a script, or of other code that belongs to a runspace.
   *
   * @param error what was thrown
   * @param source the name of the runspace
   * @return an error without event and subscription
   */
  public static ErrorOccurred outsideHandlers(Throwable error, String source) {
    return new ErrorOccurred(error, source, null, null);
  }

  /** {@return one sentence for a log: what failed, and where} */
  public String describe() {
    return subscription == null
        ? "error in runspace \"" + source + "\": " + error
        : "error in a handler of runspace \"" + source + "\" on " + event + ": " + error;
  }
}
