package dev.runspaces.delivery;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a runspace's own code posts on its bus: its subscribers have been told when {@code post}
 * returns, as with Guava's bus, after all that came before. What a handler posts is told after what
 * that handler was told of; the outermost {@code post} returns when all of it is done that comes
 * from there.
 */
public final class OwnPosts {
  private final EventHub hub;
  private final DeliveryContext context;

  /** Whether such a post has not returned. This and the others are for the runspace's thread. */
  private boolean posting;

  /**
   * The number of the outermost in the inbox; 0 if it was told at once. Those before come first.
   */
  private long outermost;

  /**
   * What was posted in answer to that, and in answer to an answer; null if nothing was. Each is
   * among the events from a first number to a last, others perhaps that came at the same time.
   */
  private @Nullable TreeMap<Long, Long> answers;

  /** Makes those of a hub's runspace. */
  public OwnPosts(EventHub hub) {
    this.hub = hub;
    this.context = hub.context();
  }

  /** Posts an object; from elsewhere, as {@link EventHub#post(Object, Origin)} does. */
  public void post(Object payload, Origin origin) {
    if (!context.isHere()) {
      hub.post(payload, origin);
    } else if (posting || hub.inbox().isTelling()) {
      inAnswer(() -> hub.post(payload, origin));
    } else {
      posting = true;
      try {
        postOutermost(payload, origin);
      } finally {
        posting = false;
        outermost = 0;
        answers = null;
      }
    }
  }

  private void postOutermost(Object payload, Origin origin) {
    boolean isNext = true;
    if (!hub.tell(payload, origin)) {
      isNext = !hub.inbox().hasUndelivered();
      if (!context.mustNotWait() && hub.inbox().isFull()) {
        // Those that wait come first anyway, and none is to be refused or dropped for them.
        long last = hub.inbox().lastNumber();
        deliverUntil(() -> hub.inbox().hasBegun(last));
      }
      hub.post(payload, origin);
      outermost = hub.inbox().lastNumber();
    }
    // Not behind who knows how many others where the thread has something else to do, as the EDT.
    if (!isTold() && (isNext || !context.mustNotWait())) {
      deliverUntil(this::isTold);
    }
  }

  private void deliverUntil(BooleanSupplier enough) {
    context.deliverUntil(enough);
    if (!enough.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
      hub.inbox().deliverWaiting();
      context.deliverUntil(enough);
    }
  }

  /** Raises something in answer to what is being told; posts wait for it, too. */
  public void inAnswer(Runnable raise) {
    if (!posting || !context.isHere() || !isAwaited(hub.inbox().telling())) {
      raise.run();
      return;
    }
    long before = hub.inbox().lastNumber();
    raise.run();
    long last = hub.inbox().lastNumber();
    if (last > before) {
      if (answers == null) {
        answers = new TreeMap<>();
      }
      answers.put(before + 1, last);
    }
  }

  private boolean isAwaited(long number) {
    if (number <= outermost) {
      return true;
    }
    Map.Entry<Long, Long> answer = answers == null ? null : answers.floorEntry(number);
    return answer != null && number <= answer.getValue();
  }

  /** Asked between two events that are told, when no handler is at work. */
  private boolean isTold() {
    if (answers == null) {
      return outermost == 0 || hub.inbox().hasBegun(outermost);
    }
    // An answer may have an answer, and that one too, for long: what is done is not kept.
    while (answers.size() > 1 && hub.inbox().hasBegun(answers.firstEntry().getValue() + 1)) {
      answers.pollFirstEntry();
    }
    return hub.inbox().hasBegun(answers.lastEntry().getValue());
  }
}
