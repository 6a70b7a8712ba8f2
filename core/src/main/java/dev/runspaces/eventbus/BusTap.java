package dev.runspaces.eventbus;

import com.google.common.collect.MapMaker;
import com.google.common.eventbus.AllowConcurrentEvents;
import com.google.common.eventbus.AsyncEventBus;
import com.google.common.eventbus.DeadEvent;
import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import dev.runspaces.delivery.Journey;
import dev.runspaces.delivery.RelayPoint;
import dev.runspaces.event.Registration;
import dev.runspaces.eventbus.Echoes.Echo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * An application's own bus, as runspaces see it that are connected to it. There is one tap on a bus
 * for all of them, so that they agree on which event is which: the bus passes on objects, and
 * nothing of where they have been. Thread-safe.
 */
final class BusTap implements RelayPoint {
  /** Each is kept alive by its bus, while somebody is connected, and by those who post. */
  private static final ConcurrentMap<EventBus, BusTap> BY_BUS =
      new MapMaker().weakKeys().weakValues().makeMap();

  private final EventBus bus;

  /** Stands for the bus on an event's journey, and keeps nothing else alive. */
  private final Object place = new Object();

  private final Echoes echoes = new Echoes();
  private final InOrder posts = new InOrder();
  private final List<Outlet> outlets = new CopyOnWriteArrayList<>();

  /**
   * Held while Guava is asked to register or unregister, and for nothing else: the first to come
   * must not be mixed up with the last to go.
   */
  private final Object registering = new Object();

  /** What is registered; null while nobody is connected. Guarded by {@link #registering}. */
  private @Nullable Ear ear;

  private BusTap(EventBus bus) {
    this.bus = bus;
  }

  static BusTap on(EventBus bus) {
    return BY_BUS.computeIfAbsent(bus, BusTap::new);
  }

  /** Where events go on to, until it is shut. */
  private static final class Outlet {
    private final RelayPoint next;
    private volatile boolean open = true;

    Outlet(RelayPoint next) {
      this.next = next;
    }

    void pass(Object event, Journey journey) {
      if (open) {
        next.relay(event, journey);
      }
    }
  }

  @Override
  public Registration relayTo(RelayPoint next) {
    var outlet = new Outlet(next);
    synchronized (registering) {
      if (ear == null) {
        var added = new Ear();
        bus.register(added);
        echoes.heardBy(added);
        ear = added;
      }
      outlets.add(outlet);
    }
    return new Once(() -> shut(outlet));
  }

  private void shut(Outlet outlet) {
    outlet.open = false;
    synchronized (registering) {
      outlets.remove(outlet);
      Ear last = ear;
      if (last != null && outlets.isEmpty()) {
        ear = null;
        echoes.heardBy(null);
        bus.unregister(last);
      }
    }
  }

  /**
   * Posts it on the bus. Called on the thread of the runspace that it comes from, or of another one
   * to which it has come: in its order all the same.
   */
  @Override
  public void relay(Object event, Journey journey) {
    if (!(event instanceof DeadEvent)) {
      posts.run(journey.start(), () -> journey.enter(place), () -> post(event, journey));
    }
  }

  private void post(Object event, Journey journey) {
    Echo echo = echoes.expect(event, journey);
    boolean posted = false;
    try {
      bus.post(event);
      posted = true;
    } finally {
      // A bus that hands events to an executor may still come to ours when the executor has refused
      // another subscriber's; any other has lost what it had not delivered.
      if (posted || bus instanceof AsyncEventBus) {
        echoes.posted(event, echo);
      } else {
        echoes.forget(event, echo);
      }
    }
  }

  /**
   * What Guava calls as long as somebody is connected. There is a new one for whoever connects
   * after that, so that what is still under way to the one before is not taken for news.
   */
  private final class Ear {
    /**
     * Passes on what was posted on the bus, on whatever thread it delivers. Guava need not hold a
     * lock meanwhile: taking events in is safe on many threads at once.
     */
    @Subscribe
    @AllowConcurrentEvents
    void hear(Object event) {
      Journey journey = event instanceof DeadEvent ? null : echoes.heard(event, this);
      if (journey != null) {
        passOn(event, journey);
      }
    }

    @Override
    public String toString() {
      return BusTap.this.toString();
    }
  }

  private void passOn(Object event, Journey journey) {
    boolean unused = journey.enter(place);
    var failures = new ArrayList<RuntimeException>();
    for (Outlet outlet : outlets) {
      try {
        outlet.pass(event, journey);
      } catch (RuntimeException failure) {
        failures.add(failure);
      }
    }
    if (!failures.isEmpty()) {
      // To whom the bus tells that a subscriber failed; but the others have had the event.
      RuntimeException first = failures.remove(0);
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }

  @Override
  public String toString() {
    return "bus \"" + bus.identifier() + "\"";
  }
}
