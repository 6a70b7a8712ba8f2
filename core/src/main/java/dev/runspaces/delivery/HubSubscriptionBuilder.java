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
  private final Supplier<Wish> wish;
  private SubscriptionOptions options = SubscriptionOptions.NONE;

  /**
   * What one subscription is to hear.
   *
   * @param attachment has it listen to something: attached when it is registered, closed with it
   */
  record Wish(Interest interest, Supplier<Registration> attachment) {}

  HubSubscriptionBuilder(EventHub hub, Interest interest) {
    this(hub, () -> new Wish(interest, () -> () -> {}));
  }

  /** Makes one that asks anew for each subscription, which may need something of its own. */
  HubSubscriptionBuilder(EventHub hub, Supplier<Wish> wish) {
    this.hub = hub;
    this.wish = wish;
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
    Wish its = wish.get();
    HubSubscription subscription =
        hub.subscribe(its.interest, new Action((EventHandler<Object>) handler, options));
    boolean attached = false;
    try {
      subscription.closesAlso(its.attachment.get());
      attached = true;
    } finally {
      if (!attached) {
        subscription.close();
      }
    }
    return subscription;
  }
}
