package dev.runspaces.benchmarks.contestant;

import dev.runspaces.benchmarks.measure.Message;
import java.util.List;
import java.util.function.Consumer;

/** Tells subscribers on the thread that publishes. */
public interface Publisher extends AutoCloseable {

  /** Publishes all, one by one; returns when every subscriber has been told of every one. */
  void publish(Message[] messages) throws InterruptedException;

  @Override
  void close();

  /** Makes one. */
  @FunctionalInterface
  interface Factory {
    Publisher open(List<? extends Consumer<Message>> subscribers);
  }
}
