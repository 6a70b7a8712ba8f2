package dev.runspaces.event;

import org.jspecify.annotations.Nullable;

/**
 * One handler, registered: the handle by which it is listed and ended. PowerShell has two for this,
 * the event subscriber and its job; here they are one. Safe for use on any thread.
 */
public interface Subscription extends Registration {

  /** {@return its number among the subscriptions of this event manager, from 1} */
  long id();

  /** {@return what it listens to: a source identifier, or the name of a type} */
  String target();

  /** {@return whether events still arrive} */
  boolean isActive();

  /** {@return how many events have been handed to its handler} */
  long triggers();

  /** {@return what was given as {@code messageData} when it was registered, or null} */
  @Nullable Object messageData();

  /**
   * Ends it. After this has returned on the thread that delivers the events nothing more arrives,
   * not even what was already under way; called on another thread, one delivery that has begun may
   * still be going on. Closing twice does nothing. PowerShell's {@code Unregister-Event} and {@code
   * Remove-Job}.
   */
  @Override
  void close();
}
