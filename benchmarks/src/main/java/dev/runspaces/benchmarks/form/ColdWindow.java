package dev.runspaces.benchmarks.form;

import dev.runspaces.benchmarks.form.Forms.Form;
import dev.runspaces.swing.window.Theme;
import java.awt.Container;
import java.util.concurrent.Callable;

/**
 * Builds one form in this JVM and prints how many nanoseconds that took: from the first statement
 * of a program, with the look and feel. Both begin to install that on the EDT; the layout is read
 * meanwhile, as a program reads it.
 */
public final class ColdWindow {
  private ColdWindow() {}

  /** Runs as a program: the contestant, and the number of components. */
  public static void main(String[] arguments) throws Exception {
    String contestant = arguments[0];
    int components = Integer.parseInt(arguments[1]);
    Callable<Form> form = Forms.first(contestant, components);
    long start = System.nanoTime();
    Theme.LIGHT.installLater();
    Form ready = form.call();
    Container root = Forms.onEdt(ready::build);
    long nanos = System.nanoTime() - start;
    int built = Forms.leavesOf(root).size();
    if (built != components) {
      throw new IllegalStateException(built + " components instead of " + components);
    }
    System.out.println(nanos);
    System.exit(0);
  }
}
