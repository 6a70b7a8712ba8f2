package dev.runspaces.demo;

import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;
import dev.runspaces.Runspace;
import dev.runspaces.swing.component.ComponentEvent.WindowClosed;
import java.io.PrintStream;
import java.util.List;

/** Ends everything when the window is closed: the other subscribers, the GUI's runspace, itself. */
final class CloseOnWindowClosed {
  private final PrintStream out;
  private final Runspace gui;
  private final EventBus bus;
  private final List<?> others;

  CloseOnWindowClosed(PrintStream out, Runspace gui, List<?> others) {
    this.out = out;
    this.gui = gui;
    this.bus = gui.parent().orElseThrow().bus();
    this.others = others;
  }

  @Subscribe
  void closed(WindowClosed window) {
    out.println("The GUI has been closed.");
    others.forEach(bus::unregister);
    gui.close();
    bus.unregister(this);
  }
}
