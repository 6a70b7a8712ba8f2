package dev.runspaces.swing.window;

import dev.runspaces.Runspace;
import dev.runspaces.event.Subscription;
import dev.runspaces.swing.component.ComponentEvent;
import dev.runspaces.swing.component.EventSink;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Where the events of one window go: into its runspace, where those that name a method call the
 * controller. Such a call is an event too, so that all come in the order in which they happened.
 */
final class EventOutlet implements EventSink {
  private static final System.Logger LOG = System.getLogger("dev.runspaces.swing");

  private final Runspace runspace;
  private final @Nullable Controller controller;
  private final @Nullable Subscription calls;

  EventOutlet(Runspace runspace, @Nullable Controller controller) {
    this.runspace = runspace;
    this.controller = controller;
    this.calls =
        controller == null ? null : runspace.events().on(Call.class).hidden().handle(this::answer);
  }

  /** A method to be called; without a name, the end of all calls. */
  private record Call(EventOutlet outlet, String method, @Nullable ComponentEvent snapshot) {}

  @Override
  public void raise(String sourceIdentifier, ComponentEvent event) {
    if (sourceIdentifier.startsWith("#")) {
      raiseLater(sourceIdentifier, new Call(this, sourceIdentifier.substring(1), event));
    } else {
      raiseLater(sourceIdentifier, event);
    }
  }

  /** Ends the calls, after those that are still on their way. */
  void close() {
    if (calls != null) {
      raiseLater("#", new Call(this, "", null));
    }
  }

  private void answer(Call call) throws Exception {
    if (call.outlet != this || controller == null || calls == null) {
      return;
    }
    if (call.snapshot == null) {
      calls.close();
    } else {
      controller.call(call.method, call.snapshot);
    }
  }

  private void raiseLater(String sourceIdentifier, Object payload) {
    try {
      runspace.events().raise(sourceIdentifier, payload);
    } catch (IllegalStateException refused) {
      // The last clicks into a window whose runspace is just closed: there is nobody to tell.
      LOG.log(Level.DEBUG, "an event came too late: {0}", refused.getMessage());
    }
  }
}
