package dev.runspaces;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Code that runs in a runspace. PowerShell's script block.
 *
 * <p>It is called on the runspace's own thread, and never while other code of the same runspace is
 * running.
 *
 * @param <T> the type of its value
 */
@FunctionalInterface
public interface Script<T extends @Nullable Object> {

  /**
   * Runs.
   *
   * @param context the runspace as this script sees it
   * @return the script's value; if it is not null, it also ends the output
   * @throws Exception to fail: the exception is kept in the outcome and becomes an error event
   */
  T run(ScriptContext context) throws Exception;

  /**
   * Makes a script of code that has no value.
   *
   * @param action the code
   * @return a script whose value is null
   */
  @SuppressWarnings("NullAway") // null is the only value that Void has; callers need not say so
  static Script<Void> action(Action action) {
    Objects.requireNonNull(action, "action: an action is needed");
    return context -> {
      action.run(context);
      return null;
    };
  }

  /** The code of a script without a value. */
  @FunctionalInterface
  interface Action {

    /**
     * Runs.
     *
     * @param context the runspace as this script sees it
     * @throws Exception to fail
     */
    void run(ScriptContext context) throws Exception;
  }
}
