package dev.runspaces.demo;

import com.google.common.eventbus.Subscribe;
import dev.runspaces.swing.component.ComponentEvent.Clicked;
import java.io.PrintStream;

/** Prints a line for each click. */
final class PrintClicks {
  private final PrintStream out;

  PrintClicks(PrintStream out) {
    this.out = out;
  }

  @Subscribe
  void clicked(Clicked click) {
    out.println("Button Click Event");
  }
}
