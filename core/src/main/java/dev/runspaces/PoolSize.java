package dev.runspaces;

/** How many runspaces a pool has. */
record PoolSize(int minimum, int maximum) {
  PoolSize {
    if (minimum < 0 || maximum < 1 || minimum > maximum) {
      throw new IllegalArgumentException(
          "a pool of "
              + minimum
              + " to "
              + maximum
              + " runspaces: the minimum is from 0, the maximum from 1, and not below the minimum");
    }
  }
}
