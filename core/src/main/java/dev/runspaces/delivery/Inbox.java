package dev.runspaces.delivery;

import dev.runspaces.delivery.Backlog.Gate;
import dev.runspaces.delivery.HubSubscription.Action;
import dev.runspaces.delivery.HubSubscription.Place;
import dev.runspaces.delivery.PendingEvents.Waiter;
import dev.runspaces.event.Event;
import dev.runspaces.event.EventCounts;
import dev.runspaces.event.Registration;
import dev.runspaces.event.Subscription;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The receiving side of a hub: takes events in the order in which they come, and has each delivered
 * once, on the runspace's thread. Thread-safe.
 */
final class Inbox {
  private static final AtomicLongFieldUpdater<Inbox> SETTLED_AT_ONCE =
      AtomicLongFieldUpdater.newUpdater(Inbox.class, "settledAtOnce");
  private static final AtomicLongFieldUpdater<Inbox> FAILED =
      AtomicLongFieldUpdater.newUpdater(Inbox.class, "failed");

  /** What has become of an event: it is not let in; or nothing is left to be seen to. */
  static final long REFUSED = -2;

  static final long SETTLED = -1;

  /** It waits, and a letter that was sent before delivers it. */
  private static final long RELIES_ON_A_LETTER = 0;

  private final EventHub hub;
  private final DeliveryContext context;

  /**
   * Held while an event is numbered where it begins, and put in here. It also stands for this inbox
   * on an event's journey, because it keeps nothing else alive.
   */
  private final Turnstile turnstile = Turnstile.create();

  private final Dispatcher dispatcher = new Dispatcher();
  private final PendingEvents pending;
  private final History history = new History();
  private final Backlog backlog;
  private final Leftovers leftovers;

  /** Who tells of what was dropped; null where nothing is. */
  private final @Nullable DropNews drops;

  /** Where those wait who raise; null where nobody has to. */
  private final @Nullable Places places;

  /** The letter that was sent last; null before the first. */
  private volatile @Nullable Delivery delivery;

  /** Made with the first event to deliver. Written under {@code this}. */
  private volatile @Nullable Postman postman;

  /** How many events nobody was there to hear, and how often handlers have failed. */
  private volatile long settledAtOnce;

  private volatile long failed;

  /** Guarded by {@code this}. */
  private long lastSubscription;

  Inbox(EventHub hub, DeliveryContext context) {
    this.hub = hub;
    this.context = context;
    this.pending = new PendingEvents(context.name(), hub.level());
    this.backlog = Backlog.of(context.overflow(), this, turnstile);
    this.leftovers = new Leftovers(hub);
    LimitedBacklog limited = backlog instanceof LimitedBacklog some ? some : null;
    this.drops = limited == null ? null : new DropNews(hub, context, limited);
    this.places =
        limited != null && Places.areLimited(context.overflow())
            ? new Places(context, hub.onward(), limited, limited::ordinary)
            : null;
  }

  Turnstile turnstile() {
    return turnstile;
  }

  /**
   * Takes an event, once, unless it comes too late. Never waits for a handler.
   *
   * @return what has become of it, for {@link #seeTo}
   */
  long accept(Occurrence occurrence) {
    if (occurrence.journey() == null && !history.isInUse()) {
      return take(occurrence, Gate.OPEN);
    }
    // Of two events that come by two ways each, none may overtake the other. Not under this lock,
    // which somebody may hold who is on the way to the turnstile.
    turnstile.enter();
    try {
      if (occurrence.comesTo(turnstile)) {
        return take(occurrence, Gate.OPEN);
      }
      return isAccepting() ? SETTLED : REFUSED;
    } finally {
      turnstile.leave();
    }
  }

  /** Takes an object that was posted, as {@link #accept(Occurrence)} does an event. */
  long accept(Object payload, Origin origin, long sequence) {
    if (history.isInUse() || (dispatcher.isEmpty() && pending.isAwaited())) {
      // Somebody has just begun to look at events.
      return accept(origin.occurrence(payload, sequence));
    }
    return canSettleAtOnce(origin.unheard())
        ? settleAtOnce(Gate.OPEN)
        : put(payload, origin, sequence, Gate.OPEN);
  }

