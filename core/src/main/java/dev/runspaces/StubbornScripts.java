package dev.runspaces;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Names the scripts that do not obey when they are asked to stop. */
final class StubbornScripts {
  private static final System.Logger LOG = System.getLogger("dev.runspaces");

  /** How long a script may ignore a stop before its stack is logged. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private StubbornScripts() {}

  /** A time-out of its future: where the script obeys, nothing is kept for the rest of the time. */
  static void nameIfItGoesOn(CompletableFuture<?> ended, RunspaceCore runspace) {
    CompletableFuture<Void> unused =
        ended
            .thenAccept(outcome -> {})
            .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
            .whenCompleteAsync(
                (nothing, late) -> {
                  if (late != null) {
                    LOG.log(
                        Level.WARNING,
                        "the script in runspace \"{0}\" has ignored for {1} s that it was asked to"
                            + " stop; it is at{2}",
                        runspace.name(),
                        PATIENCE.toSeconds(),
                        runspace.worker().stack());
                  }
                });
  }
}
