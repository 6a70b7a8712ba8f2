package dev.runspaces;

import java.util.List;

/** The threads that live in this JVM. */
final class LiveThreads {
  private LiveThreads() {}

  /** Returns the names of those that runspaces have started, for this name or a longer one. */
  static List<String> startingWith(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith(prefix))
        .sorted()
        .toList();
  }
}
