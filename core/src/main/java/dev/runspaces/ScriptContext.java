package dev.runspaces;

import dev.runspaces.event.EventManager;
import java.util.List;

/**
 * A runspace as the script that runs in it sees it: the first and only argument of a {@link
 * Script}.
 *
 * <p>For use by that script, on its thread, while it runs. {@link #isStopping()} may be read from
 * threads that work for it.
 */
public interface ScriptContext {

  /** {@return the runspace in which the script runs} */
  Runspace runspace();

  /** {@return the runspace's events: {@code runspace().events()}} */
  EventManager events();

  /** {@return the runspace's variables: {@code runspace().variables()}} */
  Variables variables();

  /**
   * Adds a value to the invocation's output, where {@link Invocation#output()} sees it at once and
   * no failure loses it. PowerShell's {@code Write-Output}.
   *
   * @param value the value
   */
  void write(Object value);

  /** {@return what this invocation has written so far, in order; an immutable copy} */
  List<Object> output();

  /**
   * Tells whether the invocation has been asked to stop. A script that works for long asks this now
   * and then, and returns. PowerShell's {@code Stopping}.
   *
   * @return whether to stop
   */
  boolean isStopping();

  /**
   * Ends the script if the invocation has been asked to stop.
   *
   * @throws InvocationStoppedException if it has; let it pass
   */
  void throwIfStopping();
}
