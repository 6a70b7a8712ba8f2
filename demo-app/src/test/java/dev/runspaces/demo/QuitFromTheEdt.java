package dev.runspaces.demo;

import dev.runspaces.Runspace;
import dev.runspaces.Runspaces;
import dev.runspaces.swing.component.ComponentRegistry;
import dev.runspaces.swing.edt.Edt;
import dev.runspaces.swing.window.Layouts;

/** A program whose window ends the JVM, as a menu item for quitting does. Run by a test. */
final class QuitFromTheEdt {
  private QuitFromTheEdt() {}

  public static void main(String[] arguments) throws InterruptedException {
    Runspace parent = Runspaces.open("main");
    parent.events().on("WindowClosed", event -> System.out.println("closed"));
    Layouts.using(ComponentRegistry.standard())
        .fromText("quit.xml", "<Window onClosed='WindowClosed'/>")
        .openOffscreen(parent.open("gui"));
    Edt.run(() -> System.exit(3));
  }
}
