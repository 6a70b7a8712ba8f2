package dev.runspaces.delivery;

import dev.runspaces.worker.Letter;

/**
 * The letter by which events are delivered: all that an inbox accepted before another letter, of
 * whatever kind, was sent. One event after the other; who waits in the midst of one goes on with
 * the next.
 */
final class Delivery implements Letter.InParts {
  private final Inbox inbox;
  private final Turnstile turnstile;
  private final Backlog backlog;
  private final Postman postman;

  /** The number of an event that is certainly among them. */
  private final long from;

  /** The letter's own number; 0 as long as nobody knows. */
  private volatile long letter;

  /**
   * Whether all are delivered, be it by who waits in the midst of one. Written with the turnstile.
   */
  private boolean done;

  Delivery(Inbox inbox, Backlog backlog, Postman postman, long from) {
    this.inbox = inbox;
    this.turnstile = inbox.turnstile();
    this.backlog = backlog;
    this.postman = postman;
    this.from = from;
  }

  long from() {
    return from;
  }

  void wasSent(long number) {
    letter = number;
  }

  /**
   * Tells whether it delivers what is accepted now, if this is the number of the newest letter. For
   * who accepts it, with the turnstile.
   */
  boolean takesMore(long newestLetter) {
    return !done && letter == newestLetter && newestLetter != 0;
  }

  @Override
  public boolean run(Pause pause) {
    // Before anything is polled, see Inbox.canSettleAtOnce.
    Round round = postman.setOut();
    try {
      do {
        while (!done && backlog.poll(round, from)) {
          postman.beginWith(round.number());
          inbox.deliver(round);
          postman.countDelivered();
          if (pause.isDue()) {
            return hasMore();
          }
        }
      } while (comesSoon(pause) || hasMore());
      return false;
    } finally {
      postman.comeBack(round);
    }
  }

  private boolean hasMore() {
    if (!done && !backlog.hasNext(from)) {
      end();
    }
    return !done;
  }

  /** Ends it, unless something has come at the last moment, which relies on it. */
  private void end() {
    turnstile.enter();
    try {
      done = !backlog.hasNext(from);
    } finally {
      turnstile.leave();
    }
  }

  /**
   * Looks out for more, for a moment: to send a letter and wake a thread costs whoever raises more
   * than to put in a hundred events.
   */
  private boolean comesSoon(Pause pause) {
    if (done) {
      return false;
    }
    postman.pause();
    try {
      return comesSoon(pause, postman.patience());
    } finally {
      postman.goOn();
    }
  }

  private boolean comesSoon(Pause pause, Patience patience) {
    patience.begin();
    while (pause.mayLinger() && patience.lasts()) {
      if (backlog.hasNext(from)) {
        patience.wasRewarded();
        return true;
      }
    }
    return false;
  }
}