  /**
   * Tells whether what comes now is the next to be told of, and concerns those alone who hear it:
   * nobody waits for it, or remembers it. On the runspace's thread, with the turnstile to be sure.
   */
  boolean isNextToTell() {
    return backlog.isEmpty()
        && underWay() == 0
        && !pending.isAwaited()
        && !history.isInUse()
        && !dispatcher.isEmpty()
        && backlog.isOpen(Gate.OPEN);
  }

  /**
   * Returns those who are to be told of what comes now, if they are plain.
   *
   * @return null if it has to be accepted, or told as an event
   */
  HubSubscription @Nullable [] plainToTell() {
    return isNextToTell() ? dispatcher.plain() : null;
  }

  /**
   * Has an object told, that is the next, to those who are plain. On the runspace's thread.
   *
   * @param hearers these; null if all are told who hear of an event, which this is then
   * @param origin where the object comes from; null if it is an event
   */
  void tell(
      HubSubscription @Nullable [] hearers,
      Object content,
      @Nullable Origin origin,
      long sequence) {
    Postman teller = postman();
    Round round = teller.setOutAtOnce();
    try {
      if (hearers == null || origin == null) {
        round.set(content, origin, sequence, PendingEvents.TO_ALL);
        dispatcher.begin(round);
        round.offerToNobody();
        settle(round, round.finish(this));
      } else if (hearers.length > 1 || !hearers[0].tellAlone(content, origin, sequence)) {
        round.begin(content, origin, sequence, hearers);
        settle(round, round.finishPlain());
      }
      context.tidyUp();
    } finally {
      teller.comeBackAtOnce(round);
    }
  }

  /** Tells whether an event is being told of. */
  boolean isTelling() {
    return underWay() > 0;
  }

  /** Returns the number of the one that is, innermost; 0 if that has none. For who tells it. */
  long telling() {
    Postman some = postman;
    return some == null ? 0 : some.telling();
  }

  /** Tells whether the next event of the program's is one too many. */
  boolean isFull() {
    return backlog instanceof LimitedBacklog limited
        && limited.ordinary() >= context.overflow().limit();
  }

  /** Returns the number of what was let in last. */
  long lastNumber() {
    return backlog.lastNumber();
  }

  /** Tells whether everything was begun with that was let in up to this. */
  boolean hasBegun(long number) {
    Postman some = postman;
    return backlog.isEmpty() || (some != null && some.begun() >= number);
  }

  /**
   * Takes an error event, or returns false if this inbox is closed. Until then somebody may handle
   * it: it may be a failure on one of the last events.
   */
  long acceptError(Occurrence occurrence) {
    return take(occurrence, Gate.ERRORS);
  }

  private long take(Occurrence occurrence, Gate gate) {
    if (canSettleAtOnce(occurrence.unheard())) {
      long settled = settleAtOnce(gate);
      if (settled == SETTLED) {
        enter(occurrence);
        settle(occurrence);
      }
      return settled;
    }
    enter(occurrence);
    long taken = put(occurrence, null, occurrence.sequence(), gate);
    if (taken == REFUSED && occurrence.unheard() instanceof Request request) {
      request.giveUpOne(occurrence);
    }
    return taken;
  }

  private long settleAtOnce(Gate gate) {
    if (!backlog.isOpen(gate)) {
      return REFUSED;
    }
    long unused = SETTLED_AT_ONCE.incrementAndGet(this);
    return SETTLED;
  }

  private long put(Object content, @Nullable Origin origin, long sequence, Gate gate) {
    boolean relies;
    long number;
    turnstile.enter();
    try {
      Delivery current = delivery;
      relies = current != null && current.takesMore(context.lastNumber());
      number = backlog.put(content, origin, sequence, gate, !relies);
    } finally {
      turnstile.leave();
    }
    if (number == Backlog.REFUSED) {
      return REFUSED;
    }
    if (number == Backlog.DROPPED) {
      return SETTLED;
    }
    if (history.isInUse()
        && origin == null
        && content instanceof Occurrence occurrence
        && occurrence.isOrdinary()) {
      history.note(occurrence, number);
    }
    return relies ? RELIES_ON_A_LETTER : number;
  }

