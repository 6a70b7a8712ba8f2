package dev.runspaces.event;

import java.util.concurrent.Executor;

/**
 * A subscription in the making: {@code events.on("Ready").maxTriggers(1).handle(event -> ...)}.
 * Nothing is registered until {@link #handle}. For one thread.
 *
 * @param <T> what its handler is given
 */
public interface SubscriptionBuilder<T> {

  /**
   * Ends the subscription by itself after so many events. PowerShell's {@code -MaxTriggerCount}.
   *
   * @param count how many, at least 1
   * @return this builder
   * @throws IllegalArgumentException if count is less than 1
   */
  SubscriptionBuilder<T> maxTriggers(int count);

  /**
   * Sends an object along with each event to this handler. PowerShell's {@code -MessageData}.
   *
   * @param data what {@link Event#messageData()} will be
   * @return this builder
   */
  SubscriptionBuilder<T> messageData(Object data);

  /**
   * Calls the handler on threads of the program's own instead of the runspace's: still one event at
   * a time and in order, and none after the subscription was closed. Closing the runspace waits for
   * what it has been given. If the executor refuses an event, or is shut down with it in its queue,
   * that becomes an error event; of one that throws away what it was given and does not say so,
   * nobody can know.
   *
   * @param executor whose threads
   * @return this builder
   */
  SubscriptionBuilder<T> deliverOn(Executor executor);

  /**
   * Keeps the subscription out of {@link EventManager#subscriptions()}: for one that is a means to
   * an end, such as a library's. PowerShell's {@code -SupportEvent}.
   *
   * @return this builder
   */
  SubscriptionBuilder<T> hidden();

  /**
   * Lets the handler hear first what is {@linkplain EventManager#remember remembered} of the events
   * before, each once and in order, and then those that are raised from now on.
   *
   * @return this builder
   */
  SubscriptionBuilder<T> withHistory();

  /**
   * Registers the handler. It hears what is raised from now on.
   *
   * @param handler called on the runspace's own thread, unless {@link #deliverOn} says where
   * @return the subscription
   * @throws IllegalStateException if the event manager is closed
   */
  Subscription handle(EventHandler<? super T> handler);
}
