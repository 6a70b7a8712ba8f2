package dev.runspaces;

import dev.runspaces.thread.WaitGuard;

/** Guards threads that say by their name that they must not wait. Public for ServiceLoader. */
public final class NamedThreadGuard implements WaitGuard {
  public static final String GUARDED = "must-not-wait";

  /** For ServiceLoader. */
  public NamedThreadGuard() {}

  @Override
  public boolean forbidsWaiting() {
    return Thread.currentThread().getName().equals(GUARDED);
  }

  @Override
  public String threadDescription() {
    return "the guarded thread";
  }
}
