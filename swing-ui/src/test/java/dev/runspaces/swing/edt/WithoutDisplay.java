package dev.runspaces.swing.edt;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;

/** A program that has runspaces and no windows. Run in a JVM of its own. */
final class WithoutDisplay {
  private WithoutDisplay() {}

  public static void main(String[] args) throws InterruptedException {
    try (Runspace runspace = Runspaces.open("server")) {
      String done = runspace.invoke(context -> "done without windows");
      System.out.println(done);
    }
    Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("AWT"))
        .forEach(System.out::println);
  }
}
