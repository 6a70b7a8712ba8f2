package dev.runspaces.benchmarks.contestant;

import dev.runspaces.benchmarks.contestant.BusChannels.Calls;
import dev.runspaces.benchmarks.measure.Message;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** What the JDK has. */
final class ExecutorChannels {
  private ExecutorChannels() {}

  /** An executor of one thread, with a task for each message. */
  static Channel executor(int sources, Consumer<Message> receiver) {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    return new Calls(
        message -> thread.execute(() -> receiver.accept(message)), () -> Shutdown.of(thread));
  }

  /** A virtual thread that takes from a queue. */
  static Channel virtualThread(int sources, Consumer<Message> receiver) {
    var queue = new LinkedBlockingQueue<Message>();
    Thread thread = VirtualThreads.start(() -> takeAll(queue, receiver));
    return new Calls(queue::add, thread::interrupt);
  }

  private static void takeAll(LinkedBlockingQueue<Message> queue, Consumer<Message> receiver) {
    try {
      while (true) {
        receiver.accept(queue.take());
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }
}
