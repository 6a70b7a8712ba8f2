package dev.runspaces;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who learns how an invocation ends. Its errors are somebody's affair if he has been told of that
 * end; while somebody waits for it they may become so, unless his time is over before. Thread-safe.
 */
final class Askers {
  /** Guarded by {@code this}. */
  private int waiting;

  /** Guarded by {@code this}. */
  private boolean told;

  /** What becomes of errors if all go who wait, and none has been told. Guarded by {@code this}. */
  private @Nullable List<Runnable> otherwise;

  /** Notes that somebody waits; he must {@linkplain #leave leave}, whatever happens. */
  synchronized void come() {
    waiting++;
  }

  /** Notes that somebody has been told, or is sure to be. */
  synchronized void tell() {
    told = true;
    otherwise = null;
  }

  /** Notes that one who has waited does so no longer; what he was not told of goes elsewhere. */
  void leave() {
    List<Runnable> untold = leaveAndTakeUntold();
    if (untold != null) {
      untold.forEach(Runnable::run);
    }
  }

  private synchronized @Nullable List<Runnable> leaveAndTakeUntold() {
    waiting--;
    List<Runnable> untold = waiting == 0 ? otherwise : null;
    if (untold != null) {
      otherwise = null;
    }
    return untold;
  }

  /** Has an error go elsewhere, unless somebody has been told; not before all have left. */
  void unlessTold(Runnable elsewhere) {
    if (!isLeftToThem(elsewhere)) {
      elsewhere.run();
    }
  }

  private synchronized boolean isLeftToThem(Runnable elsewhere) {
    if (!told && waiting > 0) {
      if (otherwise == null) {
        otherwise = new ArrayList<>(1);
      }
      otherwise.add(elsewhere);
      return true;
    }
    return told;
  }
}