  /**
   * Sees to it that an event is delivered which was taken. Called after it was numbered and put in
   * everywhere, by who has raised it, before that returns: to wake a thread takes long.
   */
  void seeTo(long taken) {
    if (taken == RELIES_ON_A_LETTER) {
      context.remind();
    } else if (taken > 0) {
      deliverFrom(taken);
    }
    if (drops != null) {
      drops.tellSoon();
    }
  }

  private static void enter(Occurrence occurrence) {
    if (occurrence.unheard() instanceof Request request) {
      request.entered();
    }
  }

  /** Tells whether anybody would be told of an event. */
  boolean isHeard() {
    return !dispatcher.isEmpty();
  }

  /** Tells whether what comes here goes on to a bus that is connected. */
  boolean leadsOnward() {
    return dispatcher.leadsOnward();
  }

  /** Tells whether somebody is given events as such, and not only what they carry. */
  boolean showsEvents() {
    return dispatcher.showsEvents() || history.isInUse() || pending.isAwaited();
  }

  /** Tells whether what is posted has to be made an event before it is numbered. */
  boolean showsEventOf(Object payload) {
    return dispatcher.showsEvents()
        || history.isInUse()
        || (pending.isAwaited() && pending.isAwaiting(EventHub.nameOf(payload)));
  }

  /** Adds a subscription, to what is accepted from now on. */
  HubSubscription subscribe(Interest interest, Action action) {
    synchronized (this) {
      if (!isAccepting()) {
        throw hub.refused("subscribing to \"" + interest.target() + "\"");
      }
      return action.options().history()
          ? subscribeWithHistory(interest, action)
          : add(interest, action);
    }
  }

  /** What is remembered, and what is heard, is to be all, and each once. */
  private HubSubscription subscribeWithHistory(Interest interest, Action action) {
    HubSubscription subscription;
    boolean isToCatchUp;
    turnstile.enter();
    try {
      subscription = add(interest, action);
      isToCatchUp = subscription.isToCatchUp(history.all());
    } finally {
      turnstile.leave();
    }
    if (isToCatchUp) {
      long unused = context.execute(() -> catchUp(subscription));
    }
    return subscription;
  }

  /** What its handler posts waits for its turn, as when it hears anything else. */
  private void catchUp(HubSubscription subscription) {
    Postman teller = postman();
    teller.goOn();
    try {
      subscription.catchUp();
    } finally {
      teller.pause();
    }
  }

  private HubSubscription add(Interest interest, Action action) {
    var place = new Place(++lastSubscription, backlog.lastNumber());
    var subscription = new HubSubscription(hub, place, interest, action);
    dispatcher.add(subscription);
    return subscription;
  }

  /** Keeps the last events of some names for subscribers who come late. */
  Registration remember(NamePattern names, int most) {
    return history.remember(names, most);
  }

  void remove(HubSubscription subscription) {
    dispatcher.remove(subscription);
  }

  List<Subscription> subscriptions(NamePattern targets) {
    return dispatcher.list(targets);
  }

  /** Tells whether anybody listens to events of this name, or waits for one. */
  boolean isListeningTo(String sourceIdentifier) {
    return dispatcher.isListeningTo(sourceIdentifier) || pending.isAwaiting(sourceIdentifier);
  }

  PendingEvents pending() {
    return pending;
  }

  /** Takes the oldest pending event of the name, or else the next that nobody is told of yet. */
  Waiter take(String sourceIdentifier) {
    Postman some = postman;
    return pending.take(sourceIdentifier, some == null ? 0 : some.begun());
  }

  /** Tells whether an event on that journey has come here before. */
  boolean knows(Journey journey) {
    return journey.hasBeenAt(turnstile);
  }

  boolean isAccepting() {
    return backlog.isOpen(Gate.OPEN);
  }

  /** Tells whether nothing is let in any more, not even an error. */
  boolean isClosed() {
    return !backlog.isOpen(Gate.ERRORS);
  }

  @Nullable Places places() {
    return places;
  }

  /** Tells whether something is accepted and not delivered. */
  boolean hasUndelivered() {
    return !backlog.isEmpty();
  }

  /** Has everything delivered that is accepted, after what the runspace has to do until then. */
  void deliverRest() {
    dispatcher.refuseThrownAway();
    deliverWaiting();
  }

