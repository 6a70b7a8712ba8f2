package dev.runspaces;

import java.lang.System.Logger.Level;
import java.lang.ref.Cleaner;

/**
 * Finds runspaces that were forgotten: that nobody refers to any more, but that nobody has closed.
 * It is the garbage collector that finds them, so a runspace that is closed costs nothing more than
 * the note of where it was opened.
 */
final class Leaks {
  private static final System.Logger LOG = System.getLogger("dev.runspaces");
  private static final Cleaner CLEANER = Cleaner.create();

  private Leaks() {}

  /** Where a runspace was made; filled in by the JVM, and turned into text only if it is logged. */
  static final class MadeHere extends Throwable {
    private static final long serialVersionUID = 1L;

    MadeHere(String runspace) {
      super("runspace \"" + runspace + "\" was made here");
    }
  }

  /**
   * Watches a handle.
   *
   * @return to be cleaned when the runspace has been closed
   */
  static Cleaner.Cleanable watch(Runspace handle, RunspaceCore core) {
    return CLEANER.register(handle, () -> reportIfForgotten(core));
  }

  private static void reportIfForgotten(RunspaceCore core) {
    if (!core.state().isFinal() && core.state() != RunspaceState.CLOSING) {
      LOG.log(
          Level.WARNING,
          core
              + " was forgotten: nobody refers to it any more, and it has not been closed; keep it"
              + " and close it, or open it in a parent that is closed",
          core.madeHere());
    }
  }
}
