package dev.runspaces.benchmarks.contestant;

import dev.runspaces.benchmarks.measure.Message;
import java.util.function.Consumer;

/** Brings messages from any thread to one receiver on a thread of its own. */
public interface Channel extends AutoCloseable {

  /** Sends one; called by one thread for each source. */
  void send(Message message);

  @Override
  void close();

  /** Makes one. */
  @FunctionalInterface
  interface Factory {
    /**
     * Opens a channel.
     *
     * @param sources how many threads will send
     */
    Channel open(int sources, Consumer<Message> receiver);
  }
}
