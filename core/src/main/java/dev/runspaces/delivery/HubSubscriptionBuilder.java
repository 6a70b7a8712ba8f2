package dev.runspaces.delivery;

import dev.runspaces.delivery.HubSubscription.Action;
import dev.runspaces.event.EventHandler;
import dev.runspaces.event.Registration;
import dev.runspaces.event.Subscription;
import dev.runspaces.event.SubscriptionBuilder;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Collects what a subscriber asks for, and registers it. */
final class HubSubscriptionBuilder<T> implements SubscriptionBuilder<T> {
  private final EventHub hub;
  private final Interest interest;
  private final Supplier<Registration> attachment;
  private SubscriptionOptions options = SubscriptionOptions.NONE;

  HubSubscriptionBuilder(EventHub hub, Interest interest) {
    this(hub, interest, () -> () -> {});
  }

  /**
   * Makes one that needs something to listen to: attached when it is registered, and closed with
   * it.
   */
  HubSubscriptionBuilder(EventHub hub, Interest interest, Supplier<Registration> attachment) {
    this.hub = hub;
    this.interest = interest;
    this.attachment = attachment;
  }

  @Override
  public SubscriptionBuilder<T> maxTriggers(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("maxTriggers(" + count + "): at least 1 is needed");
    }
    options = options.withMaxTriggers(count);
    return this;
  }

  @Override
  public SubscriptionBuilder<T> messageData(Object data) {
    Objects.requireNonNull(data, "messageData: null is no data; leave it out instead");
    options = options.withMessageData(data);
    return this;
  }

  @Override
  public SubscriptionBuilder<T> deliverOn(Executor executor) {
    Objects.requireNonNull(executor, "deliverOn: an executor is needed");
    options = options.withExecutor(executor);
    return this;
  }

  @Override
  public SubscriptionBuilder<T> hidden() {
    options = options.withHidden();
    return this;
  }

  @Override
  public SubscriptionBuilder<T> withHistory() {
    options = options.withHistory();
    return this;
  }

  @Override
  @SuppressWarnings("unchecked") // the interest selects what is a T, and nothing else is handed on
  public Subscription handle(EventHandler<? super T> handler) {
    Objects.requireNonNull(handler, "a subscription needs a handler");
    HubSubscription subscription =
        hub.subscribe(interest, new Action((EventHandler<Object>) handler, options));
    boolean attached = false;
    try {
      subscription.closesAlso(attachment.get());
      attached = true;
    } finally {
      if (!attached) {
        subscription.close();
      }
    }
    return subscription;
  }
}
