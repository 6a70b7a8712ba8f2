package dev.runspaces.event;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The events of one runspace: raises them, and tells its subscribers. PowerShell's {@code
 * PSEventManager}.
 *
 * <p>An event that is raised in a runspace reaches that runspace's own subscribers and those of its
 * parent. Handlers are called on the thread of the runspace in whose event manager they are
 * registered, one at a time, in the order in which the events were raised; each event once. Raising
 * never waits for a handler, unless a runspace was built to hold up who raises too much ({@link
 * Overflow}).
 *
 * <p>A handler that throws does no harm to the others: its failure becomes an {@linkplain
 * EngineEvents#ERRORS_OCCURRED error event}, here, then in the parent, and so on until somebody
 * handles it; at the root the runspace's uncaught handler has it. A subscriber to everything
 * ({@link Event} or {@link Object}) hears errors, but has not handled them.
 *
 * <p>All methods may be called on any thread.
 */
public interface EventManager {

  /**
   * Raises an event under a name. PowerShell's {@code New-Event} and {@code GenerateEvent}.
   *
   * <p>The first argument is also the event's {@linkplain Event#payload() payload}: subscribers to
   * its type are given it.
   *
   * @param sourceIdentifier the name; case is ignored when it is compared
   * @param arguments what to tell
   * @return the event, as no subscription has received it yet
   * @throws IllegalArgumentException if the name has nothing but white space
   * @throws IllegalStateException if the runspace is not open yet, or closed
   * @throws EventOverflowException if too many events wait here or in the parent, and that is what
   *     it was built to do then; see {@link Overflow}
   */
  Event raise(String sourceIdentifier, @Nullable Object... arguments);

  /**
   * Raises an event under a name, with the object that it is about.
   *
   * @param sender what {@link Event#sender()} will be
   * @param sourceIdentifier the name
   * @param arguments what to tell
   * @return the event, as no subscription has received it yet
   * @throws IllegalArgumentException if the name has nothing but white space
   * @throws IllegalStateException if the runspace is not open yet, or closed
   */
  Event raiseFrom(Object sender, String sourceIdentifier, @Nullable Object... arguments);

  /**
   * Raises an event that is an object of the program's own; subscribers to its type are given it.
   * Its source identifier is the simple name of its class. Returns before they are, as all that
   * raises events here; {@code post} of the runspace's Guava bus does otherwise in its own code.
   *
   * @param payload the object
   * @return the event, as no subscription has received it yet
   * @throws IllegalStateException if the runspace is not open yet, or closed
   */
  Event post(Object payload);

  /**
   * Raises an event that is to be answered. A handler that subscribes to its name, here, in the
   * parent or where it is forwarded to, answers with {@link Event#reply}; the first reply counts. A
   * handler that fails before it has answered leaves that to the others. Who waits for the reply
   * inside a runspace goes on delivering events with {@code Runspaces.await(future, timeout)}.
   *
   * @param sourceIdentifier the name; case is ignored
   * @param arguments what to ask
   * @return the reply; it fails with a {@link NoReplyException} at once if nobody hears the request
   *     or whoever did has failed, and when this runspace is closed; with an {@link
   *     IllegalStateException} if that has happened already. Cancelling it refuses later replies.
   * @throws IllegalArgumentException if the name has nothing but white space
   */
  CompletableFuture<Event> request(String sourceIdentifier, @Nullable Object... arguments);

  /**
   * Raises an error event: it is told here, then in the parent, and so on until somebody handles
   * it, and at the root to the uncaught handler. For code that belongs to this runspace without
   * being one of its scripts or handlers, whose failures come this way by themselves.
   *
   * @param error what was thrown
   */
  void raiseError(Throwable error);

  /**
   * Starts to subscribe to the events raised under a name.
   *
   * @param sourceIdentifier the name; case is ignored
   * @return a builder; call {@link SubscriptionBuilder#handle}
   * @throws IllegalArgumentException if the name has nothing but white space
   */
  SubscriptionBuilder<Event> on(String sourceIdentifier);

  /**
   * Starts to subscribe to the events whose payload is of a type. {@code Event.class} stands for
   * every event.
   *
   * @param type the type, or a supertype, of the payload
   * @param <T> the type
   * @return a builder; call {@link SubscriptionBuilder#handle}
   */
  <T> SubscriptionBuilder<T> on(Class<T> type);

  /**
   * Subscribes to the events raised under a name. PowerShell's {@code Register-EngineEvent}.
   *
   * @param sourceIdentifier the name; case is ignored
   * @param handler called on the runspace's own thread
   * @return the subscription
   * @throws IllegalArgumentException if the name has nothing but white space
   * @throws IllegalStateException if the runspace is closed
   */
  default Subscription on(String sourceIdentifier, EventHandler<? super Event> handler) {
    return on(sourceIdentifier).handle(handler);
  }

  /**
   * Subscribes to the events whose payload is of a type.
   *
   * @param type the type, or a supertype, of the payload
   * @param handler called on the runspace's own thread
   * @param <T> the type
   * @return the subscription
   * @throws IllegalStateException if the runspace is closed
   */
  default <T> Subscription on(Class<T> type, EventHandler<? super T> handler) {
    return on(type).handle(handler);
  }

  /**
   * Remembers the last events of some names from now on, for subscribers who come late and ask for
   * them with {@link SubscriptionBuilder#withHistory}. Whether somebody has heard them makes no
   * difference.
   *
   * @param pattern which source identifiers; {@code *} stands for any characters, {@code ?} for
   *     one, case is ignored
   * @param count how many events of these names together, from 1
   * @return closing it forgets them
   * @throws IllegalArgumentException if the count is less than 1
   */
  Registration remember(String pattern, int count);

  /**
   * Starts to subscribe to the events of an object that has listeners. They are raised here, on
   * whatever thread calls the listener, and so heard by all who subscribe to their names; the
   * handler hears those of this object alone. Each subscription has a listener of its own, whose
   * calls its handler hears: closing it removes that listener, as does closing the runspace.
   * PowerShell's {@code Register-ObjectEvent -Action}.
   *
   * @param source the events
   * @return a builder; call {@link SubscriptionBuilder#handle}
   */
  SubscriptionBuilder<Event> onObject(ObjectEvents source);

  /**
   * Raises an event each time that an object calls its listeners, for those who subscribe to its
   * name, wait for it, or look for it in {@link #pending()}. PowerShell's {@code
   * Register-ObjectEvent} without {@code -Action}.
   *
   * @param source the events
   * @return closing it removes the listener, as closing the runspace does
   * @throws IllegalStateException if the event manager is closed
   */
  Registration listenTo(ObjectEvents source);

  /** {@return the active subscriptions that are not hidden, oldest first; immutable} */
  List<Subscription> subscriptions();

  /**
   * Finds subscriptions by what they listen to. PowerShell's {@code Get-EventSubscriber
   * -SourceIdentifier}.
   *
   * @param pattern a {@linkplain Subscription#target() target}; {@code *} stands for any
   *     characters, {@code ?} for one, case is ignored
   * @return the active ones that are not hidden, oldest first; immutable
   */
  List<Subscription> subscriptions(String pattern);

  /**
   * Returns the events that were raised under a name and that nobody has heard, oldest first.
   * PowerShell's {@code Get-Event}.
   *
   * <p>An event from below is pending here as long as nobody has heard it, neither here nor in a
   * runspace below that it came through; a subscriber there to everything does not count. What is
   * pending in a runspace is not taken from it by its parent. The newest {@value #PENDING_LIMIT}
   * are kept.
   *
   * @return the pending events; immutable
   */
  List<Event> pending();

  /**
   * Finds pending events by their names. PowerShell's {@code Get-Event -SourceIdentifier}.
   *
   * @param pattern a source identifier; {@code *} stands for any characters, {@code ?} for one,
   *     case is ignored
   * @return the pending events that match, oldest first; immutable
   */
  List<Event> pending(String pattern);

  /** {@return how much has happened here so far, for a report} */
  EventCounts counts();

  /** How many unheard events are kept; beyond it the oldest is dropped, and a warning logged. */
  int PENDING_LIMIT = 1_000;

  /**
   * Removes pending events, here alone. PowerShell's {@code Remove-Event}.
   *
   * @param pattern their source identifier; {@code *} stands for any characters, {@code ?} for one,
   *     case is ignored
   * @return how many there were
   */
  int removePending(String pattern);

  /**
   * Removes one pending event, here alone. PowerShell's {@code Remove-Event -EventIdentifier}.
   *
   * @param event one of those that {@link #pending()} has returned
   * @return whether it was still pending
   */
  boolean removePending(Event event);

  /**
   * Passes events from below on to this runspace's parent, with their source, order and numbers as
   * they are. Without it they end here. Error events climb by themselves, and this runspace's own
   * events reach the parent in any case. PowerShell's {@code Register-EngineEvent -Forward}.
   *
   * @param pattern which source identifiers; {@code *} stands for any characters, {@code ?} for
   *     one, case is ignored
   * @return closing it ends that for events raised from then on
   * @throws IllegalStateException if this runspace has no parent
   */
  Registration forward(String pattern);

  /**
   * Waits for an event of a name: takes the oldest one pending, else the next one raised. A handler
   * for the same event has it too. Inside its own runspace it goes on delivering events while it
   * waits. PowerShell's {@code Wait-Event}, which leaves the event in the queue.
   *
   * @param sourceIdentifier the name; case is ignored
   * @param timeout how long to wait at most; zero only looks
   * @return the event, or empty if the time ran out or the runspace was closed
   * @throws IllegalArgumentException if the name has nothing but white space
   * @throws InterruptedException if the waiting thread is interrupted
   */
  Optional<Event> await(String sourceIdentifier, Duration timeout) throws InterruptedException;
}
