package dev.runspaces.benchmarks.contestant;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Virtual threads, where the JVM has them; this is compiled for Java 17. */
final class VirtualThreads {
  private VirtualThreads() {}

  static boolean exist() {
    return Runtime.version().feature() >= 21;
  }

  static Thread start(Runnable code) {
    try {
      return (Thread)
          Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, code);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("this JVM has no virtual threads", impossible);
    }
  }

  static ExecutorService executor() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("this JVM has no virtual threads", impossible);
    }
  }
}
