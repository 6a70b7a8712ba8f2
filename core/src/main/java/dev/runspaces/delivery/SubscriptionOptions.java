package dev.runspaces.delivery;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber may ask for beside the handler.
 *
 * @param maxTriggers no limit is {@code Long.MAX_VALUE}
 * @param history whether it wants to hear what is remembered of the time before
 * @param executor where the handler is called; null for the delivering thread
 */
record SubscriptionOptions(
    long maxTriggers,
    @Nullable Object messageData,
    boolean hidden,
    boolean history,
    @Nullable Executor executor) {
  static final SubscriptionOptions NONE =
      new SubscriptionOptions(Long.MAX_VALUE, null, false, false, null);

  SubscriptionOptions withMaxTriggers(long count) {
    return new SubscriptionOptions(count, messageData, hidden, history, executor);
  }

  SubscriptionOptions withMessageData(Object data) {
    return new SubscriptionOptions(maxTriggers, data, hidden, history, executor);
  }

  SubscriptionOptions withHidden() {
    return new SubscriptionOptions(maxTriggers, messageData, true, history, executor);
  }

  SubscriptionOptions withHistory() {
    return new SubscriptionOptions(maxTriggers, messageData, hidden, true, executor);
  }

  SubscriptionOptions withExecutor(Executor where) {
    return new SubscriptionOptions(maxTriggers, messageData, hidden, history, where);
  }
}
