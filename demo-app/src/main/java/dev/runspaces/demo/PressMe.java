package dev.runspaces.demo;

import com.google.common.eventbus.EventBus;
import dev.runspaces.InvocationFailedException;
import dev.runspaces.InvocationStoppedException;
import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.Script;
import dev.runspaces.event.EventManager;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/**
 * The demo: a script in the runspace "gui" has a window; the subscribers in its parent print what
 * happens there, and unregister themselves when the window is closed.
 */
final class PressMe {
  private final PrintStream out;

  PressMe(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the script that has the window, until it ends.
   *
   * @return what the script has failed with, if it did
   */
  Optional<Throwable> play(Script<?> windowScript) throws InterruptedException {
    out.println("Runspaces before: " + Runspaces.count());
    EventManager events;
    Optional<Throwable> failure;
    try (Runspace parent = Runspaces.open("main")) {
      events = parent.events();
      Runspace gui = parent.open("gui");
      EventBus bus = parent.bus();
      var clicks = new PrintClicks(out);
      var errors = new PrintErrors(out);
      bus.register(clicks);
      bus.register(errors);
      bus.register(new CloseOnWindowClosed(out, gui, List.of(clicks, errors)));
      failure = run(windowScript, gui);
    }
    out.println("Runspaces after: " + Runspaces.count());
    out.println("Subscriptions after: " + events.subscriptions().size());
    return failure;
  }

  private static Optional<Throwable> run(Script<?> windowScript, Runspace gui)
      throws InterruptedException {
    try {
      gui.begin(windowScript).await();
      return Optional.empty();
    } catch (InvocationStoppedException closedEarly) {
      return Optional.empty();
    } catch (InvocationFailedException printedBySubscriber) {
      return Optional.<Throwable>ofNullable(printedBySubscriber.getCause())
          .or(() -> Optional.of(printedBySubscriber));
    }
  }
}
