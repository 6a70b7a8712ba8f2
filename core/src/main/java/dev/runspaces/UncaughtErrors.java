package dev.runspaces;

import dev.runspaces.event.ErrorOccurred;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where an error goes that no event handler has handled, and nobody has asked for: to the nearest
 * uncaught handler from its runspace upwards, or to the log.
 *
 * @param above where the parent's go; null at the root
 * @param handler this runspace's own; null if it has none
 */
record UncaughtErrors(@Nullable UncaughtErrors above, @Nullable Consumer<ErrorOccurred> handler) {
  private static final System.Logger LOG = System.getLogger("dev.runspaces");

  void take(ErrorOccurred error) {
    if (handler != null) {
      take(error, handler);
    } else if (above != null) {
      above.take(error);
    } else {
      LOG.log(Level.ERROR, error.describe(), error.error());
    }
  }

  private static void take(ErrorOccurred error, Consumer<ErrorOccurred> handler) {
    try {
      handler.accept(error);
    } catch (Throwable failure) {
      if (failure != error.error()) {
        failure.addSuppressed(error.error());
      }
      LOG.log(Level.ERROR, "the uncaught handler failed on: " + error.describe(), failure);
    }
  }
}
