package dev.runspaces;

import dev.runspaces.event.EventManager;
import dev.runspaces.stream.DataCollection;
import dev.runspaces.stream.Progress;
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

  /** {@return what the script was given; nothing, unless it was begun by a {@link Shell}} */
  Arguments arguments();

  /**
   * Returns what the invocation is given to work on, perhaps while it runs already: iterating over
   * it waits for more until it is completed. Empty and completed, unless {@link Shell#input} was
   * called. PowerShell's {@code $input}.
   *
   * @return the input
   */
  DataCollection<Object> input();

  /**
   * Adds a value to the invocation's output, where {@link Invocation#output()} sees it at once and
   * no failure loses it. PowerShell's {@code Write-Output}.
   *
   * @param value the value
   */
  void write(Object value);

  /**
   * Tells of an error that does not end the script: in the error stream, and as an error event.
   * PowerShell's {@code Write-Error}.
   *
   * @param error what went wrong
   */
  void writeError(Throwable error);

  /**
   * Tells of something that may be wrong. PowerShell's {@code Write-Warning}.
   *
   * @param text one sentence
   */
  void writeWarning(String text);

  /**
   * Tells more than most readers want to know. PowerShell's {@code Write-Verbose}.
   *
   * @param text one sentence
   */
  void writeVerbose(String text);

  /**
   * Tells what only its author wants to know. PowerShell's {@code Write-Debug}.
   *
   * @param text one sentence
   */
  void writeDebug(String text);

  /**
   * Tells something that is not output. PowerShell's {@code Write-Information}.
   *
   * @param information what to tell
   */
  void writeInformation(Object information);

  /**
   * Tells how far the script has come. PowerShell's {@code Write-Progress}.
   *
   * @param progress how far
   */
  void writeProgress(Progress progress);

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
