package dev.runspaces;

import java.util.List;

/**
 * A runspace was closed, completely, but something that it owned failed on the way. Each failure is
 * {@linkplain Throwable#getSuppressed() suppressed} in this one, in the order in which they came.
 */
public final class RunspaceCloseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RunspaceCloseException(String runspace, List<Throwable> failures) {
    super(
        "runspace \""
            + runspace
            + "\" is closed, but "
            + failures.size()
            + (failures.size() == 1 ? " thing it owned" : " things it owned")
            + " failed to close: "
            + failures.get(0));
    failures.forEach(this::addSuppressed);
  }
}
