package dev.runspaces.event;

/**
 * What a subscriber does with an event. PowerShell's {@code -Action}.
 *
 * @param <T> {@link Event}, or the type subscribed to
 */
@FunctionalInterface
public interface EventHandler<T> {

  /**
   * Handles one event. Called on the runspace's own thread, or where the subscription says, one
   * event at a time. It may close its own subscription, any other, and its runspace.
   *
   * @param event the event, or its payload where the subscription is by type
   * @throws Exception to fail: nothing is lost by it, and it becomes an error event
   */
  void handle(T event) throws Exception;
}
