package dev.runspaces.eventbus;

import com.google.common.collect.MapMaker;
import com.google.common.eventbus.EventBus;
import dev.runspaces.event.Registration;
import java.util.IdentityHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The listeners that were registered by handle on a bus that is no runspace's. Guava does not count
 * how often it was asked for one, so that is done here. Thread-safe.
 */
public final class ScopedListeners {
  /** Each is kept alive by the handles that it has given away. */
  private static final ConcurrentMap<EventBus, ScopedListeners> BY_BUS =
      new MapMaker().weakKeys().weakValues().makeMap();

  private final EventBus bus;

  /**
   * How many handles a listener has; by identity, as Guava has it. Held while Guava is asked: a
   * listener must not be taken off while somebody else registers it.
   */
  private final IdentityHashMap<Object, Integer> handles = new IdentityHashMap<>();

  private ScopedListeners(EventBus bus) {
    this.bus = bus;
  }

  /**
   * Registers a listener on a bus, whatever bus it is, until the handle is closed and all others
   * that the listener has there.
   */
  public static Registration register(EventBus bus, Object listener) {
    return bus instanceof RunspaceEventBus ours
        ? ours.registerScoped(listener)
        : BY_BUS.computeIfAbsent(bus, ScopedListeners::new).register(listener);
  }

  private Registration register(Object listener) {
    synchronized (handles) {
      bus.register(listener);
      handles.merge(listener, 1, Integer::sum);
    }
    return new Once(() -> release(listener));
  }

  private void release(Object listener) {
    synchronized (handles) {
      if (handles.merge(listener, -1, Integer::sum) > 0) {
        return;
      }
      handles.remove(listener);
      try {
        bus.unregister(listener);
      } catch (IllegalArgumentException unregisteredBefore) {
        // By the listener itself, say, when it heard what it had waited for: that is all right.
      }
    }
  }
}
