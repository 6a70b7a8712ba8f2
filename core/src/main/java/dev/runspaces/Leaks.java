package dev.runspaces;

import java.lang.System.Logger.Level;
import java.lang.ref.Cleaner;
import org.jspecify.annotations.Nullable;

/**
 * Finds runspaces that were forgotten: that nobody refers to any more, but that nobody has closed.
 * It is the garbage collector that finds them, so a runspace that is closed costs nothing more than
 * the note of where it was opened.
 */
final class Leaks {
  private static final System.Logger LOG = System.getLogger("dev.runspaces");
  private static final Cleaner CLEANER = Cleaner.create();

  private Leaks() {}

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
          madeHere(core));
    }
  }

  private static @Nullable Throwable madeHere(RunspaceCore core) {
    CreationSite site = core.madeAt();
    return site == null ? null : site.asThrowable(core.name());
  }
}
