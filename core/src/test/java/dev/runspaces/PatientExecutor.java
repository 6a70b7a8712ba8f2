package dev.runspaces;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** An executor that does nothing before it is told to. */
final class PatientExecutor implements Executor {
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  @Override
  public synchronized void execute(Runnable task) {
    waiting.add(task);
  }

  private synchronized Runnable next() {
    Runnable next = waiting.poll();
    return next == null ? () -> {} : next;
  }

  synchronized int size() {
    return waiting.size();
  }

  /** Does what there is, and what comes of it. */
  void work() {
    while (size() > 0) {
      next().run();
    }
  }
}
