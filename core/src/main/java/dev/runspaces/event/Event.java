package dev.runspaces.event;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as its subscribers are told of it. PowerShell's {@code PSEventArgs}, and
 * what {@code $Event} is in an action there.
 *
 * <p>Immutable, for use on any thread; what it carries is only as thread-safe as it is itself.
 */
public interface Event {

  /** {@return the name under which it was raised; names are compared ignoring case} */
  String sourceIdentifier();

  /** {@return the name of the runspace in which it was raised} */
  String source();

  /**
   * Returns its number among the events of its source, from 1; 0 for a reply. Subscribers hear the
   * events of a source in the order of these numbers; only an error from below may come later, when
   * nobody there has handled it.
   *
   * @return the number
   */
  long sequence();

  /**
   * Returns when it was raised. For an object that was posted where nobody is told of events as
   * such, but only of what they carry, it is when somebody asks first: a handler that has failed
   * say.
   *
   * @return the time
   */
  Instant time();

  /** {@return the object that it is about, or null} */
  @Nullable Object sender();

  /** {@return what was passed when it was raised; immutable} */
  List<@Nullable Object> arguments();

  /**
   * Returns one argument.
   *
   * @param index which, from 0
   * @return the argument
   * @throws IndexOutOfBoundsException if the event has fewer
   */
  default @Nullable Object argument(int index) {
    List<@Nullable Object> all = arguments();
    if (index < 0 || index >= all.size()) {
      throw new IndexOutOfBoundsException(
          "argument("
              + index
              + "): event \""
              + sourceIdentifier()
              + (all.isEmpty()
                  ? "\" has no arguments"
                  : "\" has "
                      + (all.size() == 1 ? "1 argument" : all.size() + " arguments")
                      + "; the first is argument(0), the last argument("
                      + (all.size() - 1)
                      + ")"));
    }
    return all.get(index);
  }

  /**
   * Returns the first argument, which is what subscribers by type are given; null if there is none.
   *
   * @return the payload
   */
  default @Nullable Object payload() {
    return arguments().isEmpty() ? null : arguments().get(0);
  }

  /**
   * Returns what was thrown, of an {@linkplain EngineEvents#ERRORS_OCCURRED error event}.
   *
   * @return what was thrown
   * @throws IllegalStateException if this is no error event
   */
  default Throwable error() {
    if (payload() instanceof ErrorOccurred occurred) {
      return occurred.error();
    }
    throw new IllegalStateException(
        "event \"" + sourceIdentifier() + "\" is no error event: it carries " + payload());
  }

  /**
   * Returns what a request and its reply have in common, and no other event in this JVM.
   *
   * @return a number; empty unless this is a {@linkplain EventManager#request request} or a reply
   */
  default OptionalLong correlation() {
    return OptionalLong.empty();
  }

  /**
   * Answers a {@linkplain EventManager#request request}: at once in its handler, or later, on any
   * thread. Who asked is given an event with these arguments, whose source is the runspace that
   * answers and whose sender is the request. Nobody else hears of it.
   *
   * @param arguments what to answer
   * @return whether this was the reply; false if there had been one, or who asked has given up
   * @throws IllegalStateException if this is no request
   */
  default boolean reply(@Nullable Object... arguments) {
    throw new IllegalStateException("event \"" + sourceIdentifier() + "\" is no request");
  }

  /** {@return the message data of the subscription through which it came, or null} */
  @Nullable Object messageData();

  /**
   * Returns the subscription through which this event came, so that a handler can close it.
   *
   * @return the subscription
   * @throws IllegalStateException if it did not come through one, but was waited for or is pending
   */
  Subscription subscription();
}
