/** A program as others write it: it sees of the library what that exports, and nothing else. */
module bakery {
  requires dev.runspaces.core;

  // Guava's @Subscribe methods are called by the library.
  opens bakery to
      dev.runspaces.core;

  provides dev.runspaces.thread.WaitGuard with
      bakery.CounterGuard;
}
