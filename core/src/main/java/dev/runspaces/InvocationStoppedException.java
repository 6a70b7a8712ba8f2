package dev.runspaces;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * An awaited invocation was stopped before it had done its work; or, thrown by {@link
 * ScriptContext#throwIfStopping()}, this script has been asked to stop. What it had produced is in
 * {@link Invocation#outcome()}.
 */
public final class InvocationStoppedException extends CancellationException {
  private static final long serialVersionUID = 1L;

  InvocationStoppedException(String runspace, @Nullable Throwable cause) {
    super("the script in runspace \"" + runspace + "\" was stopped");
    initCause(cause);
  }

  /** One item of several. */
  InvocationStoppedException(@Nullable Object item) {
    super("the script was stopped for " + item);
  }
}
