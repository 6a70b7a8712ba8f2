package dev.runspaces.delivery;

import dev.runspaces.delivery.HubSubscriptionBuilder.Wish;
import dev.runspaces.event.Event;
import dev.runspaces.event.EventOverflowException;
import dev.runspaces.event.ObjectEvents;
import dev.runspaces.event.Registration;
import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls of one listener of an object, as events of a hub. Equal to itself alone. */
final class ObjectCalls {
  private static final System.Logger LOG = System.getLogger("dev.runspaces.event");

  private final EventHub hub;
  private final ObjectEvents source;

  ObjectCalls(EventHub hub, ObjectEvents source) {
    this.hub = hub;
    this.source = source;
  }

  /** As any event that is raised; but it is known from which listener it comes. */
  record Kept(Object listener) implements Unheard {
    @Override
    public void in(EventHub hub, Event event) {
      Unheard.KEEP.in(hub, event);
    }

    @Override
    public boolean isQuiet() {
      return true;
    }
  }

  /** Has a subscription hear these events alone. */
  Wish toHandler() {
    return new Wish(new Interest.InCallsOf(this, "an object's listeners"), this::attach);
  }

  /** Has a subscription listen that hears nothing; it ends with the hub, as all of them do. */
  Wish toNobody() {
    return new Wish(Interest.nothing(), this::attach);
  }

  private Registration attach() {
    return source.attach(this::raise);
  }

  private void raise(@Nullable Object sender, String name, List<@Nullable Object> arguments) {
    try {
      Emission emission = Emission.of(name, new Kept(this), arguments.toArray());
      hub.raise(sender == null ? emission : emission.from(sender));
    } catch (EventOverflowException full) {
      // Not the object's fault, and not to be thrown at it.
      hub.raiseError(full);
    } catch (IllegalStateException refused) {
      // The object knows nothing of runspaces, and calls its listeners until they are removed.
      LOG.log(Level.DEBUG, "a listener was called too late: {0}", refused.getMessage());
    }
  }
}
