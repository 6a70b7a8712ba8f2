package dev.runspaces.delivery;

import org.jspecify.annotations.Nullable;

/** What a subscriber may ask for beside the handler; no limit is {@code Long.MAX_VALUE}. */
record SubscriptionOptions(long maxTriggers, @Nullable Object messageData, boolean hidden) {
  static final SubscriptionOptions NONE = new SubscriptionOptions(Long.MAX_VALUE, null, false);

  SubscriptionOptions withMaxTriggers(long count) {
    return new SubscriptionOptions(count, messageData, hidden);
  }

  SubscriptionOptions withMessageData(Object data) {
    return new SubscriptionOptions(maxTriggers, data, hidden);
  }

  SubscriptionOptions withHidden() {
    return new SubscriptionOptions(maxTriggers, messageData, true);
  }
}
