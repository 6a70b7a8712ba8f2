package dev.runspaces;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Names the scripts that do not obey when they are asked to stop. */
final class StubbornScripts {
  private static final System.Logger LOG = System.getLogger("dev.runspaces");

  /** How long a script may ignore a stop before its stack is logged. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private StubbornScripts() {}

  static void nameIfItGoesOn(CompletableFuture<?> ended, RunspaceCore runspace) {
    Later.unlessEnded(
        ended,
        () ->
            LOG.log(
                Level.WARNING,
                "the script in runspace \"{0}\" has ignored for {1} s that it was asked to stop; it"
                    + " is at{2}",
                runspace.name(),
                PATIENCE.toSeconds(),
                runspace.worker().stack()),
        PATIENCE);
  }
}
