package dev.runspaces.eventbus;

import com.google.common.collect.MapMaker;
import dev.runspaces.delivery.EventHub;
import dev.runspaces.event.Registration;
import dev.runspaces.event.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;

/**
 * The listeners of a runspace's bus. One that is registered several times is told once, until
 * nobody needs it there any more. Thread-safe.
 */
final class Listeners {
  private final EventHub hub;

  /**
   * By identity, as Guava has it: two equal listeners are two. Weak, because one that nobody else
   * holds cannot be unregistered: the subscriptions keep it, as long as there are any. Guards its
   * entries, too.
   */
  private final ConcurrentMap<Object, Entry> entries = new MapMaker().weakKeys().makeMap();

  Listeners(EventHub hub) {
    this.hub = hub;
  }

  /** A listener's subscriptions, and who needs them. */
  private static final class Entry {
    private final List<Subscription> subscriptions = new ArrayList<>();

    /** Whether it was registered as Guava does it, which is undone by unregistering it. */
    private boolean plain;

    private int handles;

    boolean isNeeded() {
      return plain || handles > 0;
    }

    /** Ends the subscriptions, and keeps them no longer: they keep the listener. */
    void close() {
      subscriptions.forEach(Subscription::close);
      subscriptions.clear();
    }
  }

  /** Registers a listener until it is unregistered; a second time does nothing. */
  void register(Object listener) {
    List<SubscriberMethod> methods = SubscriberMethod.of(listener.getClass());
    synchronized (entries) {
      entry(listener, methods).plain = true;
    }
  }

  /** Registers a listener until the handle is closed, and all others that it has. */
  Registration registerScoped(Object listener) {
    List<SubscriberMethod> methods = SubscriberMethod.of(listener.getClass());
    synchronized (entries) {
      Entry entry = entry(listener, methods);
      entry.handles++;
      return new Once(() -> release(listener, entry));
    }
  }

  /**
   * Ends a listener's subscriptions, whoever needs them.
   *
   * @return whether it was registered
   */
  boolean unregister(Object listener) {
    synchronized (entries) {
      Entry entry = entries.remove(listener);
      if (entry == null) {
        return false;
      }
      entry.close();
      return true;
    }
  }

  /**
   * Keeps no listener alive from now on, for their subscriptions have ended. They stay registered:
   * who unregisters one late has done nothing wrong.
   */
  void end() {
    synchronized (entries) {
      entries.values().forEach(Entry::close);
    }
  }

  private Entry entry(Object listener, List<SubscriberMethod> methods) {
    Entry entry = entries.get(listener);
    if (entry == null) {
      entry = new Entry();
      for (SubscriberMethod method : methods) {
        BiConsumer<Object, Object> call = method.call();
        entry.subscriptions.add(hub.on(method.eventType(), event -> call.accept(listener, event)));
      }
      entries.put(listener, entry);
    }
    return entry;
  }

  private void release(Object listener, Entry entry) {
    synchronized (entries) {
      entry.handles--;
      if (entry.isNeeded()) {
        return;
      }
      // It may have been unregistered meanwhile, and registered anew.
      entries.remove(listener, entry);
      entry.close();
    }
  }
}