  void stopAccepting() {
    narrow(Gate.ERRORS);
  }

  /** Under the lock: nobody subscribes when all subscriptions have been closed. */
  private void narrow(Gate gate) {
    synchronized (this) {
      // What has a number where it began is in everywhere, or nowhere.
      turnstile.enter();
      try {
        backlog.narrow(gate);
      } finally {
        turnstile.leave();
      }
    }
    if (places != null) {
      places.close();
    }
  }

  void stopDelivering() {
    stopAccepting();
    takeBack();
  }

  /** Takes what is not delivered out of the queue, so that it never is, and hands it over once. */
  List<Event> takeUndelivered() {
    stopDelivering();
    return leftovers.take();
  }

  /** Returns how many events were left undelivered. */
  int close() {
    narrow(Gate.CLOSED);
    int left = takeBack();
    if (drops != null) {
      drops.tell();
    }
    dispatcher.closeAll();
    pending.close();
    history.clear();
    return left;
  }

  void handlerFailed() {
    long unused = FAILED.incrementAndGet(this);
  }

  EventCounts counts(long raised) {
    Postman some = postman;
    return new EventCounts(
        raised,
        settledAtOnce + (some == null ? 0 : some.delivered()),
        backlog.size() + underWay(),
        pending.size(),
        backlog.dropped(),
        backlog.replaced(),
        failed,
        backlog.highWaterMark());
  }

  private int takeBack() {
    return leftovers.keep(dispatcher.takeUnhandled(), backlog.takeAll());
  }

  /**
   * Where nobody listens and nothing is under way, no thread need be started for an event. What
   * calls somebody's code when it is unheard is left to the thread all the same.
   */
  private boolean canSettleAtOnce(Unheard unheard) {
    // In this order: what is polled is under way before that.
    return dispatcher.isEmpty()
        && backlog.isEmpty()
        && underWay() == 0
        && !history.isInUse()
        && unheard.isQuiet();
  }

  private void settle(Occurrence occurrence) {
    Arrival arrival = Arrival.of(occurrence, PendingEvents.TO_ALL);
    settle(arrival, offer(arrival));
  }

  private void settle(Arrival arrival, Reception reception) {
    if (reception == Reception.HEARD) {
      if (!arrival.isPayloadOnly()) {
        arrival.occurrence().heardAt(hub.level());
      }
    } else if (reception == Reception.UNHEARD || arrival.unheard().isAlsoForOverheard()) {
      Unheard unheard = arrival.unheard();
      if (unheard != Unheard.FORGET) {
        unheard.in(hub, arrival.occurrence());
      }
    }
  }

  /** Gives it to whoever waits for its name; returns how it was received by that. */
  Reception offer(Arrival arrival) {
    return pending.isAwaited()
            && pending.isAwaiting(arrival.sourceIdentifier())
            && !Interest.InCalls.include(arrival)
            && pending.offer(arrival.occurrence(), arrival.number())
        ? Reception.HEARD
        : Reception.UNHEARD;
  }

  private int underWay() {
    Postman some = postman;
    return some == null ? 0 : some.underWay();
  }

  private Postman postman() {
    Postman made = postman;
    return made == null ? makePostman() : made;
  }

  private synchronized Postman makePostman() {
    Postman made = postman;
    if (made == null) {
      made = Postman.create(context.patience());
      postman = made;
    }
    return made;
  }

  /** Has delivered what waits, where the letter that was to do it has not come so far. */
  void deliverWaiting() {
    deliverFrom(backlog.lastNumber());
  }

  private void deliverFrom(long number) {
    var next = new Delivery(this, backlog, postman(), number);
    turnstile.enter();
    try {
      // Not one for older events that is sent late: what comes now is after those of the newer.
      Delivery last = delivery;
      if (last == null || last.from() <= number) {
        delivery = next;
      }
    } finally {
      turnstile.leave();
    }
    next.wasSent(context.execute(next));
  }

  /** Has everybody told of what has come. On the delivering thread. */
  void deliver(Round round) {
    try {
      if (places != null) {
        places.handOut();
      }
      dispatcher.begin(round);
      settle(round, round.finish(this));
    } finally {
      round.end();
    }
  }
}
