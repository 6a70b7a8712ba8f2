package dev.runspaces;

/** What is left on the heap when everything that can go has gone. */
final class UsedHeap {
  private UsedHeap() {}

  static long bytes() {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
    }
    return used;
  }
}
