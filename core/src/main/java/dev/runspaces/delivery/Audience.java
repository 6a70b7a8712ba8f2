package dev.runspaces.delivery;

import dev.runspaces.delivery.HubSubscription.Wanted;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Those who are given objects of one class as they are, on the delivering thread: found once, and
 * kept until somebody subscribes or a subscription ends. Immutable.
 */
final class Audience {
  /** Objects of more classes than this are told of in a slower way. */
  private static final int MOST = 16;

  /** Weak: a plugin that has posted something must not be kept by who has heard it. */
  private final WeakReference<Class<?>> type;

  /** In the order of their registration; null if somebody else wants to hear of such objects. */
  private final HubSubscription @Nullable [] members;

  /** Those of other classes. */
  private final @Nullable Audience next;

  private final int known;

  /** Finds those for a class, beside those that are known for others. */
  Audience(Class<?> type, HubSubscription[] subscriptions, @Nullable Audience others) {
    this.type = new WeakReference<>(type);
    this.members = find(type, subscriptions);
    this.next = others;
    this.known = others == null ? 1 : others.known + 1;
  }

  private static HubSubscription @Nullable [] find(Class<?> type, HubSubscription[] among) {
    boolean isForAll = Arrays.stream(among).noneMatch(one -> one.wants(type) == Wanted.OTHERWISE);
    return isForAll
        ? Arrays.stream(among)
            .filter(one -> one.wants(type) == Wanted.AS_IT_IS)
            .toArray(HubSubscription[]::new)
        : null;
  }

  /** Returns the one for a class; null if there is none. */
  static @Nullable Audience find(@Nullable Audience among, Class<?> type) {
    Audience found = among;
    while (found != null && !found.type.refersTo(type)) {
      found = found.next;
    }
    return found;
  }

  HubSubscription @Nullable [] members() {
    return members;
  }

  boolean isFull() {
    return known >= MOST;
  }
}
