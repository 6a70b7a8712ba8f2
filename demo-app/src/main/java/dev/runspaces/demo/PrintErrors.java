package dev.runspaces.demo;

import com.google.common.eventbus.Subscribe;
import dev.runspaces.event.ErrorOccurred;
import java.io.PrintStream;

/** Prints a line for each error. */
final class PrintErrors {
  private final PrintStream out;

  PrintErrors(PrintStream out) {
    this.out = out;
  }

  @Subscribe
  void failed(ErrorOccurred error) {
    out.println("Errors Occurred: " + error.error().getMessage());
  }
}
