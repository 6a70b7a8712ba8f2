package dev.runspaces.benchmarks.form;

import dev.runspaces.benchmarks.form.Forms.Form;
import dev.runspaces.swing.window.Theme;
import java.awt.EventQueue;
import java.util.concurrent.FutureTask;

/** Builds one form in this JVM and prints how many nanoseconds that took. */
public final class ColdWindow {
  private ColdWindow() {}

  /** Runs as a program: the contestant, and the number of components. */
  public static void main(String[] arguments) throws Exception {
    String contestant = arguments[0];
    int components = Integer.parseInt(arguments[1]);
    var task =
        new FutureTask<>(
            () -> {
              Form form = Forms.first(contestant, components);
              long start = System.nanoTime();
              Theme.LIGHT.install();
              int built = Forms.leavesOf(form.build()).size();
              long nanos = System.nanoTime() - start;
              if (built != components) {
                throw new IllegalStateException(built + " components instead of " + components);
              }
              return nanos;
            });
    EventQueue.invokeLater(task);
    System.out.println(task.get());
    System.exit(0);
  }
}
