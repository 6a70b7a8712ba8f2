package dev.runspaces.demo;

import dev.runspaces.Invocation;
import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.Shell;
import java.io.PrintStream;
import java.util.List;

/** Opens a runspace with a shell, and uses both twice. */
final class Reuse {
  private final PrintStream out;

  Reuse(PrintStream out) {
    this.out = out;
  }

  void play() throws InterruptedException {
    out.println("Runspaces before: " + Runspaces.count());
    try (Runspace worker = Runspaces.open("worker");
        Shell shell = worker.shell()) {
      shell.add(context -> "1st output");
      Invocation<List<Object>> first = shell.begin();
      shell.end(first).forEach(out::println);

      shell.clear().add(context -> "2nd output");
      shell.end(shell.begin()).forEach(out::println);
    }
    out.println("Runspaces after: " + Runspaces.count());
  }
}
