package dev.runspaces.event;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The events of an object that has listeners, for {@link EventManager#onObject}. What PowerShell's
 * {@code Register-ObjectEvent} subscribes to.
 *
 * <pre>{@code
 * events.onObject(ObjectEvents.of(customer, "propertyChange")).handle(event -> ...);
 * }</pre>
 */
@FunctionalInterface
public interface ObjectEvents {

  /**
   * Begins to listen.
   *
   * @param sink told of each call of a listener, on the thread that makes it
   * @return closing it ends that
   */
  Registration attach(Sink sink);

  /** Who is told of the calls of a listener. */
  @FunctionalInterface
  interface Sink {

    /**
     * Takes one call.
     *
     * @param sender the object that it comes from, if that is known
     * @param name what is to be the event's source identifier
     * @param arguments what the listener was given
     */
    void take(@Nullable Object sender, String name, List<@Nullable Object> arguments);
  }

  /**
   * Finds the events of an object by a pair of methods as JavaBeans have them: {@code
   * addXListener(L)} and {@code removeXListener(L)}. The source identifier of each is the name of
   * the listener's method that was called, such as {@code propertyChange}.
   *
   * @param source the object, which is the sender of its events
   * @param listener the X, whatever its case: {@code "propertyChange"}
   * @return its events
   * @throws IllegalArgumentException if there is no such pair, or it cannot be called; the message
   *     says which there are
   */
  static ObjectEvents of(Object source, String listener) {
    Objects.requireNonNull(source, "of: an object is needed");
    Objects.requireNonNull(
        listener, "of: the name of a listener is needed, such as \"PropertyChange\"");
    return BeanEvents.of(source, listener);
  }

  /**
   * Makes events of anything to which a listener can be added.
   *
   * @param type the listener's type, an interface
   * @param add adds a listener
   * @param remove removes it
   * @param <L> the listener's type
   * @return the events, without a sender
   * @throws IllegalArgumentException if the type is no interface
   */
  static <L> ObjectEvents of(Class<L> type, Consumer<? super L> add, Consumer<? super L> remove) {
    Objects.requireNonNull(type, "of: the type of a listener is needed");
    Objects.requireNonNull(add, "of: what adds a listener is needed");
    Objects.requireNonNull(remove, "of: what removes a listener is needed");
    return new ListenerEvents<>(type, add, remove);
  }

  /**
   * Gives all these events one source identifier.
   *
   * @param sourceIdentifier which
   * @return the same events under that name
   */
  default ObjectEvents named(String sourceIdentifier) {
    return sink ->
        attach(
            (@Nullable Object sender, String name, List<@Nullable Object> arguments) ->
                sink.take(sender, sourceIdentifier, arguments));
  }

  /**
   * Says what object these events come from.
   *
   * @param sender what {@link Event#sender()} will be
   * @return the same events from that object
   */
  default ObjectEvents from(Object sender) {
    return sink ->
        attach(
            (@Nullable Object unknown, String name, List<@Nullable Object> arguments) ->
                sink.take(sender, name, arguments));
  }
}
