package dev.runspaces.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runspaces.Runspace;
import dev.runspaces.RunspaceState;
import dev.runspaces.Runspaces;
import dev.runspaces.event.ErrorOccurred;
import dev.runspaces.swing.component.ComponentEvent.Clicked;
import dev.runspaces.swing.component.ComponentEvent.WindowClosed;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SubscribersTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
  private final Runspace parent = Runspaces.open("main");
  private final Runspace gui = parent.open("gui");
  private final PrintClicks clicks = new PrintClicks(out);
  private final PrintErrors errors = new PrintErrors(out);

  @AfterEach
  void close() {
    parent.close();
  }

  private List<String> linesOnceHandled() throws InterruptedException {
    parent.invoke(context -> "behind all events raised so far");
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void eachPrintsItsLine() throws InterruptedException {
    parent.bus().register(clicks);
    parent.bus().register(errors);
    gui.events().raise("Button1Clicked", new Clicked("Button1", "Press Me"));
    gui.events().raiseError(new IllegalStateException("Test Error"));
    gui.invoke(context -> "behind the error, which is offered to the gui first");
    assertThat(linesOnceHandled())
        .containsExactly("Button Click Event", "Errors Occurred: Test Error");
  }

  @Test
  void whenTheWindowIsClosedAllUnregisterThemselvesWhileTheParentIsOpen()
      throws InterruptedException {
    parent.bus().register(clicks);
    parent.bus().register(errors);
    parent.bus().register(new CloseOnWindowClosed(out, gui, List.of(clicks, errors)));
    gui.events().raise("WindowClosed", new WindowClosed("", "Press Me"));
    assertThat(linesOnceHandled()).containsExactly("The GUI has been closed.");
    assertThat(parent.events().subscriptions()).isEmpty();
    assertThat(gui.state()).isEqualTo(RunspaceState.CLOSED);
    assertThat(parent.state()).isEqualTo(RunspaceState.OPENED);
  }

  @Test
  void anErrorIsPrintedByItsMessage() throws InterruptedException {
    parent.bus().register(errors);
    parent.bus().post(ErrorOccurred.outsideHandlers(new IllegalStateException("Oh"), "x"));
    assertThat(linesOnceHandled()).containsExactly("Errors Occurred: Oh");
  }
}
