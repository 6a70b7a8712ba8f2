package dev.runspaces.benchmarks.contestant;

import dev.runspaces.benchmarks.measure.Message;
import java.util.function.Consumer;

/** Brings messages to the EDT. */
@FunctionalInterface
public interface Flood {

  /**
   * Sends all, from the calling thread or another; may return before they have arrived.
   *
   * @param onEdt to be called with each, on the EDT
   * @return what to close when all have arrived
   */
  AutoCloseable send(Message[] messages, Consumer<Message> onEdt) throws Exception;
}
