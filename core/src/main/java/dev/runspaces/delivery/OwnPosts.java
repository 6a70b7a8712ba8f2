package dev.runspaces.delivery;

/**
 * What a runspace's own code posts on its bus: its subscribers have been told when {@code post}
 * returns, as with Guava's bus, after all that came before. What a handler posts is told after what
 * that handler was told of; the outermost {@code post} returns when all of it is done.
 */
public final class OwnPosts {
  private final EventHub hub;
  private final DeliveryContext context;

  /** The number of the last one that waits for its turn; 0 if none does. For its own thread. */
  private long last;

  /** Makes those of a hub's runspace. */
  public OwnPosts(EventHub hub) {
    this.hub = hub;
    this.context = hub.context();
  }

  /** Posts an object; from elsewhere, as {@link EventHub#post(Object, Origin)} does. */
  public void post(Object payload, Origin origin) {
    boolean isNext = true;
    if (!hub.tell(payload, origin)) {
      isNext = !hub.inbox().hasUndelivered();
      hub.post(payload, origin);
      if (!context.isHere()) {
        return;
      }
      last = hub.inbox().lastNumber();
    }
    if (last != 0 && !hub.inbox().isTelling()) {
      haveThemTold(isNext);
    }
  }

  /** Notes that what was raised last belongs to them. */
  public void noteLast() {
    if (context.isHere()) {
      last = hub.inbox().lastNumber();
    }
  }

  /**
   * Not behind who knows how many others, where the thread has something else to do, as the EDT.
   */
  private void haveThemTold(boolean areNext) {
    if (areNext || !context.mustNotWait()) {
      context.deliverUntil(() -> hub.inbox().hasBegun(last));
    }
    last = 0;
  }
}
